import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { envDiffSchema } from '../../src/model/env-diff.ts';
import { envWhySchema } from '../../src/model/env-why.ts';
import { folderWith, modwhy } from './modwhy.ts';

const posix = `GOARCH='amd64'\nGOOS='linux'\nGOPATH='/home/ada/go'\nGOPROXY='https://goproxy.corp.test,direct'\nGOROOT='/usr/local/go'\nGOVERSION='go1.22.1'\n`;
const windows = posix
  .replace(/^(\w+)='(.*)'$/gm, 'set $1=$2')
  .replace('linux', 'windows')
  .replaceAll('\n', '\r\n')
  .replace('https://goproxy.corp.test,direct', 'off');
const json = `{\n${posix
  .trim()
  .split('\n')
  .map((line) => `\t${line.replace(/^(\w+)='(.*)'$/, '"$1": "$2"')}`)
  .join(',\n')}\n}\n`;
const off = json.replace('https://goproxy.corp.test,direct', 'off');
const buildkit = `#9 [build 3/4] RUN go env && go build ./...\n${posix.replace('direct', 'off').replace(/^/gm, '#9 0.214 ').trimEnd()}\n#9 1.2 go: some words of go\n#9 ERROR: process did not complete\n`;

const first = (files: Readonly<Record<string, string>>, a: string, b: string, input?: string) => {
  const { code, out, err } = modwhy(['env', 'diff', a, b, '--format', 'json'], {
    cwd: folderWith(files),
    ...(input === undefined ? {} : { input }),
  });
  expect([code, err]).toEqual([0, '']);
  return envDiffSchema.parse(JSON.parse(out));
};

describe('S4: the forms that go env has', () => {
  test.each([
    ['Windows', windows],
    ['JSON', off],
    ['JSON without its end', off.slice(0, off.indexOf('"GOROOT"'))],
    ['a log of BuildKit', buildkit],
    ['only one variable', "GOPROXY='off'\n"],
    ['after other output', `go: downloading a.test/x v1.0.0\n${posix.replace('https://goproxy.corp.test,direct', 'off')}done\n`],
  ])('%s', (_, text) => expect(first({ 'a.txt': posix, 'b.txt': text }, 'a.txt', 'b.txt').differences[0]?.name).toBe('GOPROXY'));

  test('standard input, on either side', () => {
    expect(first({ 'a.txt': posix }, 'a.txt', '-', off).differences[0]).toMatchObject({ name: 'GOPROXY', b: 'off' });
    expect(first({ 'a.txt': posix }, '-', 'a.txt', off).differences[0]).toMatchObject({ name: 'GOPROXY', a: 'off' });
  });

  test('a text that stops early is said to, and so is one of several outputs', () => {
    const cut = first({ 'a.txt': posix, 'b.txt': off.slice(0, off.indexOf('"GOROOT"')) }, 'a.txt', 'b.txt');
    expect(cut.notes.join()).toContain('The JSON of b.txt stops before its end');
    const twice = first({ 'a.txt': posix, 'b.txt': `${posix}--\n${posix.replace('direct', 'off')}` }, 'a.txt', 'b.txt');
    expect(twice.notes.join()).toContain('b.txt has 2 outputs of go env: the one from line 8 on is compared.');
    expect(twice.differences[0]!.onlyB).toEqual(['off']);
  });
});

describe('S4: what is not shown on one side', () => {
  const whole = spawnSync('go', ['env'], {
    env: { ...process.env, GOTOOLCHAIN: 'local', GOPRIVATE: 'git.corp.test' },
    encoding: 'utf8',
  }).stdout;
  const names = (files: Readonly<Record<string, string>>) => {
    const { differences, notes } = first(files, 'a.txt', 'b.txt');
    return [differences.map(({ name }) => name), notes.filter((note) => note.startsWith('b.txt'))];
  };

  test('the end of a real output is lost: what stood there is not compared', () => {
    expect(whole).toMatch(/^PKG_CONFIG=/m);
    for (const name of ['GOHOSTOS', 'GOPRIVATE', 'GOTOOLDIR'])
      expect(names({ 'a.txt': whole, 'b.txt': whole.slice(0, whole.indexOf(`\n${name}=`)) })).toEqual([
        [],
        ['b.txt has only a piece of an output of go env: what is missing there is not compared.'],
      ]);
    const start = whole.replace("GOFLAGS=''", "GOFLAGS='-mod=mod'").split('\n').slice(0, 24).join('\n');
    expect(names({ 'a.txt': whole, 'b.txt': start })[0]).toEqual(['GOFLAGS']);
  });

  test('go env -changed: what is missing has its default, but for GOTOOLCHAIN, whose default is in the installation', () => {
    const changed = names({ 'a.txt': whole, 'b.txt': "GOPROXY='off'\n" });
    expect(changed).toEqual([
      ['GOPROXY', 'GOPRIVATE'],
      ['b.txt shows only some variables: one that is missing there is taken for not set.'],
    ]);
  });
});

