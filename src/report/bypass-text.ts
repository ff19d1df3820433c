import { type BypassTexts, bypassEnglish } from '../i18n/en-bypass.ts';
import type { BypassReport, BypassRow } from '../model/bypass.ts';
import type { ReportStep } from '../model/report.ts';
import { guardData, guardText } from './guard.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface BypassTextOptions {
  /** @default 100 */
  readonly width?: number;
  readonly ascii?: boolean;
  /** @default those of English */
  readonly words?: BypassTexts;
}

const COLUMN = 14;
const mostLocal = 5;

/** What weakens checks, for a reader. Ends with a line end. */
export function renderBypassText(
  report: BypassReport,
  { width = 100, ascii = false, words = bypassEnglish }: BypassTextOptions = {},
): string {
  const columns = Math.min(100, Math.max(80, width));
  const { bypasses, ended, local = [] } = guardData(report, { ascii });
  const safe = (text: string) => guardText(text, { ascii });
  const row = (label: string, text: string) => {
    const head = `   ${label}${' '.repeat(Math.max(2, COLUMN - 3 - displayWidth(label)))}`;
    return wrap(text, columns - COLUMN).map((line, index) => (index === 0 ? head : ' '.repeat(COLUMN)) + line);
  };
  const blocks = [
    [safe(words.title(bypasses.length))],
    ...bypasses.map((one, index) => [
      `${index + 1}. ${one.what}   ${one.place}${one.line === null ? '' : `:${one.line}`}`,
      ...row(words.row.off, one.because),
      ...row(words.row.since, one.since === null ? words.sinceUnknown : words.since(one.since)),
      ...recordRows(one, words, row),
      ...one.end.flatMap((step, at) => command(at === 0 ? words.row.end : '', step, row)),
    ]),
    local.slice(0, mostLocal).flatMap(({ what, place, line, because }) => row(words.row.note, `${what} (${place}:${line}): ${because}`)),
    local.length > mostLocal ? row(words.row.note, words.moreLocal(local.length - mostLocal)) : [],
    ended.flatMap(({ id, owner }) => row(words.row.note, words.gone(id, owner))),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${/^ */.exec(line)![0]}${safe(line.trim())}`).join('\n'))
    .join('\n\n')}\n`;
}

type Row = (label: string, text: string) => string[];

/** How to add a record, or the record with what is wrong about it. */
function recordRows({ record, state, id }: BypassRow, words: BypassTexts, row: Row): string[] {
  const label = words.row.record;
  if (record === null) {
    // In one line, so that it can be copied.
    const add = `modwhy bypass add ${quoted(id)} --owner NAME --reason TEXT --until YYYY-MM-DD`;
    return [...row(label, words.unrecorded), ' '.repeat(COLUMN) + add];
  }
  const text = words.recorded(record.owner, record.until, record.reason);
  return state === 'overdue' ? [...row(label, words.overdue(record.until)), ...row('', text)] : row(label, text);
}

function quoted(id: string): string {
  return /^[\w./:@~-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`;
}

/** A command stays in one line, so that it can be copied. */
function command(label: string, step: ReportStep, row: Row): string[] {
  if (step.kind === 'manual') return row(label, step.text);
  return [`   ${label}${' '.repeat(Math.max(2, COLUMN - 3 - displayWidth(label)))}${step.posix}`];
}

/** The steps that end one. */
export function endLines(steps: readonly ReportStep[], words: BypassTexts): string {
  return [words.stepsFirst, ...steps.map((step) => `  ${guardText(step.kind === 'manual' ? step.text : step.posix)}`), ''].join('\n');
}
