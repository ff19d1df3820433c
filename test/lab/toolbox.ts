import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Certificates, createCertificates } from './certificates.ts';
import { removeTree } from './remove-tree.ts';
import { createSumdbKeys, type SumdbKeys } from './sumdb-key.ts';

/** What all scenarios of one run share. */
export interface Toolbox {
  readonly folder: string;
  readonly goroot: string;
  readonly gocache: string;
  /** Folders for PATH; `gitFolder` has git and nothing of go. */
  readonly path: string;
  readonly pathWithoutGit: string;
  readonly certificates: Certificates;
  readonly keys: SumdbKeys;
  remove(): void;
}

const PROGRAMS = ['go', 'git', 'openssl', 'bash'];

/** Why the lab cannot run on this machine; null when it can. */
export function missingPrograms(): string | null {
  if (process.platform === 'win32') return 'the lab needs a POSIX system';
  const missing = PROGRAMS.filter((name) => spawnSync(name, [name === 'go' ? 'version' : '--version'], { stdio: 'ignore' }).error);
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

/**
 * Certificates, keys, a build cache, and a GOROOT that is the installed one except for its `go.env`: there the lab's own checksum database
 * is the default, under the name sum.golang.org, so that `go env -u` and unset variables lead to it.
 */
export function createToolbox(): Toolbox {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'modwhy-lab-'));
  const certificates = createCertificates();
  const keys = createSumdbKeys('sum.golang.org');
  const goroot = join(folder, 'goroot');
  const installed = realpathSync(
    spawnSync('go', ['env', 'GOROOT'], { cwd: folder, encoding: 'utf8', env: bareEnvironment(folder) }).stdout.trim(),
  );
  mkdirSync(goroot);
  for (const name of readdirSync(installed)) if (name !== 'go.env') symlinkSync(join(installed, name), join(goroot, name));
  const defaults = { GOPROXY: 'https://proxy.golang.org,direct', GOSUMDB: keys.verifierKey, GOTOOLCHAIN: 'local' };
  writeFileSync(
    join(goroot, 'go.env'),
    Object.entries(defaults)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const programs = join(folder, 'programs');
  const gitless = join(folder, 'programs-without-git');
  linkPrograms(programs, [...PROGRAMS, ...SMALL_PROGRAMS]);
  linkPrograms(gitless, [...PROGRAMS.filter((name) => name !== 'git'), ...SMALL_PROGRAMS]);
  return {
    folder,
    goroot,
    gocache: join(folder, 'gocache'),
    path: programs,
    pathWithoutGit: gitless,
    certificates,
    keys,
    remove: () => {
      certificates.remove();
      removeTree(folder);
    },
  };
}

// What remedies and `git` itself call.
const SMALL_PROGRAMS = [
  'sh',
  'env',
  'cat',
  'rm',
  'cp',
  'mv',
  'mkdir',
  'chmod',
  'sed',
  'grep',
  'find',
  'ls',
  'printf',
  'uname',
  'test',
  'true',
  'sort',
  'cmp',
  'tr',
];

function linkPrograms(folder: string, names: readonly string[]): void {
  mkdirSync(folder);
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map((one) => join(one, name)).find((file) => spawnSync('test', ['-x', file]).status === 0);
    if (found) symlinkSync(realpathSync(found), join(folder, name));
  }
}

function bareEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, GOTOOLCHAIN: 'local', GOENV: 'off' };
}

/** The folder of a program on the sandbox's PATH. */
export function folderOfProgram(toolbox: Toolbox, name: string): string {
  return dirname(realpathSync(join(toolbox.path, name)));
}
