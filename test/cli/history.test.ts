import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyReportSchema } from '../../src/model/history-report.ts';
import { openStore } from '../../src/store/open.ts';
import { numberedLog } from '../store/numbered.ts';
import { failing, folderWith, modwhy } from './modwhy.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-history-'));
const file = path.join(folder, 'history.db');

beforeAll(async () => {
  const store = await openStore(file, {});
  await store.add(
    Array.from({ length: 400 }, (_, at) => numberedLog(at)),
    'scan',
  );
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is printed, with a name for the store. */
function ask(...words: string[]): string {
  const { out, err, code } = modwhy(['history', ...words, '--store', file]);
  return `${out}${err}`.replaceAll(file, 'STORE') + (code === 0 ? '' : `exit ${code}\n`);
}

test.each([
  'top --limit 2',
  'top --limit 1 --ascii --since 30d --runner runner-1',
  'top --limit 1 --lang zh',
  'top --limit 2 --format markdown',
  'top --module example.com/none',
  'trend --by module --limit 2',
  'trend --by job --step week --ascii',
  'trend --by host --format markdown --step month',
  'show 1 --limit 2',
  'show 1:example.com/lib-3 --limit 1 --lang zh',
  'show 1 --limit 2 --format markdown',
  'compare --since 5d --limit 2',
  'prune --older 10d',
  'prune --keep 1000 --lang zh',
  'unexplained',
  'unexplained --limit 1 --lang zh',
  'unexplained --format markdown',
])('history %s', (line) => {
  const out = ask(...line.split(' '));
  expect(out).toMatchSnapshot();
  if (!line.includes('markdown')) expect(out.split('\n').filter((one) => one.length > 80)).toEqual([]);
});

test.each(['top', 'trend', 'show 2', 'compare', 'prune --keep 5', 'unexplained'])(
  'the JSON of %s is as its schema says, and ndjson has the same rows',
  (line) => {
    const report = JSON.parse(ask(...line.split(' '), '--format', 'json'));
    expect(historyReportSchema.parse(report)).toEqual(report);
    const [head, ...rows] = ask(...line.split(' '), '--format', 'ndjson')
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row));
    const list = Object.keys(report).find((name) => !(name in head));
    expect({ ...head, ...(list ? { [list]: rows.map(({ type: _, ...row }) => row) } : {}) }).toEqual(report);
  },
);

test.each([
  'tops',
  'top more',
  'show',
  'show 99',
  'prune',
  'top --since 2026-02-30',
  'top --since soon',
  'top --since 2026-10-09 --until 2026-10-08',
  'top --format lines',
  'top --drafts x',
])('history %s is refused', (line) => {
  expect(ask(...line.split(' '))).toMatchSnapshot();
});

test('a store that is not there is not made', () => {
  const missing = path.join(folder, 'missing.db');
  const { err, code } = modwhy(['history', '--store', missing]);
  expect({ err, code }).toEqual({
    err: `modwhy: there is no store ${missing} yet: modwhy scan makes it, or name another one in --store\n`,
    code: 2,
  });
});

test('S29: prune removes with --yes only', async () => {
  const other = path.join(folder, 'pruned.db');
  const store = await openStore(other, {});
  await store.add(
    Array.from({ length: 100 }, (_, at) => numberedLog(at)),
    'scan',
  );
  await store.close();
  const prune = (...words: string[]) =>
    modwhy(['history', 'prune', '--store', other, ...words])
      .out.split('\n')
      .at(-2);
  expect(prune('--keep', '30')).toBe('70 logs would go (all but the newest 30); --yes removes them');
  expect(prune('--keep', '30')).toBe('70 logs would go (all but the newest 30); --yes removes them');
  expect(prune('--keep', '30', '--yes')).toBe('70 logs went (all but the newest 30)');
  expect(prune('--keep', '30')).toBe('no log would go (all but the newest 30)');
  // Without a flag the user's config says it; that of a repository cannot.
  const config = path.join(folder, 'config.yaml');
  writeFileSync(config, 'history: { keep: 10h }\n');
  const pruneBy = (env: Record<string, string>) => modwhy(['history', 'prune', '--store', other], { env, cwd: folder });
  expect(pruneBy({ MODWHY_CONFIG: config }).out.split('\n').at(-2)).toBe(
    '19 logs would go (older than 2026-10-04 17:00Z); --yes removes them',
  );
  writeFileSync(path.join(folder, '.modwhy.yaml'), 'history: { keep: 10h }\n');
  expect(pruneBy({}).code).toBe(2);
  expect(readFileSync(other).includes('/logs/1.log')).toBe(false);
});

test('S29: a scan removes what the config does not keep, at its end', () => {
  const logs = folderWith({
    'old.log': failing,
    'new.log': failing,
    'config.yaml': 'history: { keep: 30d }\n',
  });
  utimesSync(path.join(logs, 'old.log'), new Date('2026-06-01'), new Date('2026-06-01'));
  utimesSync(path.join(logs, 'new.log'), new Date('2026-11-01'), new Date('2026-11-01'));
  const scanned = path.join(folder, 'scanned.db');
  const words = ['scan', '--store', scanned, '--format', 'json', path.join(logs, 'old.log'), path.join(logs, 'new.log')];
  const scan = (env: Record<string, string>) => JSON.parse(modwhy(words, { env }).out).logs;
  const stored = () => JSON.parse(modwhy(['history', '--store', scanned, '--format', 'json']).out).totals;
  const before = scan({ MODWHY_CONFIG: '' });
  expect(stored()).toMatchObject({ logs: 2, moduleFailures: 2, first: '2026-06-01T00:00:00.000Z' });
  expect(scan({ MODWHY_CONFIG: path.join(logs, 'config.yaml') })).toEqual(before);
  expect(stored()).toMatchObject({ logs: 1, moduleFailures: 1, first: '2026-11-01T00:00:00.000Z' });
});

test('S22: html is the page of all that was asked about', () => {
  const page = ask('top', '--format', 'html', '--cause', 'gm0101');
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('<code>STORE cause=GM0101</code>');
  const { totals } = JSON.parse(ask('top', '--format', 'json', '--cause', 'gm0101'));
  expect(page).toContain(`<h1>${totals.moduleFailures} of ${totals.logs} logs failed because of a module`);
  expect(ask('--format', 'html')).toContain('<h2 id="causes-head">Causes over time</h2>');
  expect(ask('trend', '--format', 'html')).toMatch(/^modwhy: modwhy history trend: --format html is the page of modwhy history top\n/);
});
