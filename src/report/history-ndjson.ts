import type { HistoryReport } from '../model/history-report.ts';
import { guardJson } from './guard.ts';

/** The name of the rows of each report, and of a row. */
const rows = {
  'history-top': ['failures', 'failure'],
  'history-trend': ['points', 'point'],
  'history-show': ['logs', 'log'],
  'history-compare': ['failures', 'comparison'],
  'history-prune': [null, null],
  'history-unexplained': ['clusters', 'cluster'],
} as const;

/** The report without its rows, then each of these in a line of its own. */
export function renderHistoryNdjson(report: HistoryReport): string {
  const [list, type] = rows[report.type];
  const { ...head } = report as Record<string, unknown>;
  const found = (list === null ? [] : head[list]) as readonly object[];
  if (list !== null) delete head[list];
  return [head, ...found.map((row) => ({ type, ...row }))].map((row) => `${guardJson(JSON.stringify(row))}\n`).join('');
}
