import type { Book, BookCause, BookSignal } from './book.ts';

export type Entry = BookCause | BookSignal;

/** The rule with this name: a code in any case, a slug, or the id of a signal; null when there is none. */
export function findEntry(book: Book, name: string): Entry | null {
  const code = name.toUpperCase();
  return book.causes.find((cause) => cause.code === code || cause.id === name) ?? book.signals.find(({ id }) => id === name) ?? null;
}

/** Whether every word of a filter stands in the names or the title of a rule; case does not matter. */
export function fits(entry: Entry, filter: string): boolean {
  const text = searchText(entry);
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function searchText(entry: Entry): string {
  if (entry.kind === 'cause') return `${entry.code} ${entry.id} ${entry.title}`.toLowerCase();
  return `${entry.id} ${entry.literals.join(' ')} ${entry.causes.map(({ id, code }) => `${id} ${code}`).join(' ')}`.toLowerCase();
}
