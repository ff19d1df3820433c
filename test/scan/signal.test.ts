import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { failing, folderWith } from '../cli/modwhy.ts';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('S32: %s ends a scan with what was found until then, and the exit code %i', async (signal, expected) => {
  const folder = folderWith({});
  for (let at = 0; at < 3000; at++) writeFileSync(path.join(folder, `${at}.log`), failing);
  const child = spawn(process.execPath, ['bin/modwhy.js', 'scan', '--format', 'ndjson', '--jobs', '1', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, MODWHY_STORE: 'none' },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') child.kill(signal);
    out += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const rows = out.trim().split('\n');
  const last = JSON.parse(rows.at(-1)!) as { type: string; stopped: boolean; inputs: number };
  expect({ code, type: last.type, stopped: last.stopped, inputs: last.inputs }).toEqual({
    code: expected,
    type: 'summary',
    stopped: true,
    inputs: rows.length - 1,
  });
  expect(last.inputs).toBeLessThan(3000);
});

test.each([
  ['a failure came', failing, { moduleFailures: 1, unreadable: 0 }],
  ['none came', '$ go build ./...\n', { moduleFailures: 0, unreadable: 1 }],
])('S32: the first SIGTERM ends a scan that waits for a named pipe, where %s', { timeout: 20_000 }, async (_, written, totals) => {
  const folder = folderWith({});
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const child = spawn(process.execPath, ['bin/modwhy.js', 'scan', '--format', 'json', pipe], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, MODWHY_STORE: 'none' },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  // Opening waits for the reader; it stays open, as that of a program that goes on.
  const writer = await open(pipe, 'w');
  await writer.write(written);
  setTimeout(() => child.kill('SIGTERM'), 700);
  const [code] = await once(child, 'close');
  await writer.close();
  const { problems, ...summary } = JSON.parse(out) as { stopped: boolean; totals: object; problems: { message: string }[] };
  expect({ code, ...summary }).toMatchObject({ code: 143, stopped: true, totals });
  expect(problems.map(({ message }) => message)).toEqual([
    'the reading of this pipe was stopped before its end; what came until then counts',
  ]);
});
