import type { HistoryStore } from '../model/history.ts';
import { addLogs } from './add-logs.ts';
import { compare } from './comparison.ts';
import type { Connection } from './connection.ts';
import { top } from './failures.ts';
import { knownLogs } from './known-logs.ts';
import { pivot } from './pivots.ts';
import { ConnectionLost } from './postgres-failure.ts';
import { clearAway, countOf, pruneBatch, pruned } from './prune.ts';
import { show } from './show.ts';
import { totals } from './totals.ts';
import { hours, trend } from './trends.ts';
import { unexplained } from './unexplained.ts';

/** Waits before each new attempt after a server went away, in milliseconds: half a minute in all, as long as a server takes to start again. */
const WAITS = [100, 250, 500, 1000, 2000, 4000, 8000, 15_000] as const;

/**
 * The store over one connection. Its work is done one after the other; when the server goes away in the middle it connects and does the whole
 * piece of work again, which changes nothing that was kept already.
 */
export class DatabaseStore implements HistoryStore {
  #connection: Connection;
  readonly #again: () => Promise<Connection>;
  #last: Promise<unknown> = Promise.resolve();

  /** @param again opens the same database once more */
  constructor(connection: Connection, again: () => Promise<Connection>) {
    this.#connection = connection;
    this.#again = again;
  }

  known: HistoryStore['known'] = (files, catalog, scan) => this.#write((connection) => knownLogs(connection, files, catalog, scan));
  add: HistoryStore['add'] = (logs, scan) => this.#write((connection) => addLogs(connection, logs, scan));
  totals: HistoryStore['totals'] = (filter) => this.#read((connection) => totals(connection, filter));
  top: HistoryStore['top'] = (filter, limit) => this.#read((connection) => top(connection, filter, limit));
  trend: HistoryStore['trend'] = (filter, by, step, keys) => this.#read((connection) => trend(connection, filter, by, step, keys));
  hours: HistoryStore['hours'] = (filter, by, keys) => this.#read((connection) => hours(connection, filter, by, keys));
  pivot: HistoryStore['pivot'] = (filter, limit) => this.#read((connection) => pivot(connection, filter, limit));
  show: HistoryStore['show'] = (fingerprint, filter, limit) => this.#read((connection) => show(connection, fingerprint, filter, limit));
  compare: HistoryStore['compare'] = (before, after, limit) => this.#read((connection) => compare(connection, before, after, limit));
  unexplained: HistoryStore['unexplained'] = (filter, limit) => this.#read((connection) => unexplained(connection, filter, limit));

  prunable: HistoryStore['prunable'] = (rule) =>
    this.#read(async (connection) => {
      const condition = await pruned(connection, rule);
      return condition === null ? 0 : countOf(connection, condition);
    });

  prune: HistoryStore['prune'] = async (rule) => {
    const condition = await this.#read((connection) => pruned(connection, rule));
    if (condition === null) return 0;
    let all = 0;
    for (;;) {
      const went = await this.#write((connection) => pruneBatch(connection, condition));
      if (went === 0) break;
      all += went;
    }
    if (all > 0) {
      await this.#write(clearAway);
      await this.#inTurn(() => this.#connection.shrink());
    }
    return all;
  };

  async close(): Promise<void> {
    await this.#last;
    await this.#connection.close();
  }

  #write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#connection.write(() => work(this.#connection)));
  }

  #read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#connection.read(() => work(this.#connection)));
  }

  /** Transactions of one connection cannot overlap. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#lasting(work));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #lasting<T>(work: () => Promise<T>): Promise<T> {
    let lost: ConnectionLost | null = null;
    for (const wait of [0, ...WAITS]) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        if (lost) {
          await this.#connection.close();
          this.#connection = await this.#again();
        }
        return await work();
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        lost = error;
      }
    }
    throw lost;
  }
}
