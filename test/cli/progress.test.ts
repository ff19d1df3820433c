import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { onTerminal, ownEnvironment, program } from '../tui/program.ts';
import { folderWith, modwhy } from './modwhy.ts';

test('the line says how far it is, or only how much it was', () => {
  expect(progressLine('x.log', 30_000_000, 60_000_000)).toBe('reading x.log  [############------------]  50 %  30.0 MB of 60.0 MB');
  expect(progressLine('-', 1_234_567, null)).toBe('reading stdin  1.2 MB so far');
  expect(progressLine('x.log', 70_000_000, 60_000_000)).toBe('reading x.log  70.0 MB so far');
  expect(progressLine('x.log', 0, 0)).toContain('100 %');
});

async function printed(command: string, cwd: string): Promise<string> {
  const terminal = onTerminal('/bin/sh', ['-c', command], { cwd, env: { ...ownEnvironment(), NO_COLOR: '1' } });
  await terminal.ended();
  return terminal.raw();
}

test.skipIf(process.platform === 'win32')('a slow pipe shows that it is read, and the line is gone before the answer', async () => {
  const folder = folderWith({ 'build.log': 'go: updates to go.mod needed\n' });
  const explain = `'${process.execPath}' '${program}'`;
  const raw = await printed(`(sleep 1; cat build.log) | ${explain} --no-tui`, folder);
  expect(raw).toMatch(/reading stdin {2}0 KB so far[\s\S]*\r\u001b\[Kstdin: /);
  expect(await printed(`(sleep 1; cat build.log) | ${explain} --no-tui -q`, folder)).not.toContain('reading');
  expect(await printed(`${explain} explain build.log --no-tui`, folder)).not.toContain('reading');
});

test.skipIf(process.platform === 'win32')('a long file has a bar', async () => {
  const folder = folderWith({});
  const line = 'dial tcp 192.0.2.7:443: connect: connection refused, so the worker tries again\n';
  writeFileSync(path.join(folder, 'long.log'), line.repeat(150_000));
  const raw = await printed(`'${process.execPath}' '${program}' explain long.log --no-tui`, folder);
  expect(raw).toMatch(/reading long\.log {2}\[#*-+\] {2}\d+ %/);
});

test('in a pipe nothing is said about it', () => {
  const folder = folderWith({ 'build.log': 'go: updates to go.mod needed\n' });
  expect(modwhy(['explain', path.join(folder, 'build.log')]).err).toBe('');
});
