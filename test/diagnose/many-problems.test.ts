import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

const times = (count: number, lines: (index: number) => readonly string[]) =>
  Array.from({ length: count }, (_, index) => lines(index).join('\n')).join('\n');
const missing = (index: number) =>
  `go: example.com/m${index}@v1.0.0: reading https://proxy.golang.org/example.com/m${index}/@v/v1.0.0.mod: 404 Not Found`;

// Where each message, problem or command looked at all others, these took 10 s to minutes, or all memory.
test.for<readonly [string, string]>([
  ['messages of one command', `$ go build ./...\n${times(20_000, (index) => [missing(index)])}`],
  [
    'messages that a script takes, each before a compile error',
    `$ ./ci.sh\n${times(10_000, (index) => [missing(index), 'continuing anyway', '# example.com/a', `a.go:${index + 1}:2: undefined: x`])}`,
  ],
  [
    'advice, followed by the command that it names',
    times(12_000, (index) => [
      'go: updates to go.mod needed; to update it:\n\tgo mod tidy',
      `$ go get example.com/x/m${index}`,
      `go: example.com/x/m${index}@v1: invalid version: unknown revision v1`,
    ]),
  ],
  [
    'missing packages and modules that were refused',
    times(6_000, (index) => [
      `$ go build ./${index}`,
      `main.go:6:2: no required module provides package example.com/p${index}/sum; to add it:\n\tgo get example.com/p${index}/sum`,
      `$ go get example.com/q${index}`,
      `go: example.com/q${index}@v1.9.0: reading https://proxy.golang.org/example.com/q${index}/@v/v1.9.0.info: 403 Forbidden`,
    ]),
  ],
  ['commands that fail without a word', times(40_000, () => ['$ go build', '##[error]Process completed with exit code 1.'])],
  ['one command that fails and runs again', times(6_000, (index) => ['+ go mod download', missing(index), '+ sleep 5'])],
])('%s do not take long', { timeout: 120_000 }, ([, text]) => {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  const start = process.cpuUsage();
  session.push(Buffer.from(text));
  expect(session.report().verdict).not.toBe('no-failure');
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(10);
});
