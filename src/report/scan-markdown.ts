import type { CauseRow, ScanSummary } from '../model/scan.ts';
import { guardData } from './guard.ts';
import { markdownCellCode, markdownCode, markdownText } from './markdown-guard.ts';
import { dayOf, type ScanWords, sizeOf, totalRows } from './scan-rows.ts';

const mostRows = 200;

/** What a scan found, for an issue or a job summary. Ends with a line end. */
export function renderScanMarkdown(summary: ScanSummary, { words, titleOf }: ScanWords): string {
  const { totals, causes, unexplained, problems, problemCount, known, stopped, inputs } = guardData(summary);
  const cell = (text: string) => markdownText(text).replaceAll('|', '\\|');
  const table = (heading: string, rows: readonly CauseRow[]): string[] => {
    if (rows.length === 0) return [];
    const { logs, code, cause, first, last } = words.column;
    return [
      `**${heading}**`,
      [
        `| ${[logs, code, cause, first, last].join(' | ')} |`,
        '|---:|---|---|---|---|',
        ...rows.slice(0, mostRows).map((row) => {
          const title = `${cell(titleOf(row.cause))}${row.transient ? ` (${words.transient})` : ''}`;
          const named = row.subjects.map(({ subject }) => markdownCellCode(subject)).join(', ');
          return `| ${words.thousands(row.logs)} | ${row.code ?? ''} | ${title}${named === '' ? '' : `: ${named}`} | ${dayOf(row.first)} | ${dayOf(row.last)} |`;
        }),
      ].join('\n'),
    ];
  };
  const more = (all: number, shown: number) => (all > shown ? [`- ${words.more(all - shown)}`] : []);
  const parts = [
    `### ${inputs === 0 ? words.nothing : words.head(totals.logs, sizeOf(totals.bytes))}`,
    totalRows(totals, words)
      .map(([count, says]) => `- ${count} ${says}`)
      .join('\n'),
    ...table(
      words.causes,
      causes.filter(({ verdict }) => verdict === 'module-failure'),
    ),
    ...table(
      words.others,
      causes.filter(({ verdict }) => verdict === 'not-module'),
    ),
    ...list(words.unexplained, [
      ...unexplained.slice(0, mostRows).map(({ logs, example }) => `- ${words.thousands(logs)}: ${markdownCode(example.text ?? '')}`),
      ...more(unexplained.length, mostRows),
    ]),
    ...list(words.problems, [
      ...problems.slice(0, mostRows).map(({ name, message }) => `- ${markdownCode(name)}: ${markdownText(message)}`),
      ...more(problemCount, Math.min(problems.length, mostRows)),
    ]),
    known > 0 ? words.known(known) : '',
    stopped ? words.stopped : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function list(heading: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`**${heading}**`, rows.join('\n')];
}
