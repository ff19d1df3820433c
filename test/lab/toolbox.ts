import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Certificates, createCertificates } from './certificates.ts';
import { removeTree } from './remove-tree.ts';
import { createSumdbKeys, type SumdbKeys } from './sumdb-key.ts';

/** What all scenarios of one run share. */
export interface Toolbox {
  readonly folder: string;
  readonly goroot: string;
  /** Lines for the user's go env file, where a Go older than 1.21 has no `go.env` of its own. */
  readonly goEnv: Readonly<Record<string, string>>;
  readonly gocache: string;
  /** Folders for PATH. */
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
  // A sandbox with a user of its own must be able to look in.
  chmodSync(folder, 0o755);
  const certificates = createCertificates();
  chmodSync(dirname(certificates.ca), 0o755);
  const keys = createSumdbKeys('sum.golang.org');
  const installed = realpathSync(
    spawnSync('go', ['env', 'GOROOT'], { cwd: folder, encoding: 'utf8', env: bareEnvironment(folder) }).stdout.trim(),
  );
  return {
    folder,
    ...layOutGo(join(folder, 'installed'), installed, keys),
    certificates,
    keys,
    remove: () => {
      certificates.remove();
      removeTree(folder);
    },
  };
}

/** The same toolbox with the Go in another GOROOT. */
export function withGo(toolbox: Toolbox, version: string, goroot: string): Toolbox {
  return { ...toolbox, ...layOutGo(join(toolbox.folder, `go${version}`), goroot, toolbox.keys) };
}

type GoPlaces = Pick<Toolbox, 'goroot' | 'goEnv' | 'gocache' | 'path' | 'pathWithoutGit'>;

function layOutGo(folder: string, original: string, keys: SumdbKeys): GoPlaces {
  const goroot = join(folder, 'goroot');
  const defaults = { GOPROXY: 'https://proxy.golang.org,direct', GOSUMDB: keys.verifierKey, GOTOOLCHAIN: 'local' };
  removeTree(folder);
  mkdirSync(goroot, { recursive: true });
  for (const name of readdirSync(original)) if (name !== 'go.env') symlinkSync(join(original, name), join(goroot, name));
  const hasDefaults = existsSync(join(original, 'go.env'));
  if (hasDefaults)
    writeFileSync(
      join(goroot, 'go.env'),
      Object.entries(defaults)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
  const path = join(folder, 'programs');
  const pathWithoutGit = join(folder, 'programs-without-git');
  const go = join(original, 'bin/go');
  linkPrograms(path, go, [...PROGRAMS, ...SMALL_PROGRAMS, ...OTHER_SYSTEMS]);
  linkPrograms(pathWithoutGit, go, [...PROGRAMS.filter((name) => name !== 'git'), ...SMALL_PROGRAMS]);
  return { goroot, goEnv: hasDefaults ? {} : defaults, gocache: join(folder, 'gocache'), path, pathWithoutGit };
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
  'rmdir',
  'tar',
  'touch',
  'kill',
  'timeout',
  'sleep',
  'strace',
  'mount',
  'setpriv',
  'umount',
  'ip',
  'unshare',
  'flock',
  'id',
  'chown',
  'ln',
  'basename',
  'dirname',
  'head',
  'curl',
];

const OTHER_SYSTEMS = ['hg', 'svn'];

function linkPrograms(folder: string, go: string, names: readonly string[]): void {
  mkdirSync(folder);
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = name === 'go' ? go : folders.map((one) => join(one, name)).find(isProgram);
    if (found) symlinkSync(realpathSync(found), join(folder, name));
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function bareEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, GOTOOLCHAIN: 'local', GOENV: 'off' };
}

/** The folder of a program on the sandbox's PATH. */
export function folderOfProgram(toolbox: Toolbox, name: string): string {
  return dirname(realpathSync(join(toolbox.path, name)));
}
