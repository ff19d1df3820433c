import { type Language, textsOf } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { guardData } from '../report/guard.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { buildWaterfall } from '../report/waterfall/build.ts';
import type { Traced } from '../report/waterfall/model.ts';
import type { AskingSession } from '../session/types.ts';
import { type LogSource, logSource } from './log/log-source.ts';
import { type ScreenSettings, showOnTerminal } from './on-terminal.ts';
import { buildModel } from './screens/explain/build-model.ts';
import type { Model } from './screens/explain/model.ts';
import { explainScreen } from './screens/explain/screen.ts';
import type { SaveFormat } from './screens/explain/subject.ts';
import { type Interview, questionsScreen } from './screens/questions/screen.ts';
import { waterfallScreen } from './screens/waterfall/screen.ts';
import { speakLanguage, words } from './words.ts';

export interface ScreenOptions extends ScreenSettings {
  readonly language: Language;
  readonly session: AskingSession;
  readonly report: Report;
  /** `off`: the report has its secrets. */
  readonly redact?: 'on' | 'off';
  /** The bars of the waterfall come first. */
  readonly waterfall?: boolean;
}

/**
 * Shows one report until the reader leaves.
 * @returns the exit code
 * @throws ModwhyError E_TERMINAL when there is no terminal to read keys from; whatever went wrong while drawing
 */
export async function runScreen({ session, report, ...settings }: ScreenOptions): Promise<number> {
  await speakLanguage(settings.language);
  const screen = reportScreen(session, report, settings);
  const { model } = await showOnTerminal(screen, settings);
  process.stdout.write(`${summaryLine(model)}\n`);
  return 0;
}

/** The screen of a report, which other screens may open too. */
export function reportScreen(
  session: AskingSession,
  report: Report,
  { ascii, language, redact = 'on', waterfall = false }: Pick<ScreenOptions, 'ascii' | 'language' | 'redact' | 'waterfall'>,
) {
  const model = buildModel(report, ascii, language);
  const text: SaveFormat = {
    name: 'text',
    ending: 'txt',
    text: async () => (await import('../report/text.ts')).renderText(report, { color: false, ascii, verbose: true }),
  };
  // What programs read and pass on never has secrets.
  const others: SaveFormat[] = [
    { name: 'markdown', ending: 'md', text: () => renderMarkdown(session.report(), { language }) },
    { name: 'json', ending: 'json', text: async () => (await import('../report/json.ts')).renderJson(report) },
    { name: 'lines', ending: 'txt', text: async () => (await import('../report/lines.ts')).renderLines(report) },
  ];
  const interview: Interview = { session, answers: report.answers ?? [] };
  const log = logSource(session, model.lines, ascii);
  return explainScreen(model, {
    log,
    waterfall: () => waterfallOf(report, { ascii, language }, log),
    waterfallFirst: waterfall,
    file: report.input.name === '-' ? null : report.input.name,
    reportText: () => renderMarkdown(session.report(), { language }),
    inShell: (shell) => buildModel(report, ascii, language, shell),
    questions: (changed) => questionsScreen(interview, { ascii, language }, (answered) => changed(buildModel(answered, ascii, language))),
    formats: redact === 'off' ? [text] : [text, ...others],
  });
}

function waterfallOf(report: Traced, { ascii, language }: Pick<ScreenOptions, 'ascii' | 'language'>, log: LogSource) {
  const texts = textsOf(language);
  const { timeline, input, spans } = report;
  const safe = guardData({ timeline, input, ...(spans && { spans }) }, { ascii });
  return waterfallScreen(buildWaterfall(safe), { name: safe.input.name === '-' ? texts.stdin : safe.input.name, log, texts });
}

/** The answer once more, for the scrollback: the screen takes all it showed away with it. */
export function summaryLine({ name, headline, readings }: Model): string {
  const { standing, label, title, code, fix } = readings[0]!;
  if (standing === 'no-failure' || standing === 'unknown') return words.summary(name, headline);
  const cure = fix.find(({ side }) => side === 'title')?.text;
  return words.answer(name, label, title, code) + (cure ? words.cure(cure) : '');
}
