import { expect, test } from 'vitest';
import { isConsequence, mostTelling } from '../../src/clusters/consequence.ts';

const consequences = [
  'exit status 1',
  'make: *** [Makefile:12: image] Error 2',
  'make[1]: *** Waiting for unfinished jobs....',
  'npm error A complete log of this run can be found in: /root/.npm/_logs/x-debug-0.log',
  'npm ERR! code ELIFECYCLE',
  'ERROR: failed to solve: process "/bin/sh -c ./gen.sh" did not complete successfully: exit code: 3',
  "The command '/bin/sh -c ./gen.sh' returned a non-zero code: 3",
  'ERROR: Job failed: exit code 1',
  'error: could not compile `northwind` (bin "northwind") due to 1 previous error',
  'Traceback (most recent call last):',
  'FAIL\tgithub.com/northwind/app [build failed]',
];
const reasons = [
  "make: *** No rule to make target 'image'.  Stop.",
  'npm error Missing script: "build"',
  'error: cannot find the key store',
  'ERROR: failed to solve: golang:9.99: not found',
  'Error: connect ECONNREFUSED 127.0.0.1:9',
  'fatal: not a git repository',
];

test('lines that only say that something failed are known, those that say what are not taken for them', () => {
  expect(consequences.filter((text) => !isConsequence(text))).toEqual([]);
  expect(reasons.filter(isConsequence)).toEqual([]);
});

test('the line that says most is the last one that is more than a consequence', () => {
  const lines = ['error: first', ...reasons, ...consequences, ''].map((text) => ({ text }));
  expect(mostTelling(lines)).toEqual({ text: 'fatal: not a git repository' });
  expect(mostTelling(consequences.map((text) => ({ text })))).toBeUndefined();
});
