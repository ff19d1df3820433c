import { type Connection, listsOf } from './connection.ts';
import { storableWord } from './storable.ts';

/** The numbers of words, for one transaction: another one may find that they were cleared away. */
export class Words {
  readonly #connection: Connection;
  readonly #numbers = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Makes sure that all of these have a number. Only inside `write`. */
  async keep(texts: readonly (string | null)[]): Promise<void> {
    await this.look(texts);
    const missing = new Set<string>();
    for (const text of texts) if (text !== null && !this.#numbers.has(storableWord(text))) missing.add(storableWord(text));
    if (missing.size === 0) return;
    const [row] = await this.#connection.all<{ id: number | null }>('SELECT max(id) AS id FROM word');
    let next = row?.id ?? 0;
    const rows = [...missing].map((text) => [++next, text] as const);
    await this.#connection.insert('INSERT INTO word (id, text)', rows);
    for (const [id, text] of rows) this.#numbers.set(text, id);
  }

  /** Finds the numbers of those that have one. */
  async look(texts: readonly (string | null)[]): Promise<void> {
    const wanted = new Set<string>();
    for (const text of texts) if (text !== null && !this.#numbers.has(storableWord(text))) wanted.add(storableWord(text));
    for (const { marks, values } of listsOf([...wanted])) {
      const rows = await this.#connection.all<{ id: number; text: string }>(`SELECT id, text FROM word WHERE text IN (${marks})`, values);
      for (const { id, text } of rows) this.#numbers.set(text, id);
    }
  }

  /** 0 for none; -1 for one that is not kept, which nothing equals. */
  of(text: string | null): number {
    return text === null ? 0 : (this.#numbers.get(storableWord(text)) ?? -1);
  }
}
