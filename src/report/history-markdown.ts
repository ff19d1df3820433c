import type { HistoryTexts } from '../i18n/en-history.ts';
import type { HistoryReport } from '../model/history-report.ts';
import { guardData } from './guard.ts';
import { unexplainedMarkdown } from './history-unexplained.ts';
import { failureName, headLines, momentText, placeText, ruleText, seriesOf, stateText, subjectText } from './history-words.ts';
import { markdownCellCode, markdownText } from './markdown-guard.ts';

/** What the history says, for an issue or a wiki. Ends with a line end. */
export function renderHistoryMarkdown(report: HistoryReport, words: HistoryTexts): string {
  const safe = guardData(report);
  const [title, ...lead] = headLines(safe, words);
  const parts = [`### ${markdownText(title!)}`, ...lead.map((line) => markdownText(line)), ...bodyOf(safe, words)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function bodyOf(report: HistoryReport, words: HistoryTexts): string[] {
  if (report.type === 'history-prune') return [markdownText(ruleText(report, words))];
  if (report.totals.logs === 0 && report.type !== 'history-compare') return [markdownText(words.noLogs)];
  if (report.type === 'history-trend') return [trendTable(report.points, report.by, report.step, words)];
  if (report.type === 'history-unexplained') return unexplainedMarkdown(report, words);
  if (report.type === 'history-compare') {
    const { before, after, change, failure } = words.columns;
    const rows = report.failures.map((one) => [
      ...[words.count(one.before), words.count(one.after), words.change[one.change]],
      [failureName(one, words), subjectText(one, words)]
        .filter((text) => text !== '')
        .map(markdownText)
        .join('<br>'),
    ]);
    return report.failures.length === 0
      ? [markdownText(words.none)]
      : [table([before, after, change, failure], rows, 2), markdownText(words.shares)];
  }
  if (report.type === 'history-top')
    return report.failures.length === 0 ? [markdownText(words.none)] : [failureTable(report.failures, words)];
  return [
    failureTable([report.failure], words),
    ...(report.pivot.length === 0
      ? []
      : [
          `**${markdownText(words.where)}**`,
          report.pivot
            .map(
              (row) =>
                `- ${markdownText(words.dimension[row.dimension])} ${markdownCellCode(row.key)}: ${markdownText(words.share(words.count(row.failed), words.count(row.logs)))}`,
            )
            .join('\n'),
        ]),
    `**${markdownText(words.newest)}**`,
    report.logs.map((log) => `- ${markdownCellCode(placeText(log))} ${markdownText(log.at ?? words.timeless)}`).join('\n'),
  ];
}

type Failures = Extract<HistoryReport, { type: 'history-top' }>['failures'];

function failureTable(failures: Failures, words: HistoryTexts): string {
  const rows = failures.map((one) => [
    words.count(one.logs),
    [failureName(one, words), subjectText(one, words), stateText(one, words)]
      .filter((text) => text !== '')
      .map(markdownText)
      .join('<br>'),
    markdownCellCode(placeText(one.example)),
  ]);
  return table([words.columns.logs, words.columns.failure, words.newest], rows, 1);
}

function trendTable(
  points: Extract<HistoryReport, { type: 'history-trend' }>['points'],
  by: keyof HistoryTexts['by'],
  step: keyof HistoryTexts['step'],
  words: HistoryTexts,
): string {
  if (points.length === 0) return markdownText(words.none);
  const { rows } = seriesOf(points, step, 1, words.other);
  const names = rows.map(({ key }) => key);
  const times = [...new Set(points.map(({ at }) => at))];
  const of = (at: string, key: string) =>
    points.find((point) => point.at === at && (point.key === 'other' ? words.other : point.key) === key)?.logs ?? 0;
  return table(
    [`${words.by[by]} / ${words.step[step]}`, ...names].map(String),
    times.map((at) => [momentText(Date.parse(at), step), ...names.map((name) => words.count(of(at, name)))]),
    0,
  );
}

/** @param numbers so many columns from the left are numbers */
function table(head: readonly string[], rows: readonly (readonly string[])[], numbers: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head.map(markdownText)), line(head.map((_, at) => (at < numbers ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
