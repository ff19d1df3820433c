import { guardData } from './guard.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { displayWidth, padToWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface SheetTextOptions {
  /** @default 100 */
  readonly width?: number | undefined;
  readonly ascii?: boolean;
}

const INDENT = 3;

/** A sheet for a terminal. Ends with a line end. */
export function renderSheetText(sheet: Sheet, noteLabel: string, { width = 100, ascii = false }: SheetTextOptions = {}): string {
  const columns = Math.min(100, Math.max(80, width));
  const safe = guardData(sheet, { ascii });
  const head = [safe.title, ...safe.lead.flatMap((line) => wrap(line, columns - INDENT).map((part) => ' '.repeat(INDENT) + part))];
  const notes: SheetBlock = { rows: safe.notes.map((text, index) => ({ label: index === 0 ? noteLabel : '', text })) };
  const blocks = [head, ...[...safe.blocks, notes].map((block) => blockLines(block, columns))].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function blockLines({ heading, rows }: SheetBlock, columns: number): string[] {
  const widest = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
  const column = widest === 0 ? 0 : Math.max(10, widest) + 2;
  return [
    ...(heading === undefined ? [] : wrap(heading, columns)),
    ...rows.flatMap(({ label, text, verbatim }) => {
      const lines = verbatim ? [text] : wrap(text, columns - INDENT - column);
      return lines.map((line, index) => ' '.repeat(INDENT) + padToWidth(index === 0 ? label : '', column) + line);
    }),
  ];
}
