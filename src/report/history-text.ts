import { type HistoryTexts, historyEnglish } from '../i18n/en-history.ts';
import type { HistoryReport, HistoryReportOf } from '../model/history-report.ts';
import { bar, sparkline } from './bars.ts';
import { guardData } from './guard.ts';
import { unexplainedLines } from './history-unexplained.ts';
import { failureName, headLines, momentText, placeText, ruleText, seriesOf, stateText, subjectText } from './history-words.ts';
import { cutToWidth, displayWidth, padToWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface HistoryTextOptions {
  /** @default 80 */
  readonly width?: number;
  readonly ascii?: boolean;
  /** @default those of English */
  readonly words?: HistoryTexts;
}

interface Page {
  readonly columns: number;
  readonly ascii: boolean;
  readonly words: HistoryTexts;
}

const INDENT = 4;

/** What the history says, for a reader. Ends with a line end. */
export function renderHistoryText(
  report: HistoryReport,
  { width = 80, ascii = false, words = historyEnglish }: HistoryTextOptions = {},
): string {
  const page: Page = { columns: Math.min(120, Math.max(80, width)), ascii, words };
  const safe = guardData(report, { ascii });
  const blocks = [headLines(safe, words).flatMap((line) => wrap(line, page.columns)), ...bodyOf(safe, page)].filter(
    (lines) => lines.length > 0,
  );
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function bodyOf(report: HistoryReport, page: Page): string[][] {
  if (report.type === 'history-prune') return [[ruleText(report, page.words)]];
  if (report.totals.logs === 0 && report.type !== 'history-compare') return [[page.words.noLogs]];
  if (report.type === 'history-top') return topLines(report, page);
  if (report.type === 'history-trend') return trendLines(report, page);
  if (report.type === 'history-compare') return compareLines(report, page);
  if (report.type === 'history-unexplained') return unexplainedLines(report, page.columns, page.ascii ? '...' : '…', page.words);
  return showLines(report, page);
}

function topLines({ failures, totals }: HistoryReportOf<'history-top'>, page: Page): string[][] {
  const { words, columns } = page;
  if (failures.length === 0) return [[words.none]];
  const most = failures[0]!.logs;
  const wide = Math.max(...failures.map(({ logs }) => words.count(logs).length));
  const blocks = failures.map((one, at) => {
    const count = `${words.count(one.logs).padStart(wide)} ${padToWidth(bar(one.logs, most, 12, page.ascii), 12)}`;
    const number = `${at + 1}.`.padEnd(INDENT);
    const room = columns - INDENT - displayWidth(count) - 2;
    return [
      `${number}${padToWidth(cutToWidth(failureName(one, words), room, page.ascii ? '...' : '…'), room)}  ${count}`,
      ...indented(subjectText(one, words), page),
      ...indented(stateText(one, words), page),
      ...indented(one.example.text ?? '', page, true),
      ...verbatim(placeText(one.example)),
    ];
  });
  return [...blocks, totals.logs > 0 ? [words.show] : []];
}

/** A line of a log is cut rather than broken; other texts are broken. */
function indented(text: string, { columns, ascii }: Page, cut = false): string[] {
  if (text === '') return [];
  const lines = cut ? [cutToWidth(text, columns - INDENT, ascii ? '...' : '…')] : wrap(text, columns - INDENT);
  return lines.map((line) => ' '.repeat(INDENT) + line);
}

/** A path stays whole, so that it can be opened. */
function verbatim(text: string): string[] {
  return [' '.repeat(INDENT) + text];
}

function trendLines(report: HistoryReportOf<'history-trend'>, page: Page): string[][] {
  const { words, ascii } = page;
  if (report.points.length === 0) return [[words.none]];
  const width = Math.floor(page.columns / 2);
  const { rows, marks, folded, first, last } = seriesOf(report.points, report.step, width, words.other);
  const most = Math.max(...rows.flatMap(({ values }) => values));
  const wide = Math.max(...rows.map(({ logs }) => words.count(logs).length), displayWidth(words.columns.logs));
  const name = words.by[report.by];
  const longest = Math.max(displayWidth(name), ...rows.map(({ key }) => displayWidth(key)));
  const room = Math.min(page.columns - marks - wide - 4, longest);
  const line = (key: string, logs: string, drawn: string) =>
    `${padToWidth(cutToWidth(key, room, ascii ? '...' : '…'), room)}  ${' '.repeat(Math.max(0, wide - displayWidth(logs)))}${logs}  ${drawn}`;
  const [from, to] = [momentText(first, report.step), momentText(last, report.step)];
  const scale =
    folded === 1 ? words.trend(words.step[report.step], from, to) : words.trendFolded(folded, words.steps[report.step], from, to);
  return [
    [
      line(name, words.columns.logs, ''),
      ...rows.map(({ key, logs, values }) => line(key, words.count(logs), sparkline(values, most, ascii))),
    ],
    [scale, words.highest(words.count(most))],
  ];
}

function showLines(report: HistoryReportOf<'history-show'>, page: Page): string[][] {
  const { failure, days, pivot, logs } = report;
  const { words, ascii } = page;
  const head = [
    failureName(failure, words),
    ...[subjectText(failure, words), stateText(failure, words)].flatMap((text) => indented(text, page)),
  ];
  const drawn = days.length === 0 ? null : seriesOf(days, 'day', page.columns - INDENT, words.other);
  const most = Math.max(...(drawn?.rows[0]?.values ?? [0]));
  const chart = drawn && [
    words.days,
    ' '.repeat(INDENT) + sparkline(drawn.rows[0]!.values, most, ascii),
    ...indented(
      `${drawn.folded === 1 ? words.trend(words.step.day, momentText(drawn.first, 'day'), momentText(drawn.last, 'day')) : words.trendFolded(drawn.folded, words.steps.day, momentText(drawn.first, 'day'), momentText(drawn.last, 'day'))}${words.semicolon}${words.highest(words.count(most))}`,
      page,
    ),
  ];
  const where = pivot.map(
    (row) =>
      `${' '.repeat(INDENT)}${padToWidth(`${words.dimension[row.dimension]} ${row.key}`, 40)}  ${words.share(words.count(row.failed), words.count(row.logs))}`,
  );
  const newest = logs.flatMap((log) => [
    ...verbatim(placeText(log)),
    ...indented(
      [
        log.at?.replace('T', ' ').replace(/\.\d+Z$/, 'Z') ?? words.timeless,
        log.job,
        log.runner,
        log.commit && `${words.commit} ${log.commit.slice(0, 12)}`,
        ...log.ids,
      ]
        .filter(Boolean)
        .join(words.comma),
      page,
    ).map((line) => `  ${line}`),
  ]);
  return [head, chart ?? [], where.length > 0 ? [words.where, ...where] : [], newest.length > 0 ? [words.newest, ...newest] : []];
}

function compareLines(report: HistoryReportOf<'history-compare'>, page: Page): string[][] {
  const { words } = page;
  if (report.failures.length === 0) return [[words.none]];
  const titles = [words.columns.before, words.columns.after];
  const numbers = report.failures.map((one) => [words.count(one.before), words.count(one.after)]);
  const wide = [0, 1].map((at) => Math.max(displayWidth(titles[at]!), ...numbers.map((row) => row[at]!.length)));
  const change = Math.max(displayWidth(words.columns.change), ...Object.values(words.change).map(displayWidth));
  const right = (text: string, width: number) => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
  const row = (before: string, after: string, changed: string, text: string) =>
    `${right(before, wide[0]!)}  ${right(after, wide[1]!)}  ${padToWidth(changed, change)}  ${text}`;
  const left = displayWidth(row('', '', '', ''));
  return [
    [
      row(titles[0]!, titles[1]!, words.columns.change, words.columns.failure),
      ...report.failures.flatMap((one, at) => {
        const texts = [failureName(one, words), subjectText(one, words)]
          .filter((text) => text !== '')
          .flatMap((text) => wrap(text, page.columns - left));
        return texts.map((text, line) =>
          line === 0 ? row(numbers[at]![0]!, numbers[at]![1]!, words.change[one.change], text) : ' '.repeat(left) + text,
        );
      }),
    ],
    [words.shares],
  ];
}
