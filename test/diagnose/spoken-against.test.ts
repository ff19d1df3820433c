import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function told(...lines: readonly string[]): string {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  const { verdict, incidents } = session.report();
  const against = incidents[0]?.hypotheses[0]?.evidence.filter((row) => !row.for).map(({ line }) => `against: ${line}`) ?? [];
  return [verdict, ...incidents.map(({ hypotheses }) => hypotheses[0]?.cause ?? 'none'), ...against].join(' ');
}

const editor = 'gopls: You are outside of a module and outside of $GOPATH/src.';
const elsewhere =
  "prog.go:12:2: no required module provides package go.uber.org/mock/mockgen/model: go.mod file not found in current directory or any parent directory; see 'go help modules'";

// The second message is context of the whole log, and speaks against the only cause that the first has.
test('a failure stays one when another line of the log speaks against its only cause', () => {
  expect(told(editor)).toBe('module-failure gomod.not-found');
  expect(told('$ go list ./...', editor, '$ go generate ./...', elsewhere)).toBe('module-failure gomod.not-found against: 4');
});
