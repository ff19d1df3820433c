import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/compare/normalise.ts';
import { findDivergences } from '../../src/compare/occurrences.ts';
import { collectRun, type Run } from '../../src/compare/runs.ts';
import { compareSchema } from '../../src/model/compare.ts';
import { parseGitLog } from '../../src/parse/git-log.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';

/** The raw log of a GitHub job that runs these steps. */
function job(minute: number, steps: Readonly<Record<string, readonly string[]>>, failed = false): string {
  const lines = Object.entries(steps).flatMap(([command, output]) => [`##[group]Run ${command}`, command, '##[endgroup]', ...output]);
  if (failed) lines.push('##[error]Process completed with exit code 1.');
  return lines
    .map(
      (line, index) => `2026-01-02T03:${String(minute).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.${minute}234567Z ${line}\n`,
    )
    .join('');
}

const downloads = ['golang.org/x/text v0.14.0', 'github.com/northwind/lib v1.2.0', 'github.com/northwind/orders v0.3.1'].map(
  (one) => `go: downloading ${one}`,
);
const good = job(4, {
  'go version': ['go version go1.21.5 linux/amd64'],
  'restore cache': ['Cache restored from key: go-mod-0123456789abcdef'],
  'go build ./...': ['WORK=/tmp/go-build3141592653', ...downloads],
  'go test ./...': ['ok  \texample.com/app\t0.012s', 'ok  \texample.com/app/store\t(cached)'],
});
const again = job(7, {
  'go version': ['go version go1.21.5 linux/amd64'],
  'restore cache': ['Cache restored from key: go-mod-0123456789abcdef'],
  'go build ./...': ['WORK=/tmp/go-build2718281828', ...downloads.toReversed()],
  'go test ./...': ['ok  \texample.com/app/store\t1.204s', 'ok  \texample.com/app\t(cached)'],
});
const bad = job(
  9,
  {
    'go version': ['go version go1.20.14 linux/amd64'],
    'go build ./...': [
      'WORK=/tmp/go-build1618033988',
      downloads[0]!,
      'go: downloading github.com/northwind/lib v1.3.0',
      'go: github.com/northwind/lib@v1.3.0: Get "https://goproxy.corp.test/github.com/northwind/lib/@v/v1.3.0.zip": dial tcp 192.0.2.7:443: connect: connection refused',
    ],
  },
  true,
);

const compare = (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { code, out, err } = modwhy(['compare', ...args, '--format', 'json'], { cwd: folderWith(files) });
  expect([code, err]).toEqual([0, '']);
  return compareSchema.parse(JSON.parse(out));
};

test('S20: downloads and packages in another order, times, durations and temporary names are no difference', () => {
  const { logs } = compare({ 'a.log': good, 'b.log': again }, 'a.log', 'b.log');
  expect(logs).toMatchObject({ places: 0, divergences: [], modules: [], tools: [], missing: [], added: [] });
});

