import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { historyReportSchema } from '../../src/model/history-report.ts';
import { folderWith, modwhy } from './modwhy.ts';

const names = ['north', 'south', 'east', 'west'];
const logs = Object.fromEntries(
  names.flatMap((name) => [
    [
      `key-${name}.log`,
      `$ make image\nerror: cannot find the signing key /keys/${name}.pem for ${name}\nmake: *** [Makefile:12: image] Error 2\n`,
    ],
    [`quota-${name}.log`, `$ ./publish\nfatal: registry ${name}-mirror said no: quota of team is used up\n`],
  ]),
);

test('what a scan could not explain is put together, and becomes drafts that are never overwritten', { timeout: 60_000 }, () => {
  const folder = folderWith(logs);
  const state = folderWith({});
  const file = path.join(state, 'h.db');
  const scanned = modwhy(['scan', '--store', file, folder]);
  expect(scanned.out).toContain('Without a cause');
  // One line for each of the two, not for each name.
  expect(scanned.out.match(/^ {8}4 {2}.*$/gm)).toHaveLength(2);

  const ask = (...more: string[]) => modwhy(['history', 'unexplained', '--store', file, ...more]);
  const report = JSON.parse(ask('--format', 'json').out);
  expect(historyReportSchema.parse(report)).toEqual(report);
  expect(report.clusters.map(({ template, logs }: { template: string; logs: number }) => [logs, template])).toEqual([
    [4, 'error: cannot find the signing key <path> for <any>'],
    [4, 'fatal: registry <any> said no: quota of team is used up'],
  ]);
  expect(ask('--limit', '1').out).toContain('and 1 more; --limit shows them');

  const drafts = path.join(state, 'rules');
  const first = JSON.parse(ask('--drafts', drafts, '--format', 'json').out).drafts;
  expect(first.written).toHaveLength(4);
  const signal = path.join(drafts, 'signals/draft-error-cannot-find-the-signing-key.yaml');
  const text = readFileSync(signal, 'utf8');
  expect(text).toContain('^error: cannot find the signing key (?P<path>\\\\S{1,200}) for (?P<name>\\\\S{1,200})$');
  expect(JSON.parse(ask('--drafts', drafts, '--format', 'json').out).drafts).toMatchObject({ written: [], kept: first.written });
  expect(readFileSync(signal, 'utf8')).toBe(text);
  expect(modwhy(['history', 'top', '--drafts', drafts, '--store', file])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--drafts is a flag of modwhy history unexplained, not of modwhy history top'),
  });
});

test('a folder that cannot be written is said', () => {
  const folder = folderWith({ ...logs, taken: 'a file' });
  const file = path.join(folderWith({}), 'h.db');
  modwhy(['scan', '--store', file, folder]);
  const { code, err } = modwhy(['history', 'unexplained', '--store', file, '--drafts', path.join(folder, 'taken')]);
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(/^modwhy: cannot write .*taken/) });
});
