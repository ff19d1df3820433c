import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { judgeBypasses } from '../../src/bypass/judge.ts';
import { today } from '../../src/cli/bypass/today.ts';
import { bypassReportSchema, type Weakening } from '../../src/model/bypass.ts';
import { failing, folderWith, modwhy } from '../cli/modwhy.ts';

const token = 's3cr3t-of-ana-0123456789';

/** A project and a home with files whose last change is known. */
function place(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({});
  mkdirSync(path.join(folder, 'home'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
    utimesSync(path.join(folder, name), 1_767_600_000, 1_767_600_000);
  }
  const project = path.join(folder, 'project');
  mkdirSync(project, { recursive: true });
  const all = { PATH: '/nonexistent', HOME: path.join(folder, 'home'), GIT_CONFIG_NOSYSTEM: '1', ...env };
  const run = (args: readonly string[]) => modwhy(args, { cwd: project, env: all });
  const list = () => bypassReportSchema.parse(JSON.parse(run(['bypass', '--format', 'json']).out));
  return { folder, project, run, list };
}

const goMod = 'module example.com/app\n\ngo 1.22\n\nreplace example.com/lib => ../lib\n';

test('S28: each place with what it switches off, since when, and how it ends', () => {
  const { list, run } = place(
    {
      'project/go.mod': `${goMod}replace github.com/northwind/table v1.2.0 => github.com/northwind/fork v1.2.1\n`,
      'project/Dockerfile': 'FROM golang\n# ENV GOSUMDB=off\nENV GOINSECURE=*\n',
      'project/.github/workflows/ci.yml': 'env:\n  GOSUMDB: "off"\nsteps:\n  - run: git config --global http.sslVerify false\n',
      'project/.git/config': '[core]\n\tsshCommand = ssh -o StrictHostKeyChecking=no\n',
      'home/.gitconfig': `[http "https://git.corp.test"]\n\tsslVerify = false\n[url "https://ana:${token}@git.corp.test/"]\n\tinsteadOf = https://git.corp.test/\n`,
      'home/.config/go/env': 'GOINSECURE=git.corp.test\nGOPROXY=http://goproxy.corp.test,direct\n',
    },
    { GOPRIVATE: 'github.com/*', GIT_SSL_NO_VERIFY: '1', GOVCS: 'public:all' },
  );
  const { bypasses } = list();
  const rows = bypasses.map(({ id, what, since, end }) => [
    id,
    what,
    since,
    end.map((step) => (step.kind === 'manual' ? 'by hand' : step.posix)),
  ]);
  const day = '2026-01-05';
  expect(rows).toEqual([
    ['env:GOPRIVATE', 'GOPRIVATE=github.com/*', null, ['by hand']],
    ['go-env:GOINSECURE', 'GOINSECURE=git.corp.test', day, ['go env -u GOINSECURE']],
    ['env:GOVCS', 'GOVCS=public:all', null, ['unset GOVCS']],
    ['go-env:GOPROXY', 'GOPROXY=http://goproxy.corp.test,direct', day, ['by hand']],
    ['env:GIT_SSL_NO_VERIFY', 'GIT_SSL_NO_VERIFY=1', null, ['unset GIT_SSL_NO_VERIFY']],
    [
      'git:~/.gitconfig:http.https://git.corp.test.sslverify',
      'http.https://git.corp.test.sslverify = false',
      day,
      [expect.stringMatching(/^git config --file \S+\.gitconfig --unset-all http\.https:\/\/git\.corp\.test\.sslverify$/)],
    ],
    [
      'git:~/.gitconfig:url.https://git.corp.test/.insteadof',
      'url.https://***@git.corp.test/.insteadOf = https://git.corp.test/',
      day,
      ['by hand'],
    ],
    [
      'git:.git/config:core.sshcommand',
      'core.sshcommand: StrictHostKeyChecking=no',
      day,
      [expect.stringMatching(/^git config --file \S+config --unset-all core\.sshcommand$/)],
    ],
    ['ci:Dockerfile:goinsecure-star', 'GOINSECURE=*', day, ['by hand']],
    ['ci:.github/workflows/ci.yml:gosumdb-off', 'GOSUMDB: "off"', day, ['by hand']],
    ['ci:.github/workflows/ci.yml:git-no-verify', 'http.sslVerify false', day, ['by hand']],
    ['replace:example.com/lib', 'replace example.com/lib => ../lib', day, ['go mod edit -dropreplace=example.com/lib', 'go mod tidy']],
    [
      'replace:github.com/northwind/table@v1.2.0',
      'replace github.com/northwind/table@v1.2.0 => github.com/northwind/fork v1.2.1',
      day,
      ['go mod edit -dropreplace=github.com/northwind/table@v1.2.0', 'go mod tidy'],
    ],
  ]);
  for (const args of [['bypass'], ['bypass', '--lang', 'zh'], ['bypass', '--format', 'json']]) expect(run(args).out).not.toContain(token);
});

test('what only concerns private modules, or nothing outside, is none', () => {
  const { run } = place(
    {
      'project/go.mod': 'module example.com/app\n\ngo 1.22\n',
      'project/Dockerfile': 'FROM golang\nENV GOPRIVATE=git.corp.test\n',
      'home/.gitconfig': '[http]\n\tsslVerify = true\n[url "ssh://git@git.corp.test/"]\n\tinsteadOf = https://git.corp.test/\n',
    },
    {
      GOPRIVATE: 'git.corp.test,github.com/northwind/*',
      GOPROXY: 'http://127.0.0.1:3000,https://proxy.golang.org',
      GOVCS: 'public:git,private:all',
      GIT_SSL_NO_VERIFY: '0',
    },
  );
  expect(run(['bypass', '--fail-on', 'any'])).toEqual({ code: 0, out: 'nothing that weakens checks was found here\n', err: '' });
});

test('S43: a replace line counts when it leaves the own repository; within it, it is a note', () => {
  const own = `module github.com/northwind/app/api

go 1.22

replace github.com/northwind/app/store => ../store
replace github.com/northwind/app/log v1.0.0 => ./log
replace github.com/northwind/app/mail => github.com/northwind/app/mail v1.2.0
replace example.com/lib => ../../lib
replace github.com/northwind/table => github.com/northwind/app-fork v1.2.1
`;
  const files = {
    'project/.git/HEAD': '',
    'project/api/go.mod': own,
    'project/go.work': 'go 1.22\n\nuse ./api\n\nreplace example.com/ash => ./ash\nreplace example.com/oak => ../oak\n',
  };
  const { project } = place(files);
  const home = path.join(project, '..', 'home');
  const run = (args: readonly string[]) =>
    modwhy(args, { cwd: path.join(project, 'api'), env: { PATH: '/nonexistent', HOME: home, GIT_CONFIG_NOSYSTEM: '1' } });
  const report = bypassReportSchema.parse(JSON.parse(run(['bypass', '--format', 'json']).out));
  expect(
    report.bypasses.map(({ id, place, line, end }) => [id, `${place}:${line}`, end.map((step) => (step.kind === 'run' ? step.posix : ''))]),
  ).toEqual([
    ['replace:example.com/lib', 'go.mod:8', ['go mod edit -dropreplace=example.com/lib', 'go mod tidy']],
    ['replace:github.com/northwind/table', 'go.mod:9', ['go mod edit -dropreplace=github.com/northwind/table', 'go mod tidy']],
    ['replace:example.com/oak', '../go.work:6', ['go work edit -dropreplace=example.com/oak']],
  ]);
  expect(report.local!.map(({ place, line }) => `${place}:${line}`)).toEqual(['go.mod:5', 'go.mod:6', 'go.mod:7', '../go.work:5']);
  const text = run(['bypass']).out;
  expect(text).toMatch(/note +replace github\.com\/northwind\/app\/store => \.\.\/store \(go\.mod:5\): it stays within this/);
});

test('S43: without a repository only what is below the folder of go.mod is the own', () => {
  const { list } = place({ 'project/go.mod': 'module example.com/app\n\nreplace example.com/a => ./a\nreplace example.com/b => ../b\n' });
  expect([list().bypasses.map(({ id }) => id), list().local?.map(({ line }) => line)]).toEqual([['replace:example.com/b'], [3]]);
});

test('S43: a replace line with an owner and a date, until it is over', () => {
  const { run, list, project } = place({ 'project/go.mod': goMod });
  expect(run(['bypass', '--fail-on', 'any']).code).toBe(1);
  const added = run(['bypass', 'add', 'replace:example.com/lib', '--owner', 'ana', '--reason', 'until v2 is out', '--until', '2999-12-31']);
  expect([added.code, added.err]).toEqual([0, '']);
  const file = path.join(project, '.modwhy/bypasses.yaml');
  expect(readFileSync(file, 'utf8').split('\n').slice(1)).toEqual([
    '- id: replace:example.com/lib',
    '  owner: ana',
    '  reason: until v2 is out',
    '  until: 2999-12-31',
    '',
  ]);
  expect(run(['bypass', '--fail-on', 'any']).code).toBe(0);
  // Doing it again changes nothing.
  const before = readFileSync(file, 'utf8');
  run(['bypass', 'add', 'replace:example.com/lib', '--owner', 'ana', '--reason', 'until v2 is out', '--until', '2999-12-31']);
  expect(readFileSync(file, 'utf8')).toBe(before);
  writeFileSync(file, before.replace('2999', '2020'));
  expect(list().bypasses.map(({ state, record }) => [state, record?.until])).toEqual([['overdue', '2020-12-31']]);
  expect(run(['bypass']).out).toContain('it was to end on 2020-12-31');
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/app\n');
  expect(list().ended.map(({ id }) => id)).toEqual(['replace:example.com/lib']);
  expect(run(['bypass', 'end', 'replace:example.com/lib']).code).toBe(0);
  expect(list().ended).toEqual([]);
});

test('end shows the steps, and ends nothing', () => {
  const { run, project } = place({ 'project/go.mod': goMod });
  expect(run(['bypass', 'end', 'replace:example.com/lib']).out).toBe(
    'to end it:\n  go mod edit -dropreplace=example.com/lib\n  go mod tidy\nreplace:example.com/lib was not recorded\n',
  );
  expect(readFileSync(path.join(project, 'go.mod'), 'utf8')).toBe(goMod);
});

test('a record of the project does not speak for the machine', () => {
  const { list } = place(
    {
      'project/go.mod': 'module example.com/app\n',
      'project/.modwhy/bypasses.yaml': '- { id: "env:GOSUMDB", owner: mallory, reason: fine, until: 2999-01-01 }\n',
    },
    { GOSUMDB: 'off' },
  );
  const { bypasses, ended } = list();
  expect(bypasses.map(({ id, state }) => [id, state])).toEqual([['env:GOSUMDB', 'unrecorded']]);
  expect(ended.map(({ owner }) => owner)).toEqual(['mallory']);
});

test.each([
  [
    ['bypass', 'add', 'replace:example.com/lip', '--owner', 'a', '--reason', 'b', '--until', '2999-01-01'],
    'did you mean replace:example.com/lib?',
  ],
  [['bypass', 'add', 'replace:example.com/lib', '--owner', 'a', '--until', '2999-01-01'], 'needs --owner, --reason and --until'],
  [['bypass', 'add', 'replace:example.com/lib', '--owner', 'a', '--reason', 'b', '--until', '2999-02-30'], 'expected a day from today on'],
  [['bypass', 'add', 'replace:example.com/lib', '--owner', 'a', '--reason', 'b', '--until', '2020-01-01'], 'expected a day from today on'],
  [['bypass', 'add', 'replace:example.com/lib', '--owner', 'a', '--reason', 'b\nc', '--until', '2999-01-01'], 'in one line'],
  [['bypass', 'remove'], 'expected list, add or end, found "remove"'],
  [['bypass', 'list', 'x'], 'takes no more words'],
  [['bypass', 'end'], 'takes one id'],
])('%j is wrong usage', (args, message) => {
  const { code, out, err } = place({ 'project/go.mod': goMod }).run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test.each([
  ['- id: 3\n', '0.id: expected the id of a bypass'],
  ['- { id: a, owner: b, reason: c, until: someday }\n', '0.until: expected a day such as 2027-01-31'],
  ['- { id: a, owner: b, reason: c, until: 2027-01-31, more: d }\n', 'expected a list of id, owner, reason and until'],
  ['[\n', 'this is no YAML'],
  ['a: &a [*a]\n', 'bypasses.yaml'],
])('records as %j are refused', (text, message) => {
  const { code, err } = place({ 'project/go.mod': goMod, 'project/.modwhy/bypasses.yaml': text }).run(['bypass']);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a failure is reported with those that are overdue or not recorded', () => {
  const { folder, run } = place({ 'project/go.mod': goMod, 'project/build.log': failing }, { GOSUMDB: 'off' });
  const { notes } = JSON.parse(run(['explain', '--here', '--format', 'json', 'build.log']).out);
  expect(notes).toEqual([
    'GOSUMDB=off (environment) weakens checks, and nobody has recorded why: modwhy bypass',
    'replace example.com/lib => ../lib (go.mod) weakens checks, and nobody has recorded why: modwhy bypass',
  ]);
  expect(run(['explain', '--here', 'build.log']).out.replace(/\s+/g, ' ')).toContain(notes[0]);
  expect(run(['explain', '--here', '--format', 'markdown', 'build.log']).out).toContain('weakens checks');
  // Without the evidence of the folder a report is the same on every machine.
  expect(JSON.parse(run(['explain', '--format', 'json', 'build.log']).out)).not.toHaveProperty('notes');
  run(['bypass', 'add', 'env:GOSUMDB', '--owner', 'bo', '--reason', 'no way to it', '--until', '2999-01-01']);
  const after = JSON.parse(run(['explain', '--here', '--format', 'json', 'build.log']).out).notes;
  expect(after).toHaveLength(1);
  expect(readFileSync(path.join(folder, 'home/.local/state/modwhy/bypasses.yaml'), 'utf8')).toContain('env:GOSUMDB');
});

test('the last day still counts', () => {
  const one: Weakening = {
    id: 'a',
    kind: 'ci',
    scope: 'project',
    place: 'Dockerfile',
    line: 1,
    what: 'x',
    because: 'y',
    since: null,
    end: [],
  };
  const record = { id: 'a', owner: 'ana', reason: 'b', until: '2026-03-01' };
  const state = (day: string) => judgeBypasses([one], { machine: [], project: [record] }, day).bypasses[0]!.state;
  expect([state('2026-02-28'), state('2026-03-01'), state('2026-03-02')]).toEqual(['recorded', 'recorded', 'overdue']);
  expect(today(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01');
});

test('S28: in Chinese the rows stand where they stand in English, and a host is named', () => {
  const { run } = place({ 'home/.gitconfig': '[http]\n\tsslVerify = false\n[http "https://git.corp.test/"]\n\tsslVerify = false\n' });
  const rows = (language: string) => run(['bypass', '--lang', language]).out.split('\n');
  const indents = (language: string) => rows(language).map((line) => /^ */.exec(line)![0].length);
  expect(indents('zh')).toEqual(indents('en'));
  expect(
    rows('en')
      .filter((line) => line.includes('effect'))
      .map((line) => line.trim().slice(11)),
  ).toEqual(['git takes any certificate from every server', 'git takes any certificate from https://git.corp.test/']);
});
