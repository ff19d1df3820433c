import { type DoctorTexts, doctorEnglish } from '../i18n/en-doctor.ts';
import { type Language, textsOf } from '../i18n/texts.ts';
import type { DoctorReport, DoctorStep } from '../model/doctor.ts';
import { durationText } from '../model/duration.ts';
import { wayRows } from './doctor-way.ts';
import { guardData, guardText } from './guard.ts';
import { list, paragraph, type Style } from './page.ts';
import { createPaint } from './paint.ts';
import { probeRows, remedyRows } from './text-remedy.ts';
import { wrap } from './wrap.ts';

export interface DoctorTextOptions {
  readonly width?: number;
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly language?: Language;
  /** @default those of English */
  readonly words?: DoctorTexts;
}

type Shown = Pick<DoctorStep, 'phase' | 'question' | 'does'>;

/** A walk for a reader, piece by piece as it goes on. */
export interface DoctorPage {
  title(module: string): string;
  /** `budget` of the whole walk: each phase has its part of it. */
  phase(phase: DoctorStep['phase'], budget: number): string;
  before(step: Shown, budgetMs: number, known: boolean): string;
  after(step: DoctorStep): string;
  end(report: DoctorReport): string;
}

const phases = { reach: [0, 0.2], proxy: [0.2, 0.6], fallback: [0.6, 1] } as const;

export function doctorPage({ width = 100, color = false, ascii = false, language, words = doctorEnglish }: DoctorTextOptions): DoctorPage {
  const style: Style = {
    texts: textsOf(language),
    paint: createPaint(color),
    width: Math.min(100, Math.max(80, width)),
    ellipsis: ascii ? '...' : '…',
    verbose: false,
    ask: false,
    place: 'posix',
    input: '',
  };
  const { paint, texts } = style;
  const safe = (text: string) => guardText(text, { ascii });
  const indented = (text: string, by: number) => wrap(text, style.width - by).map((line) => ' '.repeat(by) + line);
  return {
    title: (module) => `${[paint.heading(safe(words.title(module))), ...indented(words.promises, 2).map(paint.quiet)].join('\n')}\n`,
    phase(phase, budget) {
      const [from, to] = phases[phase].map((share) => durationText(Math.round(budget * share)));
      return `\n${paint.heading(words.phaseHead(words.phase[phase], from!, to!))}\n`;
    },
    before({ question, does }, budgetMs, known) {
      const limit = known ? words.resumed : budgetMs > 0 ? words.upTo(durationText(budgetMs)) : '';
      const head = `  ${words.question[question]}${limit === '' ? '' : paint.quiet(texts.join.bracketed(limit))}`;
      return `${[head, ...indented(safe(does), 6).map(paint.command)].join('\n')}\n`;
    },
    after({ outcome, says, ms }) {
      const time = ms >= 100 ? texts.join.bracketed(durationText(ms)) : '';
      return `${indented(safe(`${words.outcome[outcome]}${texts.join.colon}${says}${time}`), 4).join('\n')}\n`;
    },
    end(report) {
      const safeReport = guardData(report, { ascii });
      const { verdict, offline, answer, steps } = safeReport;
      const lines = ['', paint.heading(words.verdict[verdict])];
      lines.push(...wayRows(safeReport, words, style));
      if (offline !== null) lines.push(...paragraph(words.offline(offline), style));
      const decides = steps.find(({ id }) => id === answer?.step);
      if (answer !== null) {
        lines.push('', `   ${paint.heading(answer.title)}   ${paint.quiet(answer.code)}`, ...paragraph(answer.why, style));
        if (decides) lines.push('', ...list(words.answer, [decides.says], style));
        lines.push('', ...remedyRows(answer, style), ...probeRows(answer, style), ...list(texts.row.docs, answer.docs, style));
      } else if (verdict === 'undecided' || verdict === 'failed') lines.push(...paragraph(words.noAnswer, style));
      if (verdict === 'unfinished') lines.push(...paragraph(words.resume, style));
      return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
    },
  };
}