test('S4: what it looks like', () => {
  const cwd = folderWith({ 'laptop.txt': posix, 'ci.txt': off.replace('/home/ada/go', '/go') });
  const { code, out } = modwhy(['env', 'diff', 'laptop.txt', 'ci.txt'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "1 setting that can matter differs
       A  laptop.txt: Go 1.22.1, linux/amd64, 6 variables
       B  ci.txt: Go 1.22.1, linux/amd64, 6 variables

    1. GOPROXY
       A           https://goproxy.corp.test,direct
       B           off
       only A      direct  https://goproxy.corp.test
       means       With GOPROXY=off go downloads nothing: whatever is not in the module cache yet is an
                   error.
       explains    GM0308  Downloads are switched off (GOPROXY=off) and a module is not in the cache

    expected between two machines
       GOPATH      a folder of that machine

       note        laptop.txt shows only some variables: one that is missing there is taken for not set.
                   ci.txt shows only some variables: one that is missing there is taken for not set.
                   go env shows neither HTTPS_PROXY and NO_PROXY nor git configuration, netrc,
                   certificates and DNS. When nothing here fits, compare \`env | grep -i proxy\` and \`git
                   config --list --show-origin\`.
    "
  `);
  expect(modwhy(['env', 'diff', 'laptop.txt', 'ci.txt', '--format', 'markdown'], { cwd }).out).toMatchInlineSnapshot(`
    "### 1 setting that can matter differs

    A  laptop.txt: Go 1.22.1, linux/amd64, 6 variables

    B  ci.txt: Go 1.22.1, linux/amd64, 6 variables

    **1\\. GOPROXY**

    - A: \`https://goproxy.corp.test,direct\`
    - B: \`off\`
    - only A: \`direct  https://goproxy.corp.test\`
    - means: With GOPROXY=off go downloads nothing: whatever is not in the module cache yet is an error.
    - explains: GM0308  Downloads are switched off (GOPROXY=off) and a module is not in the cache

    **expected between two machines**

    - GOPATH: a folder of that machine

    - laptop.txt shows only some variables: one that is missing there is taken for not set.
    - ci.txt shows only some variables: one that is missing there is taken for not set.
    - go env shows neither HTTPS\\_PROXY and NO\\_PROXY nor git configuration, netrc, certificates and DNS. When nothing here fits, compare \\\`env \\| grep -i proxy\\\` and \\\`git config --list --show-origin\\\`.
    "
  `);
});

test('the same file, the same values, and bytes that would move the cursor', () => {
  const cwd = folderWith({ 'a.txt': posix, 'b.txt': posix, 'c.txt': `GOFLAGS='-tags=\u001b[2Jx\u202ey'\n${posix}` });
  expect(modwhy(['env', 'diff', 'a.txt', 'a.txt'], { cwd }).out).toContain('Both are the same file.');
  expect(modwhy(['env', 'diff', 'a.txt', 'b.txt'], { cwd }).out).toContain('Both show the same values.');
  for (const format of ['text', 'json', 'markdown'])
    expect(modwhy(['env', 'diff', 'a.txt', 'c.txt', '--format', format], { cwd }).out).not.toMatch(/\u001b|\u202e/);
});

test('secrets in a setting are hidden', () => {
  const cwd = folderWith({ 'a.txt': posix, 'b.txt': posix.replace('goproxy.corp.test', 'bob:hunter2-and-more@goproxy.corp.test') });
  for (const format of ['text', 'json', 'markdown'])
    expect(modwhy(['env', 'diff', 'a.txt', 'b.txt', '--format', format], { cwd }).out).not.toMatch(/hunter2|bob/);
});

test('a large log is read, and one that is too large is refused', () => {
  const noise = 'go: downloading a.test/x v1.0.0\n'.repeat(60_000);
  const cwd = folderWith({
    'a.txt': posix,
    'b.log': `${noise}${posix.replace('direct', 'off')}${noise}`,
    'c.log': 'x'
      .repeat(1 << 20)
      .concat('\n')
      .repeat(65),
  });
  expect(JSON.parse(modwhy(['env', 'diff', 'a.txt', 'b.log', '--format', 'json'], { cwd }).out).differences[0].name).toBe('GOPROXY');
  expect(modwhy(['env', 'diff', 'a.txt', 'c.log'], { cwd }).err).toContain('c.log: larger than 64 MiB');
});

describe('S35: env why for another machine', () => {
  const why = (name: string) => {
    const cwd = folderWith({ 'env.txt': posix });
    return envWhySchema.parse(JSON.parse(modwhy(['env', 'why', name, '--with', 'env.txt', '--format', 'json'], { cwd }).out));
  };
  test('a value that somebody has set', () => {
    expect(why('goproxy')).toMatchObject({
      name: 'GOPROXY',
      value: 'https://goproxy.corp.test,direct',
      from: 'evidence',
      go: { version: '1.22.1' },
    });
    expect(why('GOPROXY').notes[0]).toContain('somebody has set GOPROXY there');
  });
  test('a variable that it does not show', () => {
    const cwd = folderWith({ 'env.txt': posix });
    expect(modwhy(['env', 'why', 'GOFLAGS', '--with', 'env.txt'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('env.txt does not show GOFLAGS'),
    });
  });
});

test('S35: on this machine, by its files alone', () => {
  const folder = folderWith({ env: 'GOPRIVATE=git.corp.test\n', 'go.mod': 'module example.com/app\n' });
  const call = { cwd: folder, env: { PATH: '', HOME: folder, GOENV: `${folder}/env`, GOPRIVATE: 'corp.example.com' } };
  const { code, out } = modwhy(['env', 'why', 'GOPRIVATE'], call);
  expect(code).toBe(0);
  expect(out.replaceAll(folder, 'HOME')).toMatchInlineSnapshot(`
    "GOPRIVATE=corp.example.com
       The environment sets it, which is the strongest place.
       No Go was found on the PATH: by the rules of the newest one.

    where it can stand, the strongest first
       environment    corp.example.com
                      this one counts
       go env file    git.corp.test
                      in HOME/env
                      does not count: a stronger place sets it
       GOROOT/go.env  (not there)
       default        (not there)

    to change it
       unset GOPRIVATE
       Where it is exported: shell profile, CI job, Dockerfile. Until then go env -w has no effect on
       it.
       export GOPRIVATE=<value>
       For this shell and what it starts.
    "
  `);
  expect(modwhy(['env', 'why', 'GOMOD'], call).out).toContain(`GOMOD=${folder}/go.mod`);
});

test.each([
  [['env'], 'modwhy env needs diff or why'],
  [['env', 'dif', 'a', 'b'], 'did you mean diff?'],
  [['env', 'diff', 'a.txt'], 'env diff takes two texts'],
  [['env', 'diff', 'a.txt', 'log.txt'], 'log.txt: no output of go env was found in it'],
  [['env', 'diff', 'a.txt', 'none.txt'], 'none.txt: there is no such file'],
  [['env', 'diff', 'a.txt', 'empty.txt'], 'empty.txt: no output of go env was found in it'],
  [['env', 'why'], 'env why takes one variable'],
  [['env', 'why', 'GOPROXI'], 'go has no variable "GOPROXI", did you mean GOPROXY?'],
  [['env', 'why', 'GOPROXY', '--with', 'log.txt'], 'log.txt: no output of go env'],
  [['env', 'why', 'GOPROXY', '--format', 'ndjson'], 'modwhy env why: --format expected text, json or markdown, found "ndjson"'],
])('wrong usage: %j', (args, message) => {
  const cwd = folderWith({ 'a.txt': posix, 'log.txt': 'go: some words\nGO is a language\n', 'empty.txt': '' });
  const { code, out, err } = modwhy(args, { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
