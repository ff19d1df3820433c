import type { ScanSummary } from '../model/scan.ts';

/** The summary of a scan as programs read it: times are texts in UTC. */
export function summaryRow(summary: ScanSummary, tool: { readonly version: string; readonly catalog: string }): object {
  return timed({ type: 'summary', schemaVersion: 1, tool: { name: 'modwhy', ...tool }, ...summary });
}

function timed(value: unknown, key = ''): object {
  if (typeof value === 'number' && (key === 'first' || key === 'last')) return new Date(value).toISOString() as unknown as object;
  if (Array.isArray(value)) return value.map((item) => timed(item));
  if (typeof value !== 'object' || value === null) return value as object;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, timed(item, name)]));
}
