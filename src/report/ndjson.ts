import type { ErrorRow, Report } from '../model/report.ts';
import { guardJson } from './guard.ts';

/** One row: a report, or what kept an input from being read. Ends with a line end. */
export function renderNdjson(row: Report | ErrorRow): string {
  return `${guardJson(JSON.stringify(row))}\n`;
}

/** The row of an input that could not be read. */
export function errorRow(index: number, name: string, error: { readonly code: string; readonly message: string }): ErrorRow {
  return { type: 'error', index, input: { name }, error: { code: error.code, message: error.message } };
}
