import type { Client } from 'pg';
import type { Connection, Row, Value } from './connection.ts';
import { postgresFailure } from './postgres-failure.ts';

/** The most values that one statement takes is 65535. */
const VALUES = 60_000;
/** One for all writers of a store: batches come one after the other, so that names get one number and sums add up. */
const LOCK = 7_305_201_126;
const CONNECT = 10_000;
/** Attempts while a server says that it is starting. */
const STARTING = 30;
/** As long as writers of a file wait for each other. */
const LOCK_WAIT = 30_000;

/**
 * Connects to a server.
 * @param url `postgres://user:password@host/database`; `sslmode` and the variables of libpq such as PGPASSWORD count
 * @throws ModwhyError E_STORE
 */
export async function openPostgres(url: string, name: string): Promise<Connection> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openOnce(url, name);
    } catch (error) {
      // It says that it starts or stops: after a crash that takes seconds.
      if (!isStarting(error) || attempt === STARTING) throw postgresFailure(error, name);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** @throws what the server or the way to it says */
async function openOnce(url: string, name: string): Promise<Connection> {
  const { default: pg } = await import('pg');
  // Sums and 64-bit numbers come as text otherwise; all of ours are below 2^53.
  const numbers: Readonly<Record<number, true>> = { 20: true, 1700: true };
  const getTypeParser = ((type: number, format: 'text') => (numbers[type] ? Number : pg.types.getTypeParser(type, format))) as never;
  let client: Client | null = null;
  try {
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT,
      types: { getTypeParser },
      application_name: 'modwhy',
    });
    // Without a listener a server that goes away while nothing is asked would end the process.
    client.on('error', () => {});
    await client.connect();
    await client.query('SET client_min_messages = warning');
    const { rows } = await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'modwhy'`);
    if (rows.length === 0) await client.query('CREATE SCHEMA IF NOT EXISTS modwhy').catch(ignoreExisting);
    // JIT takes longer than our questions; a writer that waits for ever would look like a hang.
    await client.query(`SET search_path = modwhy; SET jit = off; SET lock_timeout = ${LOCK_WAIT}`);
  } catch (error) {
    await client?.end().catch(() => {});
    throw error;
  }
  return connect(client, name);
}

function isStarting(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '57P03';
}

/** Two processes that make the schema at the same moment: the other one has. */
function ignoreExisting(error: { code?: string }): void {
  if (error.code !== '23505' && error.code !== '42P06') throw error;
}

function connect(client: Client, name: string): Connection {
  const query = async <R>(sql: string, values: readonly Value[] = []): Promise<R[]> => {
    try {
      let at = 0;
      const text = values.length > 0 ? sql.replaceAll('?', () => `$${++at}`) : sql;
      const result = await client.query(values.length > 0 ? { text, values: [...values] } : text);
      return (Array.isArray(result) ? [] : result.rows) as R[];
    } catch (error) {
      throw postgresFailure(error, name);
    }
  };
  const inside = async <T>(begin: string, work: () => Promise<T>): Promise<T> => {
    await query(begin);
    try {
      const result = await work();
      await query('COMMIT');
      return result;
    } catch (error) {
      await query('ROLLBACK').catch(() => {});
      throw error;
    }
  };
  return {
    kind: 'postgres',
    name,
    all: <R = Row>(sql: string, values?: readonly Value[]) => query<R>(sql, values),
    script: async (sql) => void (await query(sql)),
    insert: async (head, rows, tail = '') => {
      if (rows.length === 0) return;
      const width = rows[0]!.length;
      const most = Math.floor(VALUES / width);
      const one = `(${Array(width).fill('?').join(',')})`;
      for (let from = 0; from < rows.length; from += most) {
        const some = rows.slice(from, from + most);
        await query(`${head} VALUES ${some.map(() => one).join(',')} ${tail}`, some.flat());
      }
    },
    write: (work) =>
      inside('BEGIN', async () => {
        await query(`SELECT pg_advisory_xact_lock(${LOCK})`);
        return work();
      }),
    read: (work) => inside('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    // Its own vacuum does that.
    shrink: async () => {},
    close: async () => client.end().catch(() => {}),
  };
}
