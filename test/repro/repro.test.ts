import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reproSchema } from '../../src/model/repro.ts';
import { goCommandIn } from '../../src/repro/go-command.ts';
import { planRepro } from '../../src/repro/plan.ts';
import { calm, failing, folderWith, modwhy } from '../cli/modwhy.ts';

const secret = 'hunter2-and-more';
const log = `$ GOPROXY=https://bob:${secret}@goproxy.corp.test go mod download
go: corp.example.com/team/lib@v1.2.3: reading https://bob:${secret}@goproxy.corp.test/corp.example.com/team/lib/@v/v1.2.3.mod: 500 Internal Server Error
`;
const goSum = 'corp.example.com/team/lib v1.2.3 h1:AAAA=\ncorp.example.com/team/lib v1.2.3/go.mod h1:BBBB=\nother.test/x v1.0.0 h1:CCCC=\n';
const goMod = 'module example.com/app\n\ngo 1.21\n\nrequire corp.example.com/team/lib v1.2.3\n';
const env = `GOPROXY='https://bob:${secret}@goproxy.corp.test'\nGOPRIVATE=''\nGOVERSION='go1.21.5'\n`;

test('S41: one module, in caches of their own', () => {
  const { code, out } = modwhy(['repro', 'build.log'], { cwd: folderWith({ 'build.log': failing }) });
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "build.log: the commands that show the failure again, in caches of their own
       very likely: the private module corp.example.com/team/lib was asked from public servers  GM0401
       Only the one module takes part: type this anywhere, in a POSIX shell (on Windows: Git Bash).

       # a new folder, for everything that follows
       d=$(mktemp -d)
       # settings of this shell only; the real caches stay as they are
       cd "\${d:?}" && export GOMODCACHE="\${d:?}/modcache" GOCACHE="\${d:?}/build" GOFLAGS="$(go env GOFLAGS) -modcacherw" GOWORK=off
       # a minimal go.mod
       go mod init example.com/repro
       # fails again; -x shows each request and command
       go mod download -x corp.example.com/team/lib@v1.2.3
       # afterwards
       cd / && rm -rf "\${d:?}"

       expect      reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone

       note        On another machine settings, credentials and network are others: where it does not
                   fail, modwhy env diff compares the two.
    "
  `);
});

test('S41: the folder to share holds no secret, and its manifest is right', () => {
  const cwd = folderWith({ 'build.log': `${secret} first\n${log}`, 'go.mod': goMod, 'go.sum': goSum, 'env.txt': env });
  const args = ['repro', 'build.log', '--with', 'go.mod', '--with', 'go.sum', '--with', 'env.txt', '-o', 'share'];
  const { code, out, err } = modwhy(args, { cwd });
  expect([code, err]).toEqual([0, '']);
  const share = path.join(cwd, 'share');
  const names = readdirSync(share).sort();
  expect(names).toEqual(['MANIFEST.txt', 'env.txt', 'go.mod', 'go.sum', 'log.txt', 'report.json', 'report.md', 'repro.sh']);
  for (const name of names) {
    const text = readFileSync(path.join(share, name), 'utf8');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('bob');
    if (process.platform !== 'win32') expect(statSync(path.join(share, name)).mode & 0o777).toBe(0o600);
    if (name !== 'MANIFEST.txt') {
      const row = readFileSync(path.join(share, 'MANIFEST.txt'), 'utf8')
        .split('\n')
        .find((line) => line.includes(`  ${name}  `));
      expect(row?.split(/\s+/).slice(0, 2)).toEqual([createHash('sha256').update(text).digest('hex'), String(Buffer.byteLength(text))]);
    }
  }
  expect(readFileSync(path.join(share, 'go.sum'), 'utf8')).toBe(goSum.split('\n').slice(0, 2).join('\n').concat('\n'));
  expect(readFileSync(path.join(share, 'log.txt'), 'utf8').split('\n')[0]).toBe('<secret-1> first');
  expect(out).not.toMatch(/hunter2|bob/);
  // Nothing is ever written over.
  const second = modwhy(args, { cwd });
  expect([second.code, second.err]).toEqual([2, expect.stringContaining('expected a folder that is new or empty')]);
  writeFileSync(path.join(cwd, 'file'), '');
  expect(modwhy([...args.slice(0, -1), 'file'], { cwd }).err).toContain('expected a folder, and it is a file');
});

test('S41: the same bytes give the same folder', () => {
  const share = () => {
    const cwd = folderWith({ 'build.log': log });
    modwhy(['repro', 'build.log', '-o', 'share'], { cwd });
    return readdirSync(path.join(cwd, 'share')).map((name) => [name, readFileSync(path.join(cwd, 'share', name), 'utf8')]);
  };
  expect(share()).toEqual(share());
});

test('S41: the settings that the log shows go with the commands, but none with a login', () => {
  const commands = (log: string, more: Readonly<Record<string, string>> = {}) => {
    const cwd = folderWith({ 'build.log': log, ...more });
    const { out } = modwhy(['repro', 'build.log', ...Object.keys(more).flatMap((name) => ['--with', name]), '--format', 'json'], { cwd });
    return reproSchema.parse(JSON.parse(out)).steps.flatMap(({ id, command }) => (id === 'settings' ? [command] : []));
  };
  const usual = "GOPROXY='https://proxy.golang.org,direct'\nGOSUMDB='sum.golang.org'\nGOFLAGS='-mod=readonly'\n";
  const own = "GONOPROXY=''\nGOPRIVATE='git.corp.test/*'\nGOPROXY='http://goproxy.corp.test|direct'\nGOSUMDB='off'\n";
  expect(commands(`$ go env\n${own}${failing}`)).toEqual([
    "export GOPROXY='http://goproxy.corp.test|direct' GOSUMDB=off GOPRIVATE='git.corp.test/*'",
  ]);
  expect(commands(`$ go env\n${own}${failing}`, { 'env.txt': usual })).toEqual([]);
  expect(commands(failing)).toEqual([]);
  expect(commands(log, { 'env.txt': env })).toEqual([]);
  expect(commands(`GOPROXY='https://a.test'\nGOSUMDB='$(id)'\nGOVCS='a;id'\n${failing}`)).toEqual(['export GOPROXY=https://a.test']);
});

test('without a failure there is nothing to show', () => {
  const cwd = folderWith({ 'calm.log': calm });
  const report = reproSchema.parse(JSON.parse(modwhy(['repro', 'calm.log', '--format', 'json', '-o', 'share'], { cwd }).out));
  expect([report.kind, report.steps, report.bundle]).toEqual([null, [], null]);
  expect(readdirSync(cwd)).toEqual(['calm.log']);
});

test.each([
  ['go build ./...', ['go', 'build', '-x', './...'], 'build'],
  ['make deps && go mod download 2>&1 | tee log', ['go', 'mod', 'download', '-x'], 'mod download'],
  ['GOFLAGS=-mod=mod AWS_TOKEN=abc go get example.com/lib@v1.2.3', ['go', 'get', '-x', 'example.com/lib@v1.2.3'], 'get'],
  ['go mod vendor', ['go', 'mod', 'vendor'], 'mod vendor'],
])('the go command in %j', (text, words, name) => expect(goCommandIn(text)).toMatchObject({ words, name }));

test('of variables before a command only those of go are kept', () => {
  expect(goCommandIn('GOFLAGS=-mod=mod AWS_TOKEN=abc go build ./...')?.assignments).toEqual(['GOFLAGS=-mod=mod']);
});

test.each([
  'make build',
  'go build `id`',
  'go build $(id)',
  'go run "x y"',
  'echo go build',
  'go frobnicate ./...',
  'go build ./... \u202e',
])('no command is taken from %j', (text) => expect(goCommandIn(text)).toBeNull());

test.each(['-x', 'a.test/x; id', 'a.test/$(id)', "a.test/'", 'a.test/x y', '../x', ''])(
  'a module called %j stays out of the commands',
  (module) => {
    const { kind, steps } = planRepro(
      { cause: 'network.connect-refused', module, version: 'v1.0.0', command: null },
      { replaces: [], sumLines: [], settings: new Map() },
    );
    expect(kind).toBe('folder');
    for (const { command } of steps) if (module !== '' && module !== '-x' && module !== '../x') expect(command).not.toContain(module);
  },
);

test('lines of go.sum and replacements are quoted for the shell', () => {
  const { steps } = planRepro(
    { cause: 'checksum.go-sum-mismatch', module: 'a.test/x', version: 'v1.0.0', command: null },
    {
      replaces: [{ from: { path: 'a.test/x', version: null }, to: { path: "b.test/'; id", version: 'v1.0.0' } }],
      sumLines: ["a.test/x v1.0.0 h1:'; touch owned; echo '="],
      settings: new Map(),
    },
  );
  expect(steps.find(({ id }) => id === 'sums')!.command).toBe(
    `printf '%s\\n' 'a.test/x v1.0.0 h1:'\\''; touch owned; echo '\\''=' > go.sum`,
  );
  expect(steps.find(({ id }) => id === 'replace')!.command).toBe(`go mod edit '-replace=a.test/x=b.test/'\\''; id@v1.0.0'`);
});

test.each([
  [['repro', 'a.log', 'b.log'], 'repro takes one log'],
  [['repro'], 'nothing to read'],
  [['repro', 'none.log'], 'none.log: there is no such file'],
  [['repro', 'a.log', '--with', 'a.log'], '--with a.log: this is not go.mod'],
  [['repro', 'a.log', '-o', 'none/share'], 'cannot write none/share'],
])('wrong usage: %j', (args, message) => {
  const cwd = folderWith({ 'a.log': failing });
  const { code, out, err } = modwhy(args, { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
