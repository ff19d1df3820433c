import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Found } from '../../src/scan/found.ts';
import type { Scanned } from '../../src/scan/one.ts';
import { createPool, type PoolSettings } from '../../src/scan/pool.ts';
import { failing, folderWith } from '../cli/modwhy.ts';

const settings: PoolSettings = { jobs: 1, catalog: 'x', version: '0', language: 'en', reports: false, hashes: true };

async function readAll(files: readonly Found[], more: Partial<PoolSettings>): Promise<Scanned[]> {
  const results: Scanned[] = [];
  const pool = createPool({ ...settings, ...more }, (scanned) => results.push(scanned));
  for (const [index, found] of files.entries()) await pool.add(index, found);
  await pool.drain({ aborted: false });
  await pool.close();
  return results.sort((one, other) => one.index - other.index);
}

function filesOf(logs: Readonly<Record<string, string>>): Found[] {
  const folder = folderWith({});
  return Object.entries(logs).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return { kind: 'file', name, path: file, size: text.length, modified: 0, named: false };
  });
}

// Every line of it matters, so that all of them are held.
const heavy = `${failing.split('\n')[1]}\n`.repeat(40_000);

test('S32: a log that kills its thread is set aside with its reason, and the others of its batch are read', async () => {
  const files = filesOf({ 'a.log': failing, 'heavy.log': heavy, 'b.log': failing, 'c.log': failing });
  const results = await readAll(files, { memory: 48 });
  expect(results.map(({ logs }) => logs[0]!.verdict)).toEqual(['module-failure', 'unreadable', 'module-failure', 'module-failure']);
  expect(results[1]!.problem!.message).toBe(
    'reading it takes more memory than one log may have; it is set aside: look at it with modwhy explain',
  );
}, 60_000);

test('of two batches that a thread has, only the log that kills it is lost', async () => {
  const logs = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`${index}.log`, index === 40 ? heavy : failing]));
  const results = await readAll(filesOf(logs), { memory: 48 });
  expect(results.map(({ index }) => index)).toEqual(Array.from({ length: 120 }, (_, index) => index));
  expect(results.filter(({ problem }) => problem !== null).map(({ index }) => index)).toEqual([40]);
}, 60_000);

test('S32: a log that takes too long is set aside, and the others are read', async () => {
  const files = filesOf({ 'heavy.log': heavy, 'a.log': failing, 'b.log': failing });
  const results = await readAll(files, { patience: { log: 300, megabyte: 0 } });
  expect(results[0]!.problem!.message).toMatch(/^reading it took too long/);
  expect(results.slice(1).map(({ logs }) => logs[0]!.verdict)).toEqual(['module-failure', 'module-failure']);
}, 60_000);
