import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { ownPathsIn } from '../../src/diagnose/own-path.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import type { Line } from '../../src/model/line.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function missing(at: string, path: string): string[] {
  return [`${at}: no required module provides package ${path}; to add it:`, `\tgo get ${path}`];
}

/** The leading reading: its title and its remedies with what they type. */
function read(lines: readonly string[], goMod?: string) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  if (goMod !== undefined) session.addEvidence('go.mod', goMod);
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  const { hypotheses } = session.report().incidents[0]!;
  const { title, why, remedies, evidence } = hypotheses[0]!;
  const typed = remedies.map(({ id, applicability, steps }) =>
    [id, applicability, ...steps.flatMap((step) => (step.kind === 'run' ? step.posix : []))].join(': '),
  );
  return { title, why, remedies: typed, seen: evidence.filter(({ signal }) => /own-path/.test(signal)).map(({ line }) => line) };
}

const pb = 'example.com/orders/gen/pb';
const ledger = 'github.com/northwind/ledger';

test('all missing packages are said, and brought by one command', () => {
  const { title, why, remedies } = read([...missing('a.go:3:8', 'github.com/northwind/ash'), ...missing('a.go:4:8', ledger)]);
  expect(title).toBe('Nothing in go.mod provides github.com/northwind/ash and 1 more package');
  expect(why).toContain('imports github.com/northwind/ash and github.com/northwind/ledger,');
  expect(remedies[0]).toBe('get: automatic: go get github.com/northwind/ash github.com/northwind/ledger');
});

test('a package with a name that no command may hold leaves a gap', () => {
  const { remedies } = read([...missing('a.go:3:8', 'github.com/northwind/$(id)'), ...missing('a.go:4:8', ledger)]);
  expect(remedies[0]).toBe("get: placeholder: go get '<package>' github.com/northwind/ledger");
});

// As go vet and go test print it.
test.each([
  ['the heading and the folder of the file', [...['# example.com/orders/cmd/api'], ...missing('cmd/api/main.go:4:2', pb)], 1],
  ['the heading of the root package', ['# example.com/orders', ...missing('main.go:4:2', pb)], 1],
  ['a row of go test', [...missing('main.go:4:2', pb), 'FAIL\texample.com/orders [setup failed]'], 3],
  ['a package that go test passed', ['ok  \texample.com/orders\t0.004s', ...missing('main.go:4:2', pb)], 1],
  ['a folder with the separator of Windows', ['# example.com/orders/cmd/api', ...missing('cmd\\api\\main.go:4:2', pb)], 1],
])('code of the own module is not fetched: %s', (_, lines, line) => {
  expect(read(lines)).toMatchObject({ remedies: ['generate: manual'], seen: [line] });
});

test.each([
  ['no line shows whose it is', missing('cmd/api/main.go:4:2', pb)],
  ['another module with the same first letters', ['# example.com/ord/cmd/api', ...missing('cmd/api/main.go:4:2', pb)]],
  ['a file outside of the folder', ['# example.com/orders/cmd/api', ...missing('../store/store.go:4:2', pb)]],
  ['a heading that go prints for another file', ['# example.com/orders/cmd/api', ...missing('store/store.go:4:2', pb)]],
  ['go test of another module', [...missing('main.go:4:2', pb), 'FAIL\texample.com/bills [setup failed]']],
  ['a program of the command line', ['# command-line-arguments', ...missing('main.go:4:2', pb)]],
])('go get stays where it may help: %s', (_, lines) => {
  expect(read(lines)).toMatchObject({
    remedies: [`get: automatic: go get ${pb}`, 'tidy: automatic: go mod tidy', 'own-path: manual'],
    seen: [],
  });
});

test('packages of others beside an own one are brought, but that alone is no cure', () => {
  const lines = ['# example.com/orders/cmd/api', ...missing('cmd/api/main.go:4:2', pb), ...missing('cmd/api/main.go:5:2', ledger)];
  expect(read(lines).remedies).toEqual(['generate: manual', `get-others: manual: go get ${ledger}`]);
  const plain = [...missing('main.go:4:2', ledger), ...missing('main.go:5:2', pb)];
  expect(read(plain, 'module example.com/orders\n')).toMatchObject({
    remedies: ['own-folder: manual', `get-others: manual: go get ${ledger}`],
    seen: [1],
  });
});

test('a repository of a code host holds all that is below it', () => {
  const asked = (path: string) => read(['# github.com/northwind/shop/api', ...missing('main.go:4:2', path)]).remedies[0];
  expect(asked('github.com/northwind/shop/gen')).toBe('generate: manual');
  expect(asked('github.com/northwind/shopping/gen')).toBe('get: automatic: go get github.com/northwind/shopping/gen');
});

test('any lines: no error, and only paths that the lines hold', () => {
  const words = fc.constantFrom(
    '# ',
    'FAIL\t',
    'ok  \t',
    'example.com/a',
    '/b',
    'b/c.go',
    ':1:2: ',
    ' imports',
    'go: ',
    '\\',
    '..',
    '@v1',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 8 })), (texts) => {
      const lines = texts.map((parts) => ({ text: parts.join('') }) as Line);
      for (const { path, line } of ownPathsIn(lines)) expect(line.text).toContain(path);
    }),
  );
});
