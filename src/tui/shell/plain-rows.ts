import type { Row } from '../view/row.ts';

/** Rows as lines to be heard: no rules, no blanks that only align, no empty lines. */
export function plainRows(rows: readonly Row[]): string[] {
  return rows
    .map((spans) =>
      spans
        .map(({ text }) => text)
        .join('')
        .replace(/[─━│=|]{2,}|[─━│]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
