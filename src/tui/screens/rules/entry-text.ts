import type { Book } from '../../../browse/book.ts';
import type { Entry } from '../../../browse/find.ts';
import type { Language } from '../../../i18n/texts.ts';
import { displayWidth } from '../../../report/width.ts';
import type { Block } from '../../view/block.ts';
import { words } from '../../words.ts';
import { entryBlocks } from './entry-blocks.ts';

/** A rule as text for a pipe: whole lines, nothing cut. */
export function entryText(entry: Entry, language: Language): string {
  const blocks = entryBlocks(entry, language);
  const labels = Math.max(...blocks.map(({ label }) => displayWidth(label)));
  const rows = blocks.flatMap((item) => [...(item.opens ? [''] : []), ...textRows(item, labels)]);
  return `${[entry.kind === 'cause' ? `${entry.code}  ${entry.id}` : entry.id, ...rows].join('\n')}\n`;
}

function textRows({ label, text, note }: Block, labels: number): string[] {
  const indent = ' '.repeat(labels + 2);
  const head = label + ' '.repeat(labels + 2 - displayWidth(label));
  const lines = text.split('\n').map((line, index) => (index === 0 ? head : indent) + line);
  if (!note) return lines;
  return text.includes('\n') || text.length > 60
    ? [...lines, `${indent}  (${note})`]
    : [...lines.slice(0, -1), `${lines.at(-1)}  (${note})`];
}

/** All rules of one kind, one a line. */
export function listText(entries: readonly Entry[], book: Book): string {
  const rows = entries.map((entry) =>
    entry.kind === 'cause'
      ? [entry.code, entry.id, words.rules.severity[entry.severity], entry.title]
      : [entry.id, words.rules.role[entry.role], entry.causes.map(({ code }) => code).join(' ')],
  );
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => displayWidth(cells[column]!)))) ?? [];
  const padded = rows.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat(widths[column]! - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
  return `${[...padded, '', words.rules.counted(book.causes.length, book.signals.length, book.catalog)].join('\n')}\n`;
}