test('S20: the first place where they go apart, versions, steps that are missing, and the failure', () => {
  const cwd = folderWith({ 'good.log': good, 'bad.log': bad });
  const { code, out } = modwhy(['compare', 'good.log', 'bad.log'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "bad.log goes apart from good.log at line 4
       20 and 12 lines; 6 of the second log stand in the first one too, apart from times, paths, ids and
       order.
       bad.log: likely: goproxy.corp.test refuses the connection  GM0104 (line 11)
       1 further step was not reached.

    1. line 4, line 4 of the good log
       good        go version go1.21.5 linux/amd64
                   restore cache
                   and 1 more line
       bad         go version go1.20.14 linux/amd64

    2. line 10, line 14 of the good log - the failure
       good        go: downloading github.com/northwind/lib v1.2.0
                   go: downloading github.com/northwind/orders v0.3.1
                   go test ./...
                   and 3 more lines
       bad         go: downloading github.com/northwind/lib v1.3.0
                   go: github.com/northwind/lib@v1.3.0: Get "https://goproxy.corp.test/github.com/northwind/lib/@v/v1.3.0.zip": dial tcp 192.0.2.7:443: connect: connection refused
                   Process completed with exit code 1.

    module versions
       github.com/northwind/lib  v1.2.0 -> v1.3.0

    versions of programs
       go          1.21.5 -> 1.20.14

    steps that bad.log passed over
       line 5      restore cache
    "
  `);
});

test('S20: a pipe can be either side, and the same file twice is said', () => {
  const cwd = folderWith({ 'good.log': good });
  expect(modwhy(['compare', 'good.log', '-'], { cwd, input: bad }).out).toContain('- goes apart from good.log at line');
  expect(modwhy(['compare', '-', 'good.log'], { cwd, input: bad }).out).toContain(
    'shows a failure as well: is it the log of a run that went well?',
  );
  expect(modwhy(['compare', 'good.log', 'good.log'], { cwd }).out).toContain('Both names are the same file.');
});

test('a secret that another line gives away is hidden in a large log too', () => {
  const given = 'Get "https://bob:hunter2-and-more@goproxy.corp.test/a": EOF\n';
  const filler = `${'some words of a long log '.repeat(40)}\n`.repeat(18_000);
  const cwd = folderWith({ 'good.log': good, 'bad.log': `${good}tried hunter2-and-more\n${filler}${given}` });
  const { code, out } = modwhy(['compare', 'good.log', 'bad.log'], { cwd });
  expect([code, /hunter2|bob/.test(out), out.includes('tried <secret-')]).toEqual([0, false, true]);
});

test.each([
  ['ok  \texample.com/a\t0.01s', 'ok  \texample.com/a\t(cached)'],
  ['2026-01-02T03:04:05Z level=info took=3.2ms', '2027-11-12T13:14:15.99+01:00 level=info took=1m3.5s'],
  ['/home/runner/work/app/app/main.go:3:2: x', '/builds/team/app/main.go:3:2: x'],
  ['/root/go/pkg/mod/a.test/x@v1.0.0/a.go', '/home/ada/go/pkg/mod/a.test/x@v1.0.0/a.go'],
  ['container 0123456789abcdef0123 exited', 'container fedcba98765432100000 exited'],
  ['Post job cleanup 123456 (12%)', 'Post job cleanup 98765432 (99.5%)'],
  ['dial tcp 10.0.0.7:40112->10.0.0.1:443', 'dial tcp 10.0.0.7:51234->10.0.0.1:443'],
])('the same: %j', (one, other) => expect(normalise(one)).toBe(normalise(other)));

test.each([
  ['go: downloading a.test/x v1.2.3', 'go: downloading a.test/x v1.2.4'],
  ['go version go1.21.5', 'go version go1.21.6'],
  ['a.test/x@v0.0.0-20200101000000-0123456789ab', 'a.test/x@v0.0.0-20200101000000-1123456789ab'],
  ['exit code 0', 'exit code 1'],
  ['404 Not Found', '410 Gone'],
  ['downloaded: h1:AAAA1234abcd=', 'downloaded: h1:BBBB1234abcd='],
])('not the same: %j', (one, other) => expect(normalise(one)).not.toBe(normalise(other)));

test('S20: any order of the same lines is no difference; a line more is the only one', () => {
  const line = fc.constantFrom('a', 'b', 'go: downloading a.test/x v1.0.0', 'c d', 'ok');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (lines, seed, at) => {
      const shuffled = lines
        .map((text, index) => ({ text, key: (index * 7919 + seed) % 104729 }))
        .sort((one, other) => one.key - other.key);
      const texts = shuffled.map(({ text }) => text);
      const one = run(lines);
      expect(findDivergences(one.hashes, run(texts).hashes)).toEqual({ list: [], common: lines.length });
      const place = at % (texts.length + 1);
      const more = findDivergences(one.hashes, run([...texts.slice(0, place), 'something new', ...texts.slice(place)]).hashes);
      expect(more.list).toEqual([{ good: [], bad: [place], goodCount: 0, badCount: 1 }]);
    }),
  );
});

test('hostile and broken bytes are compared without failing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => void collect(bytes)),
    { numRuns: 50 },
  );
  const started = performance.now();
  collect(
    Buffer.from(
      `${'0123456789abcdef'.repeat(4000)}\n${'/tmp/'.repeat(20_000)}\n${'1.1.1.'.repeat(20_000)}\n${'-v1.0.0'.repeat(10_000)}\n`.repeat(20),
    ),
  );
  expect(performance.now() - started).toBeLessThan(5_000);
});

function run(lines: readonly string[]): Run {
  return collect(Buffer.from(lines.map((text) => `${text}\n`).join('')));
}

function collect(bytes: Uint8Array): Run {
  const collector = collectRun();
  collector.push(bytes);
  collector.end();
  return collector.run();
}

describe('dependencies', () => {
  const before =
    'module example.com/app\n\ngo 1.20\n\nrequire (\n\tgithub.com/northwind/lib v1.2.0\n\tgolang.org/x/text v0.14.0 // indirect\n)\n';
  const after =
    'module example.com/app\n\ngo 1.22\n\nrequire (\n\tgithub.com/northwind/lib v1.3.0\n\tgithub.com/northwind/new v0.1.0\n\tgolang.org/x/text v0.9.0 // indirect\n)\n\nreplace github.com/northwind/new => ../new\n';

  test('S43: two go.mod, those that break builds most often first', () => {
    const { dependencies } = compare({ 'a.mod': before, 'b.mod': after }, 'a.mod', 'b.mod');
    expect(dependencies!.changes.map(({ kind, module, before: old, after: now, indirect }) => [kind, module, old, now, indirect])).toEqual([
      ['replaced', 'github.com/northwind/new', null, '../new', false],
      ['go-line', 'go', '1.20', '1.22', false],
      ['upgraded', 'github.com/northwind/lib', 'v1.2.0', 'v1.3.0', false],
      ['added', 'github.com/northwind/new', null, 'v0.1.0', false],
      ['downgraded', 'golang.org/x/text', 'v0.14.0', 'v0.9.0', true],
    ]);
  });

  test('S43: with the failed log, what the failure is about comes first', () => {
    const { dependencies } = compare({ 'a.mod': before, 'b.mod': after, 'bad.log': bad }, 'a.mod', 'b.mod', '--with', 'bad.log');
    expect(dependencies!.subjects).toEqual(['github.com/northwind/lib']);
    expect(dependencies!.changes[0]).toMatchObject({ module: 'github.com/northwind/lib', concerns: true });
  });

  test('S43: a version with another hash in go.sum stands before new lines', () => {
    const sum = (hash: string) => `github.com/northwind/lib v1.2.0 h1:${hash}=\ngithub.com/northwind/lib v1.2.0/go.mod h1:bbbb=\n`;
    const { dependencies } = compare({ 'a.sum': sum('aaaa'), 'b.sum': `a.test/x v1.0.0 h1:cccc=\n${sum('dddd')}` }, 'a.sum', 'b.sum');
    expect(dependencies!.changes.map(({ kind, module }) => [kind, module])).toEqual([
      ['hash-changed', 'github.com/northwind/lib'],
      ['sum-added', 'a.test/x'],
    ]);
  });

  test('S31: git log -p names the commit before the failure', () => {
    const cwd = folderWith({ 'bad.log': bad });
    const git = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@corp.test', ...args], {
        cwd,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: cwd,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
          GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
        },
      });
      expect(status, stderr).toBe(0);
      return stdout;
    };
    git('init', '-q');
    const states = [before, after, after.replace('go 1.22', 'go 1.22.1')];
    for (const [index, text] of states.entries()) {
      writeFileSync(path.join(cwd, 'go.mod'), text);
      git('add', 'go.mod');
      git('commit', '-q', '-m', ['Begin', 'Take the new library', 'Name the patch release'][index]!);
    }
    const log = git('log', '-p', '--', 'go.mod', 'go.sum');
    writeFileSync(path.join(cwd, 'history.txt'), log);
    const { out } = modwhy(['compare', 'history.txt', 'bad.log'], { cwd });
    expect(out.replace(/^[0-9a-f]{12}/gm, 'HASH').replace(/(failure is about: )[0-9a-f]{12}/, '$1HASH')).toMatchInlineSnapshot(`
      "3 commits with changes of dependencies, newest first
         The failure is about github.com/northwind/lib.
         The last change of what the failure is about: HASH (Fri Jan 2 03:04:05 2026 +0000).

      HASH  Fri Jan 2 03:04:05 2026 +0000  Name the patch release
         the go line: 1.22 -> 1.22.1; an older Go refuses it, or has to switch

      HASH  Fri Jan 2 03:04:05 2026 +0000  Take the new library
         >           github.com/northwind/lib v1.2.0 -> v1.3.0   <- the failure is about it
                     github.com/northwind/new is replaced by ../new; this counts in the main module only
                     the go line: 1.20 -> 1.22; an older Go refuses it, or has to switch
                     github.com/northwind/new v0.1.0 is new
                     golang.org/x/text v0.14.0 -> v0.9.0 (older) (indirect)

      HASH  Fri Jan 2 03:04:05 2026 +0000  Begin
         >           github.com/northwind/lib v1.2.0 is new   <- the failure is about it
                     the go line: nothing -> 1.20; an older Go refuses it, or has to switch
                     golang.org/x/text v0.14.0 is new (indirect)

         note        To see who pulls it in: go mod graph | modwhy blame github.com/northwind/lib -
      "
    `);
    expect(compareSchema.parse(JSON.parse(modwhy(['compare', 'history.txt', '--format', 'json'], { cwd }).out)).commits!.count).toBe(3);
    // As PowerShell writes it, and by --reverse.
    writeFileSync(path.join(cwd, 'windows.txt'), log.replaceAll('\n', '\r\n'));
    expect(modwhy(['compare', 'windows.txt', 'bad.log'], { cwd }).out).toBe(out);
    const dated = log
      .replace('Fri Jan 2 03:04:05', 'Sat Jan 3 03:04:05')
      .replaceAll(/^commit /gm, '\0$&')
      .split('\0')
      .reverse()
      .join('');
    expect(parseGitLog(dated).map(({ subject }) => subject)).toEqual(['Name the patch release', 'Take the new library', 'Begin']);
    fc.assert(
      fc.property(fc.nat({ max: log.length }), (at) => void parseGitLog(log.slice(0, at))),
      { numRuns: 30 },
    );
  });
});

test.each([
  [['compare'], 'compare takes two logs'],
  [['compare', 'a.log'], 'compare takes two logs'],
  [['compare', 'a.log', 'go.mod'], 'these two cannot be compared: the first one is a log, the second one a go.mod'],
  [['compare', 'env.txt', 'env.txt'], 'modwhy env diff compares them'],
  [['compare', 'a.log', 'none.log'], 'none.log: there is no such file'],
  [['compare', 'a.log', 'a.log', '--format', 'lines'], 'expected text, json or markdown'],
])('wrong usage: %j', (args, message) => {
  const cwd = folderWith({ 'a.log': good, 'go.mod': 'module example.com/app\n', 'env.txt': "GOOS='linux'\nGOPROXY='direct'\n" });
  const { code, out, err } = modwhy(args, { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
