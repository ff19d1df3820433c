import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serverOfFile, withoutServer } from './both.ts';
import { killWriters } from './kills.ts';
import { numberedLog } from './numbered.ts';

const servers = serverOfFile();
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('after kills of writers every log counts once in SQLite', { timeout: 120_000 }, async () => {
  await killWriters(path.join(folder, 'killed.db'), 10, 1);
});

test.skipIf(withoutServer)(`and in PostgreSQL, which crashes too ${withoutServer}`, { timeout: 120_000 }, async () => {
  await killWriters(servers.url(), 10, 2, (round) => {
    if (round === 4) servers.server().crash();
  });
});

test.skipIf(withoutServer)('a server that crashes in the middle is found again', { timeout: 60_000 }, async () => {
  const store = await servers.open();
  const batch = (from: number) => Array.from({ length: 10 }, (_, at) => numberedLog(from + at));
  await store.add(batch(0), 'scan');
  servers.server().crash();
  await store.add(batch(5), 'scan');
  expect((await store.totals({})).logs).toBe(15);
  await store.close();
});
