import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Connection, Row, Value } from './connection.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/** A writer of a busy store waits so long for the others. */
const BUSY = 30_000;
/** Statements that are kept prepared. */
const KEPT = 64;

/**
 * Opens a file, which is made when it is not there.
 * @param file `:memory:` for none
 * @throws ModwhyError E_STORE
 */
export function openSqlite(file: string, name: string): Connection {
  let database: DatabaseSync | null = null;
  try {
    database = new (loadSqlite().DatabaseSync)(file, { timeout: BUSY });
    // What is pruned leaves the file, and nothing of it stays readable in there.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = ON');
    if (file !== ':memory:') database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192; PRAGMA mmap_size = 1073741824');
  } catch (error) {
    if (database?.isOpen) database.close();
    throw sqliteFailure(error, name);
  }
  return connect(database, name);
}

function connect(database: DatabaseSync, name: string): Connection {
  const kept = new Map<string, StatementSync>();
  let writes = false;
  const prepared = (sql: string): StatementSync => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(sql, statement);
    return statement;
  };
  const safely = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteFailure(error, name);
    }
  };
  const inside = async <T>(begin: string, work: () => Promise<T>): Promise<T> => {
    safely(() => database.exec(begin));
    try {
      const result = await work();
      safely(() => database.exec('COMMIT'));
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    kind: 'sqlite',
    name,
    all: async <R = Row>(sql: string, values: readonly Value[] = []) => safely(() => prepared(sql).all(...values) as R[]),
    script: async (sql) => safely(() => database.exec(sql)),
    insert: async (head, rows, tail = '') => {
      if (rows.length === 0) return;
      safely(() => {
        const statement = prepared(`${head} VALUES (${rows[0]!.map(() => '?').join(',')}) ${tail}`);
        for (const row of rows) statement.run(...row);
      });
    },
    write: (work) => {
      // A scan touches every part of a file that may have years in it: all of that would be memory of this process.
      if (!writes) safely(() => database.exec('PRAGMA mmap_size = 0'));
      writes = true;
      return inside('BEGIN IMMEDIATE', work);
    },
    read: (work) => inside('BEGIN', work),
    shrink: async () => safely(() => database.exec('PRAGMA incremental_vacuum')),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** The module of Node, without its warning that it may change: we know, and people who read a report need not. */
function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (String(warning).includes('SQLite is an experimental feature')) return;
    (emitWarning as (...all: unknown[]) => void).call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
