import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { ModwhyError } from '../../src/model/error.ts';
import { type Report, reportSchema } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderText } from '../../src/report/text.ts';
import { createSession } from '../../src/session/session.ts';
import { go, goLog, hasGo, importing } from './go.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function explain(log: string, files: Readonly<Record<string, string>> = {}): Report {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  for (const [name, text] of Object.entries(files)) session.addEvidence(name, text);
  session.push(Buffer.from(log));
  return reportSchema.parse(session.report());
}

/** The leading cause, how sure it is, what its files say, and which remedies it offers. */
function answer(log: string, files: Readonly<Record<string, string>> = {}) {
  const [lead] = explain(log, files).incidents[0]!.hypotheses;
  const { cause, label, confidence, evidence, remedies } = lead!;
  const seen = evidence.filter(({ source }) => source.input !== 'a.log');
  return {
    cause,
    label,
    confidence,
    seen: seen.map((row) => `${row.for ? '+' : '-'} ${row.source.input}:${row.line} ${row.signal}: ${row.text}`),
    remedies: remedies.map(({ id, applicability }) => `${id} ${applicability}`),
  };
}

const privateModule = `$ go mod download
go: corp.example.com/team/lib@v1.2.3: verifying go.mod: corp.example.com/team/lib@v1.2.3/go.mod: reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 404 Not Found
\tserver response: not found: corp.example.com/team/lib@v1.2.3: unrecognized import path "corp.example.com/team/lib"
`;
const elm = 'module example.com/elm\n\ngo 1.21\n';
const lineOf = (text: string, start: string) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;

