import type { CauseRow, ScanSummary } from '../model/scan.ts';
import { guardData, guardText } from './guard.ts';
import { dayOf, type ScanWords, sizeOf, totalRows } from './scan-rows.ts';
import { cutToWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface ScanTextOptions extends ScanWords {
  /** @default 80 */
  readonly width?: number;
  readonly ascii?: boolean;
  /** Every row. */
  readonly verbose?: boolean;
}

const mostCauses = 40;
const mostGroups = 10;
const mostProblems = 20;
const INDENT = 19;

/** What a scan found, for a reader. Ends with a line end. */
export function renderScanText(
  summary: ScanSummary,
  { width = 80, ascii = false, verbose = false, words, titleOf, shownSource }: ScanTextOptions,
): string {
  const columns = Math.min(140, Math.max(80, width));
  const { totals, causes, unexplained, problems, problemCount, known, stopped, inputs } = guardData(summary, { ascii });
  const mark = ascii ? '...' : '…';
  const fitted = (indent: string, text: string) => cutToWidth(indent + guardText(text, { ascii }), columns, mark);
  const most = (usual: number) => (verbose ? Number.POSITIVE_INFINITY : usual);
  const more = (all: number, shown: number) => (all > shown ? [`         ${words.more(all - shown)}`] : []);

  const head = inputs === 0 ? [words.nothing] : [words.head(totals.logs, sizeOf(totals.bytes)), ...countRows()];
  function countRows(): string[] {
    return totalRows(totals, words).map(([count, says]) => `  ${count.padStart(7)}  ${says}`);
  }
  const table = (heading: string, rows: readonly CauseRow[]) => {
    if (rows.length === 0) return [];
    return [heading, ...rows.slice(0, most(mostCauses)).flatMap(causeRow), ...more(rows.length, most(mostCauses))];
  };
  /** The title in full, and below it when and where. */
  const causeRow = ({ logs, code, cause, first, last, transient, subjects, example }: CauseRow): string[] => {
    const title = `${titleOf(cause)}${transient ? ` (${words.transient})` : ''}`;
    const named = subjects.map(({ subject, logs: count }) => (count === logs ? subject : `${subject} (${words.thousands(count)})`));
    const days = words.days(dayOf(first), dayOf(last));
    const below = [days, ...(named.length > 0 ? [named.join(', ')] : [])].filter((text) => text !== '').join('   ');
    return [
      ...wrap(guardText(title, { ascii }), columns - INDENT).map((line, at) =>
        at === 0 ? `${words.thousands(logs).padStart(9)}  ${(code ?? '').padEnd(6)}  ${line}` : ' '.repeat(INDENT) + line,
      ),
      ...(below === '' ? [] : [fitted(' '.repeat(INDENT), below)]),
      ...(verbose ? [`${' '.repeat(INDENT)}${shownSource(example.source)}${example.line === null ? '' : `:${example.line}`}`] : []),
    ];
  };
  const groups = unexplained.slice(0, most(mostGroups)).flatMap(({ logs, example }) => {
    const start = `  ${words.thousands(logs).padStart(7)}  `;
    return [
      fitted(start, example.text ?? ''),
      `           ${shownSource(example.source)}${example.line === null ? '' : `:${example.line}`}`,
    ];
  });
  const shown = problems.slice(0, most(mostProblems));
  const blocks = [
    head,
    table(
      words.causes,
      causes.filter(({ verdict }) => verdict === 'module-failure'),
    ),
    table(
      words.others,
      causes.filter(({ verdict }) => verdict === 'not-module'),
    ),
    groups.length > 0 ? [words.unexplained, ...groups, ...more(unexplained.length, most(mostGroups))] : [],
    shown.length > 0
      ? [words.problems, ...shown.map(({ name, message }) => `  ${name}: ${message}`), ...more(problemCount, shown.length)]
      : [],
    [...(known > 0 ? [words.known(known)] : []), ...(stopped ? [words.stopped] : [])],
  ];
  const example = causes.find(({ verdict }) => verdict === 'module-failure')?.example.source;
  const command = example === undefined ? null : commandFor(example, shownSource);
  if (command !== null) blocks.push([words.next, `  ${command}`]);
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** How one log is looked at; null for a part of an archive, and for a URL of which something is hidden. */
function commandFor(source: string, shownSource: (source: string) => string): string | null {
  if (source.includes('!/')) return null;
  if (!/^https?:\/\//i.test(source)) return `modwhy explain ${quoted(shownSource(source))}`;
  return /[<>]/.test(source) ? null : `curl -fsSL ${quoted(source)} | modwhy`;
}

function quoted(name: string): string {
  return /^[\w@%+=:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
