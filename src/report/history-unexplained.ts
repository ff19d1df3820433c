import type { HistoryTexts } from '../i18n/en-history.ts';
import type { HistoryReportOf } from '../model/history-report.ts';
import { dayOf, placeText } from './history-words.ts';
import { markdownCellCode, markdownText } from './markdown-guard.ts';
import { cutToWidth } from './width.ts';
import { wrap } from './wrap.ts';

type Unexplained = HistoryReportOf<'history-unexplained'>;

const SHOWN = 2;
const INDENT = '    ';

/** A block for each cluster: how many logs, its words, and logs to open. */
export function unexplainedLines(report: Unexplained, columns: number, dots: string, words: HistoryTexts): string[][] {
  if (report.clusters.length === 0) return [[words.none]];
  const { clusters, more, drafts } = report;
  return [
    ...clusters.map(({ template, logs, first, last, examples }, at) => {
      const time = first === null || last === null ? words.timeless : words.between(dayOf(first), dayOf(last));
      return [
        ...wrap(`${`${at + 1}.`.padEnd(4)}${template}`, columns - 4).map((line, index) => (index === 0 ? line : INDENT + line.trimStart())),
        `${INDENT}${words.logs(words.count(logs), logs === 1)}${words.comma}${time}`,
        ...examples
          .slice(0, SHOWN)
          .flatMap((example) => [INDENT + cutToWidth(example.text, columns - 4, dots), INDENT + placeText(example)]),
      ];
    }),
    ...(more > 0 ? [[words.moreClusters(words.count(more))]] : []),
    ...(drafts === null ? [[words.draftsHint]] : [draftLines(drafts, words).flatMap((line) => wrap(line, columns))]),
  ];
}

/** The same as a table. */
export function unexplainedMarkdown({ clusters, more, drafts }: Unexplained, words: HistoryTexts): string[] {
  if (clusters.length === 0) return [markdownText(words.none)];
  const rows = clusters.map(
    ({ template, logs, examples: [example] }) =>
      `| ${words.count(logs)} | ${markdownCellCode(template)} | ${example ? markdownCellCode(placeText(example)) : ''} |`,
  );
  return [
    [`| ${[words.columns.logs, words.columns.failure, words.newest].map(markdownText).join(' | ')} |`, '|---:|---|---|', ...rows].join(
      '\n',
    ),
    ...(more > 0 ? [markdownText(words.moreClusters(words.count(more)))] : []),
    ...(drafts === null ? [] : draftLines(drafts, words).map(markdownText)),
  ];
}

function draftLines({ folder, written, kept, without }: NonNullable<Unexplained['drafts']>, words: HistoryTexts): string[] {
  return [
    words.drafts(folder, words.count(written.length)),
    ...(kept.length > 0 ? [words.draftsKept(words.count(kept.length))] : []),
    ...(without.length > 0 ? [words.noDraft(words.count(without.length))] : []),
    words.draftsNext,
  ];
}
