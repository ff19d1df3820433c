import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';

const sample = path.resolve('samples/auth/private-dependency-in-actions.log');
const kept = readFileSync('dist/program.code');

/** A copy of what is installed, with other kept code; null for none. */
function installed(code: Uint8Array | null): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, path.join(folder, part), { recursive: true });
  const file = path.join(folder, 'dist/program.code');
  if (code === null) rmSync(file);
  else writeFileSync(file, code);
  return folder;
}

function explain(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/modwhy.js'), 'explain', sample], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the engine takes the code that the build kept', () => {
  const script = new Script(readFileSync('dist/program.js', 'latin1'), { filename: 'program.js', cachedData: kept });
  expect(script.cachedDataRejected).toBe(false);
});

test.each([
  ['without kept code', null],
  ['with an empty file', Buffer.alloc(0)],
  ['with half of it', kept.subarray(0, kept.length >> 1)],
  ['with code of another engine', Buffer.from(kept).fill(0x5a, 0, 16)],
])('%s, the same is printed', (_, code) => {
  expect(explain(installed(code))).toEqual(explain('.'));
});

test('a start writes nothing', () => {
  const folder = installed(null);
  const files = () => readdirSync(folder, { recursive: true }).sort();
  const before = files();
  expect(explain(folder).status).toBe(0);
  expect(files()).toEqual(before);
});
