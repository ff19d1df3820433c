import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryDimension, HistoryFilter, HistoryStep, HistoryStore, StoredLog } from '../../src/model/history.ts';
import { openStore } from '../../src/store/open.ts';
import { serverOfFile, withoutServer } from './both.ts';
import { Naive } from './naive.ts';
import { BEGIN, randomLogs } from './random-logs.ts';

const servers = serverOfFile();
const DAY = 86_400_000;
const runs = Number(process.env.MODWHY_STORE_RUNS ?? 12);

// On the hour and on the day too, where sums end.
const time = fc.oneof(
  fc.integer({ min: 0, max: 70 * 24 }).map((hour) => BEGIN + hour * 3_600_000),
  fc.integer({ min: 0, max: 70 }).map((day) => BEGIN - (BEGIN % DAY) + day * DAY),
  fc.constantFrom(Date.UTC(2026, 9), Date.UTC(2026, 10), Date.UTC(2026, 8, 20, 5, 31, 7, 5)),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const filters: fc.Arbitrary<HistoryFilter> = fc
  .record({
    since: maybe(time),
    until: maybe(time),
    cause: fc.constantFrom(undefined, undefined, 'network.connect-refused', 'GM0601', 'auth.bad-login', 'no.such'),
    verdict: fc.constantFrom(undefined, undefined, undefined, 'module-failure' as const, 'unknown' as const),
    module: fc.constantFrom(undefined, undefined, undefined, 'example.com/lib', 'github.com/northwind/z'),
    host: fc.constantFrom(undefined, undefined, undefined, 'git.corp.test'),
    runner: fc.constantFrom(undefined, undefined, undefined, 'runner-1', 'nobody'),
    job: fc.constantFrom(undefined, undefined, undefined, 'test'),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));
const dimension = fc.constantFrom<HistoryDimension>('cause', 'host', 'module', 'runner', 'job', 'fingerprint');
const step = fc.constantFrom<HistoryStep>('hour', 'day', 'week', 'month');
const asked = fc.array(fc.tuple(filters, filters, dimension, step, fc.integer({ min: 1, max: 6 })), { minLength: 4, maxLength: 8 });

type Question = readonly [HistoryFilter, HistoryFilter, HistoryDimension, HistoryStep, number];

async function answers(store: HistoryStore | Naive, [filter, other, by, every, limit]: Question): Promise<object> {
  return {
    totals: await store.totals(filter),
    top: await store.top(filter, limit),
    trend: await store.trend(filter, by, every, limit),
    hours: await store.hours(filter, by, limit),
    pivot: await store.pivot(filter, limit),
    compare: await store.compare(filter, other, limit),
    unexplained: await store.unexplained(filter, limit),
  };
}

/** Each answer with its question, so that a difference says where it is. */
async function compareAll(naive: Naive, stores: readonly HistoryStore[], questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const expected = await answers(naive, question);
    for (const store of stores) expect({ question, ...(await answers(store, question)) }).toEqual({ question, ...expected });
  }
}

const inputs = [randomLogs(120), randomLogs(40), asked, fc.integer({ min: 1, max: 4 })] as const;

/** What is kept comes in parts, comes again, changes and goes; after each step all questions are put. */
async function lifeOf(stores: readonly HistoryStore[], logs: StoredLog[], again: StoredLog[], questions: Question[], parts: number) {
  const naive = new Naive();
  const add = async (batch: StoredLog[], scan: string) => {
    naive.add(batch);
    for (const store of stores) await store.add(batch, scan);
  };
  const size = Math.ceil(logs.length / parts) || 1;
  for (let at = 0; at < logs.length; at += size) await add(logs.slice(at, at + size), `scan${at}`);
  for (const batch of [again, logs.slice(0, 20), logs.slice(0, 20)]) await add(batch, 'again');
  await compareAll(naive, stores, questions);
  const before = BEGIN + 30 * DAY;
  naive.keepOnly(({ at }) => at === null || at >= before);
  for (const store of stores) await store.prune({ before });
  await compareAll(naive, stores, questions);
  // An empty store answers as a new one does.
  for (const store of stores) await store.prune({ keep: 0 });
  await compareAll(new Naive(), stores, questions.slice(0, 1));
}

test('SQLite answers as a list does, after logs came, came again and went', { timeout: 120_000 }, async () => {
  const stores = [await openStore('none', {})];
  await fc.assert(
    fc.asyncProperty(...inputs, (...life) => lifeOf(stores, ...life)),
    { numRuns: runs, endOnFailure: true },
  );
  await stores[0]!.close();
});

test.skipIf(withoutServer)(`PostgreSQL answers as a list does ${withoutServer}`, { timeout: 120_000 }, async () => {
  const stores = [await servers.open()];
  await fc.assert(
    fc.asyncProperty(...inputs, (...life) => lifeOf(stores, ...life)),
    { numRuns: Math.ceil(runs / 2), endOnFailure: true },
  );
  await stores[0]!.close();
});
