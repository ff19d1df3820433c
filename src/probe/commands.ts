import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, harmless } from './program.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every program that doctor may start, with its arguments. A value from outside stands behind `--`. */
export const commands = {
  gitVersion: () => ['git', '--version'],
  gitReads: (url: string) => ['git', 'ls-remote', '--', url, 'HEAD'],
  download: () => ['go', 'mod', 'download', '-modcacherw'],
  verify: () => ['go', 'mod', 'verify'],
} as const satisfies Readonly<Record<string, (...values: string[]) => readonly string[]>>;

export interface Printed {
  /** Null: it was ended after the time. */
  readonly code: number | null;
  /** Of both streams, at most 64 KiB. */
  readonly output: string;
}

const mostOutput = 1 << 16;

/** An empty folder that is removed again, with all that a program leaves there. */
export async function inEmptyFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-doctor-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs one command of the list in a folder. git gets no settings of the user, the system or a repository, and so no login of theirs.
 * @param ownGit go starts git by itself, with the settings that it has for private modules
 * @returns null when there is no such program in PATH
 */
export async function runCommand(
  argv: readonly string[],
  folder: string,
  limitMs: number,
  env: Environment,
  more: Environment = {},
  ownGit = false,
): Promise<Printed | null> {
  const file = findProgram(argv[0]!, env);
  if (file === null) return null;
  // GIT_DIR, GIT_CONFIG_COUNT, GIT_SSH_COMMAND and the like lead to other folders and programs.
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !/^GIT_/i.test(name)));
  const settled = {
    ...inherited,
    ...harmless,
    ...(ownGit ? {} : { GIT_CONFIG_GLOBAL: devNull }),
    GIT_CEILING_DIRECTORIES: path.dirname(folder),
    PWD: folder,
    ...more,
  };
  return new Promise((done) => {
    const child = spawn(file, argv.slice(1), {
      cwd: folder,
      env: settled,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let output = '';
    let ended = false;
    const take = (chunk: Buffer) => {
      if (output.length < mostOutput) output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      ended = true;
      killGroup(child.pid);
    }, limitMs);
    const finish = (code: number | null) => {
      clearTimeout(timer);
      done({ code: ended ? null : (code ?? 1), output: output.slice(0, mostOutput) });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(126);
    });
    child.on('close', finish);
  });
}

/** With the helpers that git starts. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}

/** The line of an output that a reader looks for first: the one that says what failed, or the first. */
export function firstError(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('go: downloading '));
  return (lines.find((line) => /^(?:fatal|error|remote): |: /.test(line)) ?? lines[0] ?? '').slice(0, 200);
}
