import { type Connection, listsOf } from './connection.ts';
import type { KindShare } from './sums.ts';

const columns = [
  ...['fingerprint', 'verdict', 'cause', 'code', 'module', 'host', 'template', 'transient', 'log_verdict', 'firsts', 'template_firsts'],
] as const;

/** The numbers of kinds, for one transaction. */
export class Kinds {
  readonly #connection: Connection;
  readonly #numbers = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Makes sure that all of these have a number. Only inside `write`. @param keys their columns in order */
  async keep(keys: readonly (readonly number[])[]): Promise<void> {
    const missing = new Map(keys.map((key) => [key.join(','), key]));
    // By fingerprint: few kinds have the same.
    for (const { marks, values } of listsOf([...new Set(keys.map(([fingerprint]) => fingerprint!))])) {
      const rows = await this.#connection.all<Record<string, number>>(
        `SELECT id, ${columns.join(',')} FROM kind WHERE fingerprint IN (${marks})`,
        values,
      );
      for (const row of rows) {
        const name = columns.map((column) => row[column]).join(',');
        if (missing.delete(name)) this.#numbers.set(name, row.id!);
      }
    }
    if (missing.size === 0) return;
    const [row] = await this.#connection.all<{ id: number | null }>('SELECT max(id) AS id FROM kind');
    let next = row?.id ?? 0;
    for (const name of missing.keys()) this.#numbers.set(name, ++next);
    await this.#connection.insert(
      `INSERT INTO kind (id, ${columns.join(',')})`,
      [...missing].map(([name, key]) => [this.#numbers.get(name)!, ...key]),
    );
  }

  of(key: readonly number[]): number {
    return this.#numbers.get(key.join(','))!;
  }

  share(key: readonly number[]): KindShare {
    const [fingerprint, , cause, , module, host, , transient, , firsts] = key as number[];
    return {
      kind: this.of(key),
      fingerprint: fingerprint!,
      cause: cause!,
      module: module!,
      host: host!,
      transient: transient!,
      firsts: firsts!,
    };
  }
}
