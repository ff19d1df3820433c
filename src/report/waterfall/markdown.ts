import type { Texts } from '../../i18n/texts.ts';
import { markdownCellCode, markdownText } from '../markdown-guard.ts';
import { buildWaterfall, failed } from './build.ts';
import { tookText, whatText } from './columns.ts';
import { shortDuration } from './duration.ts';
import type { Traced, WaterfallRow } from './model.ts';

const MOST_ROWS = 15;

/** The spans that failed, have no end or took longest, in order, folded; nothing without spans. @param report guarded */
export function waterfallFold(report: Traced, texts: Texts): string[] {
  if (!report.spans || report.spans.length === 0) return [];
  const { rows } = buildWaterfall(report);
  const spans = rows.filter(({ outcome }) => outcome !== null);
  const worst = spans
    .map((row, index) => ({ row, index }))
    .sort((a, b) => weight(b.row) - weight(a.row) || a.index - b.index)
    .slice(0, MOST_ROWS)
    .sort((a, b) => a.index - b.index);
  const { column, slowest } = texts.waterfall;
  const head = [column.line, column.start, column.took, column.status, column.what];
  const cells = worst.map(({ row }) => [
    row.line === null ? '' : String(row.line),
    row.start === null ? '' : markdownText(shortDuration(row.start)),
    markdownText(tookText(row, texts)),
    row.status === null ? '' : String(row.status),
    `${failed(row) ? '**!** ' : ''}${markdownCellCode(whatText(row, '…', texts))}`,
  ]);
  const table = [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  return [[`<details><summary>${slowest(worst.length, spans.length)}</summary>`, '', ...table, '', '</details>'].join('\n')];
}

function weight(row: WaterfallRow): number {
  return failed(row) ? Number.MAX_VALUE : row.outcome === 'open' ? Number.MAX_VALUE / 2 : (row.ms ?? 0);
}
