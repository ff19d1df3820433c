import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { foreignProgram } from '../../src/parse/foreign-program.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** Verdict, leading cause and title, and the line that speaks for it. */
function outcome(...lines: readonly string[]): readonly string[] {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  const { verdict, incidents } = session.report();
  const lead = incidents[0]?.hypotheses[0];
  return lead ? [verdict, lead.cause, lead.title, lead.evidence[0]!.text] : [verdict];
}

/** A step of GitHub that failed. */
function step(command: string, ...lines: readonly string[]): string[] {
  return [
    `##[group]Run ${command}`,
    command,
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    ...lines,
    '##[error]Process completed with exit code 1.',
  ];
}

test('a program that never runs the go command fails by itself, whatever it prints', () => {
  expect(outcome(...step('yq .tag_name release.yaml', 'the document has no such key'))).toEqual([
    'not-module',
    'not-module.infra',
    'yq failed',
    'the document has no such key',
  ]);
  expect(
    outcome(...step('docker push registry.northwind.test/shop:1', 'The push refers to repository [registry.northwind.test/shop]'))[2],
  ).toBe('docker push failed');
  // What may run go, and what speaks of modules, is left open.
  expect(outcome(...step('make release', 'something is wrong'))).toEqual(['unknown']);
  expect(outcome(...step('docker build .', 'something is wrong'))).toEqual(['unknown']);
  expect(outcome(...step('git diff --exit-code', '--- a/go.mod', '+++ b/go.mod', '+require example.com/lamp v1.0.0'))).toEqual(['unknown']);
  // Without an end its last words have to say that it failed.
  expect(outcome('$ crane digest northwind.test/shop', 'Error: no such manifest').slice(0, 3)).toEqual([
    'not-module',
    'not-module.infra',
    'crane failed',
  ]);
  expect(outcome('$ crane digest northwind.test/shop', 'Error: no such manifest', 'trying the mirror', 'sha256:4f1c')[0]).toBe('unknown');
  expect(outcome('$ yq .tag_name release.yaml', 'the document has no such key')).toEqual(['no-failure']);
});

test('a signal that knows what a program printed says more', () => {
  const [verdict, , title] = outcome(...step('git push', "error: failed to push some refs to 'https://git.northwind.test/shop.git'"));
  expect([verdict, title]).toEqual(['not-module', 'A git, hg, svn or ssh command of the script failed']);
});

test('go run says with the exit status that the program ran', () => {
  const failed = 'cannot open the ledger: no such account';
  const ran = ['not-module', 'not-module.runtime-error', 'The program itself failed while it ran', failed];
  expect(outcome('$ go run ./cmd/shop', 'starting', failed, 'exit status 4')).toEqual(ran);
  expect(outcome('$ go run ./cmd/shop', 'starting', failed)).toEqual(['no-failure']);
  expect(outcome('$ go run ./cmd/shop', 'go: cannot find main module, but found .git/config in /src', 'exit status 1')[0]).toBe(
    'module-failure',
  );
  // Without an echo the line above has to be one of a Go program.
  expect(outcome(`2026/11/22 08:14:57 ${failed}`, 'exit status 1').slice(0, 2)).toEqual(['not-module', 'not-module.runtime-error']);
  expect(outcome(failed, 'exit status 1')).toEqual(['unknown']);
});

test('a request of a program is its own, one of go names the module', () => {
  const refused = 'dial tcp [::1]:8080: connect: connection refused';
  expect(outcome('$ go run main.go', `Get "http://localhost:8080": ${refused}`).slice(0, 2)).toEqual([
    'not-module',
    'not-module.runtime-error',
  ]);
  expect(
    outcome('$ go run main.go', `go: example.com/lamp@v1.0.0: Get "http://localhost:8080/example.com/lamp/@v/v1.0.0.mod": ${refused}`)[0],
  ).toBe('module-failure');
  expect(outcome('$ go get example.com/lamp', `Get "http://localhost:8080/example.com/lamp/@v/list": ${refused}`)[0]).toBe(
    'module-failure',
  );
});

test('a formatter whose list is not empty found something', () => {
  expect(outcome(...step('test -z "$(gofmt -l . | tee /dev/stderr)"', 'shop.go')).slice(0, 2)).toEqual(['not-module', 'not-module.lint']);
  expect(outcome(...step('test -z "$(gofmt -l .)" && make test', 'shop.go'))).toEqual(['unknown']);
});

test('a log that is nothing but the end of a step shows a failure', () => {
  expect(outcome('Error: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2')).toEqual(['unknown']);
});

test('commands that failed without a word are a failure that nothing explains', () => {
  const failed = '##[error]Process completed with exit code 1.';
  expect(outcome(`$ go build\n${failed}`)).toEqual(['unknown']);
  expect(outcome(`$ go build\n${failed}\n$ go vet ./...\n$ echo $?\n1`)).toEqual(['unknown']);
  expect(outcome('$ go build\n$ go vet ./...\n$ echo $?\n0')).toEqual(['no-failure']);
});

test('the program by whose failure a command fails', () => {
  const name = (command: string) => foreignProgram(command)?.name ?? null;
  expect(
    ['sudo apt-get update', 'LANG=C timeout --foreground 60s psql -c x', 'cd web && npm ci', 'actions/checkout@v4', 'gofmt -l .'].map(name),
  ).toEqual(['apt-get', 'psql', 'npm ci', 'actions/checkout', 'gofmt']);
  expect(['go build -o bin/shop . && ./bin/shop serve', 'kubectl get pods | tee pods.txt || exit 1'].map(name)).toEqual([
    './bin/shop',
    'kubectl',
  ]);
  const open = [
    'go vet ./...',
    'npm run build',
    './ci.sh',
    './gradlew build',
    'hack/update-codegen',
    '/usr/local/go/bin/go test',
    'curl x | sh',
    'npm ci\nmake',
    'constructor push',
    '__proto__ pull',
    'toString()',
    '',
  ];
  expect(open.map(name)).toEqual(open.map(() => null));
});

test('whatever an echo says, a program is named by words of it, at once', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('go run ', ' && ', 'A="', '$(gofmt -l', './', 'sudo ', 'timeout 5 ', '|', '\n', 'kubectl '),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const command = parts.join('');
      const found = foreignProgram(command);
      return found === null || found.name.split(' ').every((word) => command.includes(word));
    }),
  );
  const start = performance.now();
  for (const hostile of ['A=', 'sudo ', 'A="x" ', 'timeout -a ', '../', '$(gofmt -', '(']) foreignProgram(hostile.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