describe.runIf(hasGo)('what go env shows', () => {
  test('GOPRIVATE is empty: the step that sets it needs no more from the reader, and can be undone', () => {
    const env = go(['env']);
    const before = explain(privateModule).incidents[0]!.hypotheses[0]!.remedies[0]!;
    expect(before).toMatchObject({ applicability: 'placeholder', undo: [] });
    const after = explain(privateModule, { 'env.txt': env }).incidents[0]!.hypotheses[0]!;
    expect(after.remedies[0]).toMatchObject({
      applicability: 'confirm',
      steps: [{ argv: ['go', 'env', 'GOPRIVATE'] }, { argv: ['go', 'env', '-w', 'GOPRIVATE=corp.example.com/team/lib'] }],
      undo: [{ argv: ['go', 'env', '-w', 'GOPRIVATE='] }],
    });
    expect(answer(privateModule, { 'env.txt': env }).seen).toEqual([
      `+ env.txt:${lineOf(env, 'GOPRIVATE=')} env-goprivate-misses: GOPRIVATE=''`,
    ]);
  });

  test('GOPRIVATE has another path, from go env -json: it is kept', () => {
    const env = go(['env', '-json'], {}, { GOPRIVATE: 'git.corp.test/*' });
    const { remedies } = explain(privateModule, { 'env.json': env }).incidents[0]!.hypotheses[0]!;
    expect(remedies[0]).toMatchObject({
      applicability: 'confirm',
      steps: [{}, { argv: ['go', 'env', '-w', 'GOPRIVATE=git.corp.test/*,corp.example.com/team/lib'] }],
    });
    expect(answer(privateModule, { 'env.json': env }).seen).toHaveLength(1);
  });

  test('GOPRIVATE covers the module: it was not set where the build ran, so setting it here is no answer', () => {
    const env = go(['env'], {}, { GOPRIVATE: '*.example.com' });
    expect(answer(privateModule)).toMatchObject({ label: 'very-likely', remedies: ['goprivate placeholder', 'gonosumdb placeholder'] });
    expect(answer(privateModule, { 'env.txt': env })).toMatchObject({
      cause: 'auth.private-module-via-public-proxy',
      label: 'possible',
      seen: [`- env.txt:${lineOf(env, 'GOPRIVATE=')} env-goprivate-covers: GOPRIVATE='*.example.com'`],
      remedies: ['where-it-runs manual'],
    });
  });

  test('GO111MODULE is off', () => {
    const log = goLog(['build'], { 'go.mod': elm, 'main.go': importing('example.com/birch/leaf') }, { GO111MODULE: 'off' });
    const env = go(['env'], {}, { GO111MODULE: 'off' });
    const [before, after] = [answer(log), answer(log, { 'env.txt': env })];
    expect(after).toMatchObject({
      cause: 'env.go111module',
      seen: [`+ env.txt:${lineOf(env, 'GO111MODULE=')} env-go111module-off: GO111MODULE='off'`],
    });
    expect(after.confidence).toBeGreaterThan(before.confidence);
  });

  test('GOTOOLCHAIN may switch already: the remedy that lets it is not offered', () => {
    const log = goLog(['build'], { 'go.mod': 'module example.com/elm\n\ngo 1.99\n' });
    expect(answer(log).remedies).toContain('toolchain-auto confirm');
    const local = answer(log, { 'env.txt': go(['env']), 'go.mod': 'module example.com/elm\n\ngo 1.99\n' });
    expect(local).toMatchObject({ cause: 'toolchain.go-too-old' });
    expect(local.seen.map((row) => row.replace(/:\d+/, ''))).toEqual([
      '+ go.mod mod-file-go-newer: go 1.99',
      "+ env.txt env-gotoolchain-local: GOTOOLCHAIN='local'",
    ]);
    expect(local.remedies).toContain('toolchain-auto confirm');
    expect(answer(log, { 'env.txt': go(['env'], {}, { GOTOOLCHAIN: 'auto' }) }).remedies).not.toContain('toolchain-auto confirm');
  });

  test.each([
    ['GOPROXY', 'off', ['list', '-mod=mod', '-m', '-versions', 'example.com/pine'], { GOPROXY: 'off' }, 'goproxy.off', 'env-goproxy-off'],
    ['GOFLAGS', '-mod=vendor', ['list', '-m', 'all'], { GOFLAGS: '-mod=vendor' }, 'vendor.query-disabled', 'env-goflags-vendor'],
  ])('%s is %s', (name, value, args, env, cause, fact) => {
    const log = goLog(args, { 'go.mod': elm, 'vendor/modules.txt': '' }, env);
    const settings = go(['env'], {}, env);
    expect(answer(log)).toMatchObject({ cause, seen: [] });
    expect(answer(log, { 'env.txt': settings })).toMatchObject({
      cause,
      seen: [`+ env.txt:${lineOf(settings, `${name}=`)} ${fact}: ${name}='${value}'`],
    });
  });

  test('GOWORK names a workspace', () => {
    const files = { 'go.work': 'go 1.21\n', 'elm/go.mod': elm, 'elm/elm.go': 'package elm\n' };
    const log = goLog(['-C', 'elm', 'build', './...'], files);
    const env = go(['env', '-C', 'elm', '-json'], files);
    expect(answer(log, { 'env.json': env }).seen.map((row) => row.split(': ')[0])).toEqual([
      `+ env.json:${lineOf(env, '\t"GOWORK"')} env-gowork-file`,
    ]);
  });
});

describe.runIf(hasGo)('what go.mod shows', () => {
  const program = { 'main.go': importing('example.com/birch/leaf') };
  const log = () => goLog(['build', './...'], { 'go.mod': elm, ...program });

  test('no module for the package is required', () => {
    expect(answer(log(), { 'go.mod': elm })).toMatchObject({
      cause: 'resolve.missing-require',
      seen: ['+ go.mod:1 mod-file-requires-none: module example.com/elm'],
      remedies: ['get automatic', 'tidy automatic', 'own-path manual'],
    });
  });

  test('it is required here: the failed build read another go.mod, and go get is no answer', () => {
    expect(answer(log(), { 'go.mod': `${elm}\nrequire example.com/birch v1.0.0 // indirect\n` })).toMatchObject({
      cause: 'resolve.missing-require',
      seen: ['+ go.mod:5 mod-file-requires: require example.com/birch v1.0.0 // indirect'],
      remedies: ['same-go-mod manual'],
    });
  });

  test('the package is below the path of this very module: go get can never bring it', () => {
    expect(answer(log(), { 'go.mod': 'module example.com/birch // the service\n\ngo 1.21\n' })).toMatchObject({
      seen: ['+ go.mod:1 mod-file-own-path: module example.com/birch // the service'],
      remedies: ['own-folder manual'],
    });
    expect(answer(log(), { 'go.mod': 'module example.com/bir\n\ngo 1.21\n' }).remedies).toContain('get automatic');
  });

  test('the line that asks for a toolchain that cannot be had', () => {
    const asking = 'module example.com/elm\n\ngo 1.21\n\ntoolchain go1.99.9\n';
    const failed = goLog(['build'], { 'go.mod': asking }, { GOTOOLCHAIN: 'auto' });
    expect(answer(failed, { 'go.mod': asking })).toMatchObject({
      cause: 'toolchain.unavailable',
      seen: ['+ go.mod:5 mod-file-toolchain: toolchain go1.99.9'],
    });
  });

  test('the line that replaces a module with a folder that is not there', () => {
    const gomod = `${elm}\nrequire example.com/birch v1.0.0\n\nreplace (\n\texample.com/birch => ../birch // while we change it\n)\n`;
    const failed = goLog(['build', './...'], { 'go.mod': gomod, ...program });
    expect(answer(failed, { 'go.mod': gomod })).toMatchObject({
      cause: 'resolve.replace-dir-missing',
      seen: ['+ go.mod:8 mod-file-replaces-with-folder: example.com/birch => ../birch // while we change it'],
    });
  });
});

