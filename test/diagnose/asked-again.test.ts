import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function causes(...lines: readonly string[]): readonly string[] {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  return session.report().incidents.map(({ hypotheses }) => hypotheses[0]?.cause ?? 'none');
}

const missing = [
  '$ go build',
  'main.go:6:2: no required module provides package github.com/northwind/tally/sum; to add it:',
  '\tgo get github.com/northwind/tally/sum',
];
const unknown = (module: string) => [
  '$ go get github.com/northwind/tally/sum',
  `go: ${module}@v1.9.0: reading https://proxy.golang.org/${module}/@v/v1.9.0.info: 403 Forbidden`,
];

test('what came of the advised command says more than the advice, whichever stands first', () => {
  const refused = unknown('github.com/northwind/tally');
  expect(causes(...missing, ...refused)).toEqual(['goproxy.forbidden', 'resolve.missing-require']);
  expect(causes(...refused, ...missing)).toEqual(['goproxy.forbidden', 'resolve.missing-require']);
});

test('what go mod tidy said after it was advised', () => {
  const advised = ['$ go build', 'go: updates to go.mod needed; to update it:', '\tgo mod tidy'];
  const refused = unknown('github.com/northwind/tally');
  expect(causes(...advised, ...refused)).toEqual(['goproxy.forbidden', 'gomod.updates-needed']);
  expect(causes(...refused, ...advised)[0]).toBe('gomod.updates-needed');
});

test('in GOPATH mode a package is not found because its download failed', () => {
  const searched = [
    'package example.com/net/http2: cannot find package "example.com/net/http2" in any of:',
    '\t/usr/local/go/src/example.com/net/http2 (from $GOROOT)',
    '\t/home/ada/go/src/example.com/net/http2 (from $GOPATH)',
  ];
  const failed = [
    '# cd .; git clone https://git.example.com/net /home/ada/go/src/example.com/net',
    "Cloning into '/home/ada/go/src/example.com/net'...",
    "fatal: unable to access 'https://git.example.com/net/': Failed to connect to git.example.com port 443: Operation timed out",
    'package example.com/net/context: exit status 128',
  ];
  expect(causes('$ go get', ...failed, ...searched)).toEqual(['network.connect-timeout', 'env.go111module']);
  const asked =
    'go: example.com/net@v1.0.0: Get "https://proxy.golang.org/example.com/net/@v/v1.0.0.info": dial tcp 192.0.2.7:443: i/o timeout';
  expect(causes('$ go get', asked, ...searched)[0]).toBe('env.go111module');
});

test('another module says nothing about it', () => {
  expect(causes(...missing, ...unknown('github.com/northwind/tal'))[0]).toBe('resolve.missing-require');
  expect(causes(...missing, ...unknown('github.com/northwind/tally/sum/deep'))[0]).toBe('resolve.missing-require');
});

test("mockgen's last attempt, in a folder without go.mod, hides no earlier one", () => {
  const elsewhere = "go.mod file not found in current directory or any parent directory; see 'go help modules'";
  expect(
    causes(
      '$ go generate ./...',
      'prog.go:14:2: no required module provides package example.com/shop/old; to add it:',
      '\tgo get example.com/shop/old',
      `prog.go:12:2: no required module provides package go.uber.org/mock/mockgen/model: ${elsewhere}`,
      `prog.go:14:2: no required module provides package example.com/shop/old: ${elsewhere}`,
      '2026/01/02 03:04:05 Loading input failed: exit status 1',
      'shop.go:9: running "mockgen": exit status 1',
    )[0],
  ).toBe('resolve.missing-require');
});
