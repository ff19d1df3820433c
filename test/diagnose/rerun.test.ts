import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function explain(lines: readonly string[]) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  const { verdict, incidents } = session.report();
  return [verdict, ...incidents.map(({ terminal, recovered }) => (recovered ? 'recovered' : terminal ? 'terminal' : 'tolerated'))].join(
    ' ',
  );
}

const run = '+ go mod download';
const failed = 'go: example.com/lib@v1.0.0: reading https://proxy.golang.org/example.com/lib/@v/v1.0.0.mod: 502 Bad Gateway';

test.for([
  [
    'silent the second time, and the script went on',
    [run, failed, '+ sleep 5', run, '+ break', '+ go build ./...'],
    'no-failure recovered',
  ],
  ['it only downloads', [run, failed, run, 'go: downloading example.com/lib v1.0.0', '+ go vet ./...'], 'no-failure recovered'],
  ['the log ends in the second run', [run, failed, '+ sleep 5', run], 'module-failure terminal'],
  ['the second run says something', [run, failed, run, '^C', '+ go build ./...'], 'module-failure terminal'],
  ['the last run fails', [run, failed, run, '+ sleep 5', run, failed, '+ go build ./...'], 'module-failure terminal'],
  ['in another folder', ['+ cd a', run, failed, '+ cd b', run, '+ go build ./...'], 'module-failure terminal'],
  ['with another proxy', [run, failed, '+ export GOPROXY=direct', run, '+ go build ./...'], 'module-failure terminal'],
  ['another command', [run, failed, '+ go mod verify', '+ go build ./...'], 'module-failure terminal'],
] as [string, string[], string][])('%s', ([, lines, expected]) => {
  expect(explain(lines)).toBe(expected);
});
