import type { Language } from '../i18n/texts.ts';
import type { Report } from '../model/report.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { AskingSession } from '../session/types.ts';
import { logSource } from './log/log-source.ts';
import { type ScreenSettings, showOnTerminal } from './on-terminal.ts';
import { buildModel } from './screens/explain/build-model.ts';
import type { Model } from './screens/explain/model.ts';
import { explainScreen } from './screens/explain/screen.ts';
import { type Interview, questionsScreen } from './screens/questions/screen.ts';
import { speakLanguage, words } from './words.ts';

export interface ScreenOptions extends ScreenSettings {
  readonly language: Language;
  readonly session: AskingSession;
  readonly report: Report;
}

/**
 * Shows one report until the reader leaves.
 * @returns the exit code
 * @throws ModwhyError E_TERMINAL when there is no terminal to read keys from; whatever went wrong while drawing
 */
export async function runScreen({ session, report, language, ...settings }: ScreenOptions): Promise<number> {
  await speakLanguage(language);
  const { model } = await showOnTerminal(reportScreen(session, report, settings.ascii, language), settings);
  process.stdout.write(`${summaryLine(model)}\n`);
  return 0;
}

/** The screen of an explained log, and behind it that of its questions. The words of the screens must be of this language. */
export function reportScreen(session: AskingSession, report: Report, ascii: boolean, language: Language): ReturnType<typeof explainScreen> {
  const model = buildModel(report, ascii, language);
  const interview: Interview = { session, answers: report.answers ?? [] };
  return explainScreen(model, {
    log: logSource(session, model.lines, ascii),
    reportText: () => renderMarkdown(session.report(), { language }),
    questions: (changed) => questionsScreen(interview, { ascii, language }, (answered) => changed(buildModel(answered, ascii, language))),
  });
}

/** The answer once more, for the scrollback: the screen takes all it showed away with it. */
export function summaryLine({ name, headline, readings }: Model): string {
  const { standing, label, title, code, fix } = readings[0]!;
  if (standing === 'no-failure' || standing === 'unknown') return words.summary(name, headline);
  const cure = fix.find(({ side }) => side === 'title')?.text;
  return words.answer(name, label, title, code) + (cure ? words.cure(cure) : '');
}
