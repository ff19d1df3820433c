import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const missing = 'go: example.com/m@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/m';

// Where the begin and the failure of each step looked at all that had run before, these took a minute or more.
test.for<readonly [string, string]>([
  [
    'steps that follow each other',
    `${times(100_000, (index) => `Step ${index}/99999 : RUN go build ./m${index}`)}\n${missing}\nThe command '/bin/sh -c go build ./m' returned a non-zero code: 1`,
  ],
  [
    'steps that fail side by side',
    `#1 [builder 1/5] RUN go build ./...\n#1 0.1 ${missing.split('\n')[0]}\n${times(60_000, (index) => `#${index + 1} ERROR: process "/bin/sh -c go build ./m${index}" did not complete successfully: exit code: 1`)}`,
  ],
])('%s do not take long', { timeout: 120_000 }, ([, text]) => {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  const start = process.cpuUsage();
  session.push(Buffer.from(text));
  expect(session.report().incidents[0]?.hypotheses[0]?.cause).toBe('checksum.missing-entry');
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(10);
});