describe.runIf(hasGo)('what go.sum shows', () => {
  const gomod = 'module example.com/elm\n\ngo 1.16\n\nrequire example.com/birch v1.0.0\n';
  const hash = 'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  const log = () => goLog(['list', 'all'], { 'go.mod': gomod });

  test('the line is missing here, too', () => {
    expect(answer(log(), { 'go.sum': `example.com/ash v1.0.0/go.mod ${hash}\nexample.com/birch v1.0.0 ${hash}\n` })).toMatchObject({
      cause: 'checksum.missing-entry',
      seen: [`+ go.sum:2 sum-file-lacks-line: example.com/birch v1.0.0 ${hash}`],
      remedies: ['tidy automatic', 'commit manual'],
    });
  });

  test('the line is here: it did not reach the failed build, and go mod tidy is no answer', () => {
    expect(answer(log()).remedies).toEqual(['tidy automatic', 'commit manual']);
    expect(answer(log(), { 'go.sum': `example.com/birch v1.0.0/go.mod ${hash}\n` })).toMatchObject({
      seen: [`+ go.sum:1 sum-file-has-line: example.com/birch v1.0.0/go.mod ${hash}`],
      remedies: ['commit manual'],
    });
  });

  test('a message that names only a package', () => {
    const newer = gomod.replace('1.16', '1.21');
    const failed = goLog(['build', './...'], { 'go.mod': newer, 'main.go': importing('example.com/birch/leaf') });
    expect(answer(failed, { 'go.sum': `example.com/ash v1.0.0 ${hash}\n` }).seen).toEqual([
      `+ go.sum:1 sum-file-lacks-line: example.com/ash v1.0.0 ${hash}`,
    ]);
    expect(answer(failed, { 'go.sum': `example.com/birch v1.2.0 ${hash}\n` }).seen).toEqual([]);
  });

  test('a broken line', () => {
    const gosum = `example.com/birch v1.0.0 ${hash}\n<<<<<<< ours\n`;
    const failed = goLog(['build', './...'], { 'go.mod': gomod, 'go.sum': gosum, 'main.go': importing('example.com/birch') });
    expect(answer(failed, { 'go.sum': gosum })).toMatchObject({
      cause: 'checksum.go-sum-malformed',
      seen: ['+ go.sum:2 sum-file-broken: <<<<<<< ours'],
    });
  });
});

