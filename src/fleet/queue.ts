import type { PgBoss } from 'pg-boss';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { postgresFailure } from '../store/postgres-failure.ts';

/** Logs that wait to be read. */
const WAITING = 'modwhy-logs';
/** Those that could not be read, however often. */
const ASIDE = 'modwhy-aside';
/** A worker that holds a log for so long is taken for dead: reading one ends earlier by itself. */
const LEASE = 900;
const RETRIES = 2;
const WAIT = 5;
/** So often leases that ended are looked for. */
const WATCH = 30;

/** In seconds. */
interface QueueTimes {
  readonly lease?: number;
  readonly wait?: number;
  readonly watch?: number;
}

/** A log that waits, by its absolute path or URL. */
interface Waiting {
  readonly path: string;
  /** The attempt before failed with that. */
  readonly reason?: string;
}

/** How many logs are where. */
interface QueueState {
  readonly waiting: number;
  readonly active: number;
  readonly aside: number;
}

/** Work for many machines, kept in the database of the store: what one worker takes no other one has, until it is done or its lease ends. */
export interface Queue {
  put(paths: readonly string[]): Promise<void>;
  take(most: number): Promise<readonly { readonly id: string; readonly path: string }[]>;
  done(ids: readonly string[]): Promise<void>;
  /** It is tried again later, and set aside with this reason after the last attempt. */
  failed(id: string, path: string, reason: string): Promise<void>;
  state(): Promise<QueueState>;
  aside(most: number): Promise<readonly Waiting[]>;
  close(): Promise<void>;
}

/**
 * Opens the queue, and makes its tables where there are none.
 * @param name of the server as messages show it
 * @throws ModwhyError E_STORE
 */
export async function openQueue(url: string, name: string, { lease = LEASE, wait = WAIT, watch = WATCH }: QueueTimes = {}): Promise<Queue> {
  const { PgBoss: Boss } = await import('pg-boss');
  const boss: PgBoss = new Boss({
    connectionString: url,
    schema: 'modwhy_queue',
    schedule: false,
    application_name: 'modwhy',
    max: 4,
    superviseIntervalSeconds: watch,
    monitorIntervalSeconds: watch,
  });
  const safely = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const failure = postgresFailure(error, name);
      throw failure instanceof ModwhyError
        ? failure
        : new ModwhyError('E_STORE', say`the queue in ${name} cannot be used: ${(error as Error).message.split('\n')[0]!}`, {
            cause: error,
          });
    }
  };
  // Without a listener an error of its own timers would end the process; what matters fails in a call too.
  boss.on('error', () => {});
  await safely(async () => {
    await boss.start();
    await boss.createQueue(ASIDE, { retentionSeconds: 90 * 86_400 });
    await boss.createQueue(WAITING, { expireInSeconds: lease, retryLimit: RETRIES, retryDelay: wait, deadLetter: ASIDE });
  });
  return {
    put: (paths) =>
      safely(
        async () =>
          void (await boss.insert(
            WAITING,
            paths.map((path) => ({ data: { path } })),
          )),
      ),
    take: (most) =>
      safely(async () => {
        const jobs = await boss.fetch<Waiting>(WAITING, { batchSize: most });
        return jobs.map(({ id, data }) => ({ id, path: data.path }));
      }),
    done: (ids) => safely(async () => void (ids.length > 0 && (await boss.complete(WAITING, [...ids])))),
    failed: (id, path, reason) => safely(async () => void (await boss.fail(WAITING, id, { path, reason }))),
    state: () =>
      safely(async () => {
        const waiting = await boss.getQueueStats(WAITING);
        const aside = await boss.getQueueStats(ASIDE);
        return { waiting: waiting.queuedCount, active: waiting.activeCount, aside: aside.queuedCount };
      }),
    aside: (most) =>
      safely(async () => {
        const jobs = await boss.findJobs<Waiting>(ASIDE);
        return jobs
          .slice(0, most)
          .map(({ data, output }) => ({ path: data.path, reason: String((output as Waiting | null)?.reason ?? '') }));
      }),
    close: () => boss.stop({ graceful: false }),
  };
}
