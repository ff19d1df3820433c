import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { modfileOf, withModfile } from '../../src/remedy/modfile.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const missing =
  'tools.go:5:2: no required module provides package github.com/northwind/kit; to add it:\n\tgo get github.com/northwind/kit\n';

/** The commands of the leading remedies for a build that was typed so. */
function commands(typed: string, output = missing): string[] {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`$ ${typed}\n${output}`));
  const { remedies } = session.report().incidents[0]!.hypotheses[0]!;
  return remedies.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'run' ? [step.posix] : [])));
}

test('a remedy changes the go.mod that the failed command read', () => {
  expect(commands('go build -modfile=tools.mod ./...')).toEqual([
    'go get -modfile=tools.mod github.com/northwind/kit',
    'go mod tidy -modfile=tools.mod',
  ]);
  expect(commands('go build ./...')).toEqual(['go get github.com/northwind/kit', 'go mod tidy']);
});

test.each([
  ['go build -modfile=tools.mod ./...', 'tools.mod'],
  ['cd app && CGO_ENABLED=0 go test --modfile "ci/go.ci.mod" ./...', 'ci/go.ci.mod'],
  ['go build ./...', null],
  ['./build.sh -modfile=tools.mod', null],
  ['go build -modfile=$(cat name) ./...', null],
])('%s', (command, modfile) => expect(modfileOf(command)).toBe(modfile));

test.each([
  [
    ['go', 'get', 'x'],
    ['go', 'get', '-modfile=t.mod', 'x'],
  ],
  [
    ['go', 'mod', 'tidy'],
    ['go', 'mod', 'tidy', '-modfile=t.mod'],
  ],
  [
    ['go', 'mod', 'edit', '-dropreplace=x'],
    ['go', 'mod', 'edit', '-dropreplace=x', 't.mod'],
  ],
  [
    ['go', 'env', '-w', 'GOFLAGS='],
    ['go', 'env', '-w', 'GOFLAGS='],
  ],
  [
    ['go', 'work', 'use', '.'],
    ['go', 'work', 'use', '.'],
  ],
])('%j', (argv, expected) => expect(withModfile(argv, 't.mod')).toEqual(expected));
