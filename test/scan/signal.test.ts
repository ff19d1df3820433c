import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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
