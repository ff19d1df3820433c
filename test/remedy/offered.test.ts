import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** The leading reading of each incident: title, remedies by id, and the checks as they would be typed. */
function read(...lines: readonly string[]) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  return session.report().incidents.map(({ hypotheses: [lead] }) => ({
    title: lead!.title,
    remedies: lead!.remedies.map(({ id }) => id),
    first: lead!.remedies[0]!,
    text: JSON.stringify(lead!.remedies),
    probes: lead!.probes.map(({ argv }) => argv.join(' ')),
  }));
}

test('a Go that cannot switch is not told to switch', () => {
  const [old] = read('example.com/orders: cannot compile Go 1.22 code');
  expect(old!.remedies).toEqual(['newer-go', 'lower-go-line']);
  const [recent] = read('go: go.mod requires go >= 1.99.0 (running go 1.26.8; GOTOOLCHAIN=local)');
  expect(recent!.remedies).toContain('toolchain-auto');
});

test('a new standard package asks for a newer Go, whatever go.mod says', () => {
  const [slices] = read('a.go:2:8: package slices is not in GOROOT (/usr/local/go/src/slices)');
  expect([slices!.title, slices!.remedies]).toEqual(['This Go is too old to have the package slices', ['newer-go']]);
});

test('a value that the log does not name is a gap to fill, never a word of ours', () => {
  const [old] = read('example.com/orders: cannot compile Go 1.22 code');
  expect(old!.text).toContain('go mod edit -go=<version of your Go>');
  expect(old!.title).toBe('This Go (see go version) is older than the Go 1.22 that the project needs');
});

test('one changed folder of the module cache costs one folder', () => {
  const folder = '/home/ada/go/pkg/mod/github.com/northwind/ash@v1.0.0';
  const [changed] = read(`github.com/northwind/ash v1.0.0: dir has been modified (${folder})`);
  expect(changed!.first.steps.map((step) => (step.kind === 'run' ? [step.posix, ...step.changes] : []))).toEqual([
    [`chmod -R u+w ${folder}`],
    [`rm -rf ${folder}`, folder],
    ['go mod download'],
  ]);
  const [inside] = read(`github.com/northwind/ash v1.0.0: dir has been modified (${folder}/etc)`);
  expect(inside?.text ?? '').not.toContain(`${folder}/etc`);
});

test('the checksum database is asked where go.sum does not stop the question', () => {
  const [mismatch] = read(
    'verifying github.com/northwind/ash@v1.0.0: checksum mismatch',
    '\tdownloaded: h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=',
    '\tgo.sum:     h1:AAAAJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=',
  );
  expect(mismatch!.probes[0]).toBe('go -C / mod download -json github.com/northwind/ash@v1.0.0');
  expect(JSON.stringify(mismatch!.first)).not.toContain('-modcache');
});

test('files to embed and two packages in a folder are called what they are', () => {
  const [embed] = read('a.go:3:12: pattern dist/index.html: no matching files found');
  expect([embed!.title, embed!.remedies]).toEqual(['No file fits the go:embed pattern dist/index.html', ['embedded-files']]);
  const [two] = read('found packages main (a.go) and other (b.go) in /home/ada/app');
  expect([two!.title, two!.remedies]).toEqual(['The Go files in /home/ada/app belong to two packages', ['one-package']]);
});

test('a missing package and a missing tool keep the advice for both', () => {
  const missing = [
    'a.go:2:8: no required module provides package github.com/northwind/ash; to add it:',
    '\tgo get github.com/northwind/ash',
  ];
  expect(read(...missing)[0]!.remedies).toEqual(['get', 'tidy', 'own-path']);
  expect(read('go: no such tool "gen"')[0]!.remedies).toEqual(['get-tool']);
  expect(read('+ go tool gen', 'go: no such tool "gen"', '+ go build', ...missing)[0]!.remedies).toEqual([
    'get',
    'tidy',
    'own-path',
    'get-tool',
  ]);
});

test('S16: a mirror of the public servers is offered where one of them did not answer, and for no other server', () => {
  const silent = (host: string) =>
    read(
      `go: github.com/northwind/ash@v1.0.0: Get "https://${host}/github.com/northwind/ash/@v/v1.0.0.mod": dial tcp 192.0.2.4:443: i/o timeout`,
    );
  expect(silent('proxy.golang.org')[0]!.remedies).toEqual(['retry', 'goproxy-cn', 'reachable-mirror', 'open-firewall']);
  expect(silent('goproxy.corp.test')[0]!.remedies).toEqual(['retry', 'reachable-mirror', 'open-firewall']);
});
