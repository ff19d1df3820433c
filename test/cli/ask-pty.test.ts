import { expect, test } from 'vitest';
import { onPty } from '../tui/program.ts';
import { calm, folderWith } from './modwhy.ts';

// S24: the questions in plain text, on a real terminal.

const log = `$ go mod download
go: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving
`;

const ask = (...args: string[]) => onPty(['explain', '--ask', 'build.log', ...args], { rows: 150, cwd: folderWith({ 'build.log': log }) });

test('S24: questions one after the other, what is no answer, back, not known, and the report at the end', async () => {
  const terminal = ask();
  await terminal.until('    getent hosts proxy.golang.org');
  await terminal.until('your answer (1, 2, ?, q):');
  terminal.write('x\r');
  await terminal.until('please answer with one of 1, 2, ?, q');
  terminal.write('2\r');
  await terminal.until('now likely: The name server 127.0.0.53:53 is broken');
  await terminal.until('    ip route show default');
  terminal.write('b\r');
  await terminal.until('now possible: The name server');
  terminal.write('?\r');
  await terminal.until('your answer (1, 2, ?, b, q):');
  terminal.write('1\r');
  await terminal.until('    cat /etc/resolv.conf');
  terminal.write('?\r');
  await terminal.until('1. likely: This build has no network');
  expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
  expect(terminal.screen()).toContain('answered:2  ip route show default: nothing is printed');
});

test('q shows the report with the answers so far', async () => {
  const terminal = ask('--answer', 'names-resolve=nothing');
  await terminal.until('Question 2');
  terminal.write('q\r');
  await terminal.until('1. likely: The name server 127.0.0.53:53 is broken');
  expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
});

test('where the log decides, nobody is asked', async () => {
  const terminal = onPty(['explain', '--ask', 'calm.log'], { cwd: folderWith({ 'calm.log': calm }) });
  await terminal.until('the log decides by itself, or no question would change the answer');
  expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
});
