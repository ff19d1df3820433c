import { expect, test } from 'vitest';
import { show } from './show.ts';

test('Woodpecker and early Drone: step, line and seconds', () => {
  const log = [
    '[clone:L0:0s] + git fetch origin',
    '[build:L0:0s] + go mod download',
    '[build:L1:3s] go: example.com/a@v1.0.0: 404 Not Found',
    '[build:L2:3s] \tserver response: not found',
    '[build:L3:3s]',
    'uuid=01jgk3m9a2: exit code 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: drone shell
    command in:clone relative:0 | git fetch origin
    command in:build relative:0 | go mod download
    output in:build relative:3000 | go: example.com/a@v1.0.0: 404 Not Found
    output in:build relative:3000 | \\tserver response: not found
    output in:build relative:3000 | 
    exit =1 in:build | uuid=01jgk3m9a2: exit code 1"
  `);
});

test('Drone: a step opens with its first command', () => {
  const log = ['[build:0] + go build ./...', '[build:1] main.go:6:14: undefined: greet', '2026/01/02 03:04:05 drone_step_1 : exit code 2'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: drone shell
    command in:build | go build ./...
    output in:build | main.go:6:14: undefined: greet
    exit =2 in:build | 2026/01/02 03:04:05 drone_step_1 : exit code 2"
  `);
});

test.for(['[main.go:12] go: listening', '[build:1] text', '[x] y', 'uuid=01jgk3m9a2: exit code 1', '[a:L1:s] b'])(
  '%s is output',
  (text) => {
    expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
  },
);
