import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openQueue, type Queue } from '../../src/fleet/queue.ts';
import { enqueue, work } from '../../src/fleet/work.ts';
import { openStore } from '../../src/store/open.ts';
import { calm, failing, folderWith, modwhy } from '../cli/modwhy.ts';
import { serverOfFile, withoutServer } from '../store/both.ts';

const servers = serverOfFile();
const times = { lease: 2, wait: 1, watch: 1 };
const settings = { version: '0', jobs: 1, scan: 'worker' };
const go = { aborted: false };
const nothing = () => process.stdin;

/** Looks until it is so, or half a minute has gone. */
async function until(so: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 150 && !(await so()); look++) await new Promise((resolve) => setTimeout(resolve, 200));
}

const drained = (queue: Queue) => async () => {
  const { waiting, active } = await queue.state();
  return waiting + active === 0;
};

test.skipIf(withoutServer)(`workers share the logs, and each counts once ${withoutServer}`, { timeout: 120_000 }, async () => {
  const url = servers.url();
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.log`, at % 3 === 0 ? calm : `${failing}# ${at}\n`])),
  );
  const queue = await openQueue(url, 'test', { ...times, lease: 300 });
  expect(await enqueue(queue, [folder], nothing)).toEqual({ put: 120, problems: [] });
  expect(await queue.state()).toEqual({ waiting: 120, active: 0, aside: 0 });
  const workers = await Promise.all(
    [1, 2, 3].map(async () => {
      const mine = await openQueue(url, 'test', { ...times, lease: 300 });
      const store = await openStore(url, {});
      const done = await work(mine, store, settings, () => {}, go);
      await store.close();
      await mine.close();
      return done;
    }),
  );
  expect(workers.reduce((sum, { read }) => sum + read, 0)).toBe(120);
  const store = await openStore(url, {});
  expect(await store.totals({})).toMatchObject({ logs: 120, moduleFailures: 80, noFailure: 40 });
  // The same work once more adds nothing.
  await enqueue(queue, [folder], nothing);
  await work(queue, store, settings, () => {}, go);
  expect(await store.totals({})).toMatchObject({ logs: 120, moduleFailures: 80, noFailure: 40 });
  await store.close();
  await queue.close();
});

test.skipIf(withoutServer)('what a dead worker held is read by another one', { timeout: 120_000 }, async () => {
  const url = servers.url();
  const folder = folderWith({ 'one.log': failing, 'two.log': failing });
  const queue = await openQueue(url, 'test', times);
  await enqueue(queue, [folder], nothing);
  expect((await queue.take(1)).length).toBe(1);
  const store = await openStore(url, {});
  expect(await work(queue, store, settings, () => {}, go)).toEqual({ read: 2, failed: 0 });
  expect((await store.totals({})).logs).toBe(2);
  await store.close();
  await queue.close();
});

test.skipIf(withoutServer)('a log that cannot be read is set aside with its reason', { timeout: 120_000 }, async () => {
  const url = servers.url();
  const folder = folderWith({ 'gone.log': failing, 'there.log': failing });
  const queue = await openQueue(url, 'test', times);
  await enqueue(queue, [folder], nothing);
  rmSync(path.join(folder, 'gone.log'));
  const store = await openStore(url, {});
  await work(queue, store, settings, () => {}, go);
  await until(drained(queue));
  await store.close();
  expect(await queue.state()).toEqual({ waiting: 0, active: 0, aside: 1 });
  const [aside] = await queue.aside(9);
  expect(aside!.path).toBe(path.join(folder, 'gone.log'));
  expect(aside!.reason).toMatch(/no such file/);
  const { out, code } = modwhy(['worker', '--status', '--store', url]);
  expect({ code, out }).toEqual({ code: 0, out: `0 waiting, 0 being read, 1 set aside\n  ${aside!.path}: ${aside!.reason}\n` });
  await queue.close();
});

test.skipIf(withoutServer)('the commands do the same', { timeout: 60_000 }, () => {
  const url = servers.url();
  const folder = folderWith({ 'one.log': failing, 'two.log': calm });
  const missing = path.join(folder, 'missing.log');
  const put = modwhy(['scan', '--enqueue', '--store', url, folder, missing]);
  expect(put.out).toBe('2 logs wait for a worker: modwhy worker --store ...\n');
  expect(put.code).toBe(2);
  expect(put.err).toContain('no such file');
  const login = modwhy(['scan', '--enqueue', '--store', url, 'https://bob:geheim42@ci.corp.test/build.log']);
  expect(login.code).toBe(2);
  expect(login.out).toBe('0 logs wait for a worker: modwhy worker --store ...\n');
  expect(login.err).not.toContain('geheim42');
  expect(modwhy(['worker', '--store', url, '--format', 'json', '-q'])).toEqual({ code: 0, out: '{"read":2,"failed":0}\n', err: '' });
  expect(JSON.parse(modwhy(['history', '--store', url, '--format', 'json']).out).totals).toMatchObject({ logs: 2, moduleFailures: 1 });
});

test('a queue is not split once more', () => {
  const { err, code } = modwhy(['scan', '--enqueue', '--shard', '1/2', '--store', 'postgres://ci@127.0.0.1:1/modwhy', 'logs']);
  expect({ code, err: err.split('\n')[0] }).toEqual({
    code: 2,
    err: 'modwhy: --shard and --enqueue both share the logs out: leave one of them away',
  });
});

test('without a server there is no queue', () => {
  const { err, code } = modwhy(['worker', '--store', 'none']);
  expect({ code, err: err.split('\n')[0] }).toEqual({
    code: 2,
    err: 'modwhy: a queue for many machines needs a server: --store postgres://user@host/database',
  });
});
