import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { calm, failing, folderWith, modwhy } from './modwhy.ts';

/** A folder of logs with times that do not change, and a place for temporary files. */
function logs(): { cwd: string; temporary: string } {
  const cwd = folderWith({});
  const temporary = path.join(cwd, 'tmp');
  mkdirSync(temporary);
  mkdirSync(path.join(cwd, 'logs'));
  for (let day = 1; day <= 12; day++) {
    const file = path.join(cwd, 'logs', `${day}.log`);
    writeFileSync(file, day % 3 === 0 ? calm : failing);
    utimesSync(file, day * 86_400, day * 86_400);
  }
  return { cwd, temporary };
}

test('a scan as a page: the causes by their titles, what failed with its line, and no file left behind', () => {
  const { cwd, temporary } = logs();
  const scan = (...more: string[]) =>
    modwhy(['scan', 'logs', '--format', 'html', '--store', 'none', ...more], { cwd, env: { TMPDIR: temporary } });
  const { code, out, err } = scan('-q');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('<h1>8 of 12 logs failed because of a module (67 %)</h1>');
  expect(out).toMatch(/private module of this log was asked from public servers \(GM0401\): 8 logs, 100 % of all module failures/);
  expect(out).toMatch(/logs\/11\.log:2<\/code><pre>/);
  expect(readdirSync(temporary)).toEqual([]);
  expect(scan('-q').out).toBe(out);
  expect(scan('-q', '--lang', 'zh').out).toContain('12 份日志中有 8 份因模块问题失败');
  expect(scan('-q', '--lang', 'zh', '--ascii').out).toMatch(/^[\0-\x7f]*$/);
});

test('a folder without logs gives a page that says so', () => {
  const cwd = folderWith({});
  mkdirSync(path.join(cwd, 'none'));
  const { out } = modwhy(['scan', 'none', '--format', 'html', '--store', 'none', '-q'], { cwd });
  expect(out).toContain('<h1>No log failed because of a module</h1>');
});
