import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Call, calm, failing, folderWith, modwhy } from '../cli/modwhy.ts';

interface Summary {
  readonly inputs: number;
  readonly known: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly causes: readonly { readonly cause: string; readonly logs: number }[];
}

const scan = (folder: string, args: readonly string[] = [], call: Call = {}) =>
  JSON.parse(modwhy(['scan', '--format', 'json', '--store', '.history.db', ...args, 'logs'], { ...call, cwd: folder }).out) as Summary;

function logsIn(logs: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith({});
  mkdirSync(path.join(folder, 'logs'));
  for (const [name, content] of Object.entries(logs)) writeFileSync(path.join(folder, 'logs', name), content);
  return folder;
}

test('S32: a second scan reads only what is new or changed, and says the same of all', () => {
  const folder = logsIn({ 'a.log': failing, 'b.log': calm, 'c.log': failing });
  execFileSync('tar', ['-czf', 'd.tgz', 'a.log', 'b.log'], { cwd: path.join(folder, 'logs') });
  const first = scan(folder);
  expect([first.known, first.totals.logs, first.totals.moduleFailures]).toEqual([0, 5, 3]);
  const second = scan(folder);
  expect(second).toMatchObject({ inputs: 4, known: 4, totals: first.totals });
  expect(second.causes.map(({ cause, logs }) => [cause, logs])).toEqual(first.causes.map(({ cause, logs }) => [cause, logs]));
  writeFileSync(path.join(folder, 'logs', 'e.log'), failing);
  appendFileSync(path.join(folder, 'logs', 'b.log'), failing);
  const third = scan(folder);
  expect([third.inputs, third.known, third.totals.logs, third.totals.moduleFailures]).toEqual([5, 3, 6, 5]);
});

test('S32: the same content under another time is read and counts once', async () => {
  const folder = logsIn({ 'a.log': failing });
  scan(folder);
  utimesSync(path.join(folder, 'logs', 'a.log'), 1_700_000_000, 1_700_000_000);
  expect(scan(folder)).toMatchObject({ known: 0, totals: { logs: 1 } });
  const store = await openStore(path.join(folder, '.history.db'), {});
  expect(await store.totals({})).toMatchObject({ logs: 1, moduleFailures: 1 });
  await store.close();
});

test('S32: the store and the report are no logs, though they lie among them', () => {
  const folder = logsIn({ 'a.log': failing });
  const again = () =>
    modwhy(['scan', '--format', 'json', '--store', 'logs/history.db', '-o', 'logs/report.json', 'logs'], { cwd: folder }).code;
  expect([again(), again()]).toEqual([0, 0]);
  expect(JSON.parse(readFileSync(path.join(folder, 'logs', 'report.json'), 'utf8'))).toMatchObject({
    inputs: 1,
    known: 1,
    totals: { logs: 1, moduleFailures: 1, unreadable: 0 },
    problems: [],
  });
});

test('S32: what could not be read is tried again', () => {
  const folder = logsIn({ 'a.log': Buffer.alloc(9000) });
  utimesSync(path.join(folder, 'logs', 'a.log'), 1_700_000_000, 1_700_000_000);
  expect(scan(folder).totals.unreadable).toBe(1);
  expect(scan(folder)).toMatchObject({ known: 0 });
});

test('S32: --format html and ndjson know what was read before', () => {
  const folder = logsIn({ 'a.log': failing });
  scan(folder);
  const html = modwhy(['scan', '--format', 'html', '--store', '.history.db', '-o', 'page.html', 'logs'], { cwd: folder });
  expect(html).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(path.join(folder, 'page.html'), 'utf8')).toContain('GM0401');
  const rows = modwhy(['scan', '--format', 'ndjson', '--store', '.history.db', 'logs'], { cwd: folder }).out.split('\n');
  expect(JSON.parse(rows[0]!)).toEqual({ type: 'known', index: 0, input: { name: 'logs/a.log' } });
});

test('S32: without a place for the store a scan says so and goes on; one that was named must be there', () => {
  const folder = logsIn({ 'a.log': failing });
  const { code, out, err } = modwhy(['scan', 'logs'], { cwd: folder });
  expect([code, out.includes('GM0401')]).toEqual([0, true]);
  expect(err).toMatch(/^modwhy: the results are not kept: there is no folder for the store/);
  rmSync(path.join(folder, 'none'), { recursive: true, force: true });
  expect(modwhy(['scan', '--store', 'none/here.db', 'logs'], { cwd: folder })).toMatchObject({ code: 2, out: '' });
});