test('two hashes of one version, and which of them the failed build read', () => {
  const [first, second] = ['h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'h1:3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8='];
  const log = `$ go mod download\nverifying example.com/birch@v1.0.0: checksum mismatch\n\tdownloaded: ${second}\n\tgo.sum:     ${first}\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\n`;
  expect(answer(log).remedies[0]).toBe('bad-copy placeholder');
  const both = `example.com/birch v1.0.0 ${first}\nexample.com/birch v1.0.0 ${second}\n`;
  const after = answer(log, { 'go.sum': both });
  expect(after.seen).toEqual([
    `+ go.sum:2 sum-file-two-hashes: example.com/birch v1.0.0 ${second}`,
    `+ go.sum:1 sum-file-same-hash: example.com/birch v1.0.0 ${first}`,
  ]);
  expect(after.remedies[0]).toBe('one-of-two manual');
  expect(answer(log, { 'go.sum': `example.com/birch v1.0.0 ${second}\n` }).seen).toEqual([
    `+ go.sum:1 sum-file-other-hash: example.com/birch v1.0.0 ${second}`,
  ]);
});

test('what a file shows does not make a failure, and says nothing about a log without one', () => {
  const quiet = '$ go build ./...\n';
  expect(explain(quiet, { 'env.txt': "GOPROXY='off'\nGO111MODULE='off'\n" })).toEqual(explain(quiet));
});

test('reports name the file', () => {
  const files = { 'conf/env.txt': "GOVERSION='go1.26.1'\nGOPRIVATE=''\n" };
  const report = explain(privateModule, files);
  expect(report.incidents[0]!.command).toMatchObject({ goVersion: '1.26.1' });
  expect(renderText(report)).toContain("   for      conf/env.txt:2  GOPRIVATE=''        does not cover corp.example.com/team/lib\n");
  expect(renderMarkdown(report)).toContain("conf/env.txt:2  GOPRIVATE=''\n");
});

test('evidence of a file has its line and its offset', () => {
  const text = "GOVERSION='go1.26.1'\nGOFLAGS='é'\nGOPRIVATE=''\n";
  const row = explain(privateModule, { 'env.txt': text }).incidents[0]!.hypotheses[0]!.evidence.find(
    ({ source }) => source.input === 'env.txt',
  )!;
  expect(Buffer.from(text).subarray(row.offset).toString()).toBe(`${row.text}\n`);
  expect(row.line).toBe(3);
});

test('secrets of a file are hidden', () => {
  const report = explain(privateModule, { 'env.txt': "GOPRIVATE='https://ada:s3cr3tpassw0rd@git.corp.test'\nGOPROXY=''\n" });
  expect(JSON.stringify(report)).not.toContain('s3cr3tpassw0rd');
});

test('a file that is something else is refused, and the session goes on', () => {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  expect(() => session.addEvidence('x', privateModule)).toThrow(ModwhyError);
  expect(() => session.addEvidence('x', '')).toThrow('this file is empty');
  session.push(Buffer.from(privateModule));
  expect(session.report()).toEqual(explain(privateModule));
});

describe.runIf(hasGo)('what vendor/modules.txt shows', () => {
  const files = {
    'go.mod': 'module example.com/elm\n\ngo 1.21\n\nrequire example.com/birch v1.0.0\n\nreplace example.com/birch => ./birch\n',
    'birch/go.mod': 'module example.com/birch\n\ngo 1.21\n',
    'birch/birch.go': 'package birch\n',
    'main.go': importing('example.com/birch'),
  };
  const vendored = '# example.com/birch v1.0.0 => ./birch\n## explicit; go 1.21\nexample.com/birch\n# example.com/birch => ./birch\n';

  test('another version than go.mod requires', () => {
    const newer = { ...files, 'go.mod': files['go.mod'].replace('v1.0.0', 'v1.1.0') };
    const log = goLog(['build'], { ...newer, 'vendor/modules.txt': vendored, 'vendor/example.com/birch/birch.go': 'package birch\n' });
    expect(answer(log, { 'vendor/modules.txt': vendored })).toMatchObject({
      cause: 'vendor.inconsistent',
      seen: ['+ vendor/modules.txt:1 vendor-file-lacks: # example.com/birch v1.0.0 => ./birch'],
    });
  });

  test('a package that is not there; one that is says nothing', () => {
    const more = { ...files, 'main.go': importing('example.com/birch/leaf') };
    const log = goLog(['build'], { ...more, 'vendor/modules.txt': vendored, 'vendor/example.com/birch/birch.go': 'package birch\n' });
    expect(answer(log, { 'modules.txt': vendored })).toMatchObject({
      cause: 'vendor.inconsistent',
      seen: ['+ modules.txt:1 vendor-file-lacks: # example.com/birch v1.0.0 => ./birch'],
    });
    expect(answer(log, { 'modules.txt': `${vendored}example.com/birch/leaf\n` }).seen).toEqual([]);
  });

  test('a script with comments is none', () => {
    for (const text of ['# build v2\nset -e\ngo build ./...\n', '# notes\n', '## explicit\n'])
      expect(() => explain(privateModule, { 'x.txt': text })).toThrow('this is not go.mod, go.sum, what go env prints');
  });
});
