import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server of PostgreSQL for one test file: in a folder of its own, reached by a socket in it, run by somebody who is not root. */
export interface Server {
  /** Of an empty database. */
  database(name: string): string;
  /** As after a crash. */
  crash(): void;
  start(): void;
  stop(): void;
  remove(): void;
  readonly folder: string;
}

/** Its programs; null with the reason why there are none. */
export function serverPrograms(): { folder: string } | { missing: string } {
  const found = programs();
  if (found !== null) return { folder: found };
  if (process.getuid?.() !== 0) return { missing: 'PostgreSQL is not installed (/usr/lib/postgresql), and only root may install it' };
  const installed = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
  const now = installed.status === 0 ? programs() : null;
  return now === null ? { missing: 'PostgreSQL is not installed, and apt-get install postgresql failed' } : { folder: now };
}

function programs(): string | null {
  const base = '/usr/lib/postgresql';
  try {
    const newest = readdirSync(base).sort((one, two) => Number(two) - Number(one));
    const version = newest.find((name) => readdirSync(path.join(base, name, 'bin')).includes('initdb'));
    return version === undefined ? null : path.join(base, version, 'bin');
  } catch {
    return null;
  }
}

/** @param more options of the server */
export function startServer(programs: string, more = ''): Server {
  // A socket's name has at most 107 characters.
  const folder = mkdtempSync(path.join(tmpdir(), 'mw-pg-'));
  const who = owner();
  if (who) chownSync(folder, who.uid, who.gid);
  const data = path.join(folder, 'data');
  const call = (name: string, ...args: string[]) =>
    execFileSync(path.join(programs, name), args, {
      ...who,
      cwd: folder,
      stdio: 'ignore',
      env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH },
    });
  call('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  const options = `-k ${folder} -c listen_addresses='' -c fsync=off -c max_connections=100 ${more}`;
  const control = (...args: string[]) => call('pg_ctl', '-D', data, '-w', '-s', ...args);
  const start = () => control('start', '-l', path.join(folder, 'log'), '-o', options);
  start();
  return {
    folder,
    database(name) {
      call('createdb', '-h', folder, '-U', 'tester', name);
      return `postgres://tester@/${name}?host=${encodeURIComponent(folder)}`;
    },
    crash: () => void control('restart', '-m', 'immediate', '-l', path.join(folder, 'log'), '-o', options),
    start: () => void start(),
    stop: () => void control('stop', '-m', 'fast'),
    remove() {
      try {
        control('stop', '-m', 'immediate');
      } catch {
        // It is stopped already.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((one) => one.startsWith('postgres:')) ?? users.find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line!.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
