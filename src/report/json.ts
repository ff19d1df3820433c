import { guardJson } from './guard.ts';

/** A report as one indented JSON object. Ends with a line end. */
export function renderJson(report: object): string {
  return `${guardJson(JSON.stringify(report, null, 2))}\n`;
}
