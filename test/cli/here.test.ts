import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { askGoEnv } from '../../src/cli/machine/go-env-command.ts';
import { evidenceHere } from '../../src/cli/machine/here.ts';
import { hasGo } from '../session/go.ts';
import { folderWith, modwhy } from './modwhy.ts';

const settingsIn = (text: string) => Object.fromEntries([...text.matchAll(/^(\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]));

/** Puts text files into a folder, with their folders. */
function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

const goMod = 'module example.com/app\n\ngo 1.21\n';
const sum = 'github.com/northwind/table v1.2.0 h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';

test('files are found upward, as go finds them', async () => {
  const folder = folderWith({ 'go.mod': goMod, 'go.sum': sum });
  fill(folder, {
    'vendor/modules.txt': '# github.com/northwind/table v1.2.0\ngithub.com/northwind/table\n',
    'cmd/tool/main.go': 'package main\n',
  });
  const found = await evidenceHere({ folder: path.join(folder, 'cmd/tool'), env: { HOME: folder }, program: 'go' });
  expect(found.map(({ name }) => name)).toEqual(['../../go.mod', '../../go.sum', '../../vendor/modules.txt', 'go env']);
  expect(settingsIn(found.at(-1)!.text)).toMatchObject({
    GOMOD: path.join(folder, 'go.mod'),
    GOWORK: '',
    GOPROXY: 'https://proxy.golang.org,direct',
  });
});

test('in a workspace, all go.sum files that count', async () => {
  const folder = folderWith({ 'go.work': 'go 1.21\n\nuse (\n\t./app // first\n\t"./lib"\n)\nuse ./gone\n', 'go.work.sum': sum });
  fill(folder, { 'app/go.mod': goMod, 'app/go.sum': sum, 'lib/go.mod': 'module example.com/lib\n', 'lib/go.sum': sum });
  const here = (env: Record<string, string>) =>
    evidenceHere({ folder: path.join(folder, 'app'), env: { HOME: folder, ...env }, program: 'go' });
  const found = await here({});
  expect(found.map(({ name }) => name)).toEqual(['go.mod', 'go.sum', '../lib/go.sum', '../go.work.sum', 'go env']);
  expect(settingsIn(found.at(-1)!.text).GOWORK).toBe(path.join(folder, 'go.work'));
  const off = await here({ GOWORK: 'off' });
  expect(off.map(({ name }) => name)).toEqual(['go.mod', 'go.sum', 'go env']);
  expect(settingsIn(off.at(-1)!.text).GOWORK).toBe('off');
});

test('a file that is broken is left out', async () => {
  const folder = folderWith({ 'go.mod': '<<<<<<< HEAD\n=======\n>>>>>>> x\n', 'go.sum': 'no sums here\n' });
  const found = await evidenceHere({ folder, env: { HOME: folder }, program: 'go' });
  expect(found.map(({ name }) => name)).toEqual(['go env']);
});

test.skipIf(!hasGo)('what cannot be asked elsewhere is read as text: flags, the toolchain, the file of go env -w', async () => {
  const folder = folderWith({ 'go.mod': goMod });
  fill(folder, { 'home/.config/go/env': 'GOPRIVATE=git.corp.test\nGOFLAGS=-mod=vendor\nGOTOOLCHAIN=go1.21.0+auto\n' });
  const env = { PATH: process.env.PATH!, HOME: path.join(folder, 'home'), https_proxy: 'http://proxy.corp.test:3128' };
  const settings = settingsIn((await evidenceHere({ folder, env, program: 'go' })).at(-1)!.text);
  expect(settings).toMatchObject({
    GOPRIVATE: 'git.corp.test',
    GONOPROXY: 'git.corp.test',
    GOFLAGS: '-mod=vendor',
    GOTOOLCHAIN: 'go1.21.0+auto',
    HTTPS_PROXY: 'http://proxy.corp.test:3128',
  });
  // Another one may have run.
  expect(settings.GOVERSION).toBeUndefined();
});

test.skipIf(!hasGo)('the version of Go is known where no switch is possible', async () => {
  const folder = folderWith({ 'go.mod': goMod });
  const env = { PATH: process.env.PATH!, HOME: folder, GOTOOLCHAIN: 'auto' };
  const version = async () => settingsIn((await evidenceHere({ folder, env, program: 'go' })).at(-1)!.text).GOVERSION;
  expect(await version()).toMatch(/^go1\./);
  fill(folder, { 'go.mod': 'module example.com/app\n\ngo 1.99\n' });
  expect(await version()).toBeUndefined();
});

test.skipIf(!hasGo || process.platform === 'win32')('nothing that a hostile folder names is started', () => {
  const folder = folderWith({ 'go.mod': 'module example.com/app\n\ngo 1.21\n\ntoolchain go1.99.9\n' });
  const mark = (name: string) => path.join(folder, `${name}-was-started`);
  const trap = (name: string) => `#!/bin/sh\ntouch '${mark(name)}'\nexit 1\n`;
  fill(folder, {
    'bin/go1.99.9': trap('toolchain'),
    'bin/git': trap('git'),
    'bin/gcc': trap('gcc'),
    go: trap('go-of-the-folder'),
    'monitor.sh': trap('monitor'),
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = ${path.join(folder, 'monitor.sh')}\n`,
  });
  for (const name of ['bin/go1.99.9', 'bin/git', 'bin/gcc', 'go', 'monitor.sh']) chmodSync(path.join(folder, name), 0o755);
  const env = {
    PATH: `.:${path.join(folder, 'bin')}:${process.env.PATH}`,
    HOME: folder,
    CC: path.join(folder, 'bin/gcc'),
    GOTOOLCHAIN: 'path',
  };
  const failing = `go: github.com/northwind/table@v1.2.0: reading https://proxy.golang.org/github.com/northwind/table/@v/v1.2.0.mod: 404 Not Found\n`;
  const { code, err } = modwhy(['run', '--', '/bin/sh', '-c', `echo '${failing.trim()}' >&2; exit 1`], { cwd: folder, env });
  expect(code).toBe(1);
  expect(err).toContain(': a Go module failure\n');
  expect(err).toContain('asked');
  const started = ['toolchain', 'git', 'gcc', 'go-of-the-folder', 'monitor'].filter((name) => existsSync(mark(name)));
  expect(started).toEqual([]);
});

test.skipIf(process.platform === 'win32')('a go command that hangs or prints nonsense is not waited for', { timeout: 30_000 }, async () => {
  const folder = folderWith({ slow: '#!/bin/sh\nexec sleep 60\n', odd: '#!/bin/sh\necho not json\n' });
  for (const name of ['slow', 'odd']) chmodSync(path.join(folder, name), 0o755);
  const started = performance.now();
  expect(await askGoEnv(path.join(folder, 'slow'), { PATH: '/usr/bin:/bin' })).toBeNull();
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(await askGoEnv(path.join(folder, 'odd'), { PATH: '/usr/bin:/bin' })).toBeNull();
  expect(await askGoEnv('go', { PATH: '.:bin' })).toBeNull();
});

test('explain --here takes them too, and hides what is secret in them', () => {
  const cwd = folderWith({ 'go.mod': goMod });
  const log = `$ go mod download\ngo: github.com/northwind/table@v1.2.0: reading https://goproxy.corp.test/github.com/northwind/table/@v/v1.2.0.mod: 404 Not Found\n`;
  const env = { HOME: cwd, GOPROXY: 'https://build:hunter2secret@goproxy.corp.test' };
  const { code, out, err } = modwhy(['explain', '--here', '--format', 'json', '-'], { cwd, env, input: log });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).not.toContain('hunter2secret');
  const { incidents } = JSON.parse(out);
  expect(incidents[0].route).not.toBeNull();
  expect(JSON.parse(modwhy(['explain', '--format', 'json', '-'], { cwd, env, input: log }).out).incidents[0].route).toBeNull();
});
