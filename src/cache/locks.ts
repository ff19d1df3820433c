import { readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';

// Go locks with flock: the lock is in the kernel and ends with its process; the file that stays behind means nothing. cmd/go/internal/lockedfile.

/** A lock that some process has, or waits for. */
export interface HeldLock {
  readonly inode: number;
  readonly major: number;
  readonly minor: number;
  /** 0: a process of another container. */
  readonly pid: number;
  readonly waits: boolean;
}

/** What the system tells about its processes. */
export interface Processes {
  /** Null where the system does not tell. */
  readonly locks: readonly HeldLock[] | null;
  /** The same, as it is now. */
  readLocks(): readonly HeldLock[];
  /** The first words of its command line. */
  commandOf(pid: number): string | null;
  /** Null when that cannot be known. */
  isAlive(pid: number): boolean | null;
  /** Processes that work in a folder; empty where the system does not tell. */
  inFolder(folder: string): number[];
}

// `1: FLOCK  ADVISORY  WRITE 7971 00:27:17476 0 EOF`, with `->` before FLOCK for who waits. Linux, fs/locks.c, lock_get_status.
const row = /^\d+:\s+(->\s+)?FLOCK\s+\S+\s+\S+\s+(-?\d+)\s+([0-9a-f]{2,8}):([0-9a-f]{2,8}):(\d{1,20})\s/;

/** Reads the text of /proc/locks. */
export function parseLocks(text: string): HeldLock[] {
  return text.split('\n').flatMap((line) => {
    const found = row.exec(line);
    if (!found) return [];
    const [, arrow, pid, major, minor, inode] = found;
    const place = { inode: Number(inode), major: Number.parseInt(major!, 16), minor: Number.parseInt(minor!, 16) };
    return [{ ...place, pid: Math.max(0, Number(pid)), waits: arrow !== undefined }];
  });
}

/** Whether a row is about this file. File systems in layers show another device in /proc/locks than stat does: then a process must have the file open. */
export function isLockOf(lock: HeldLock, name: string, { ino, dev }: Pick<Stats, 'ino' | 'dev'>): boolean {
  if (lock.inode !== ino) return false;
  // As glibc packs them: sys/sysmacros.h, gnu_dev_major and gnu_dev_minor.
  const high = Math.floor(dev / 2 ** 32);
  const major = ((dev >>> 8) & 0xfff) | (high & ~0xfff);
  const minor = (dev & 0xff) | ((dev >>> 12) & 0xfff00);
  return (lock.major === major && lock.minor === minor) || hasOpen(lock.pid, name);
}

const mostDescriptors = 4096;

function hasOpen(pid: number, name: string): boolean {
  if (pid === 0) return false;
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .slice(0, mostDescriptors)
      .some((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`) === name);
  } catch {
    return false;
  }
}

function linkOf(name: string): string | null {
  try {
    return readlinkSync(name);
  } catch {
    return null;
  }
}

/** The processes of this machine, as /proc shows them; elsewhere only whether one lives. Nothing is sent to any. */
export function processesHere(): Processes {
  const locks = textOf('/proc/locks') === null ? null : readLocks();
  return {
    locks,
    readLocks,
    commandOf(pid) {
      const words = textOf(`/proc/${pid}/cmdline`)?.split('\0').filter(Boolean);
      return words && words.length > 0 ? words.slice(0, 4).join(' ').slice(0, 120) : null;
    },
    isAlive(pid) {
      try {
        // Signal 0 is none: it only asks.
        process.kill(pid, 0);
        return true;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return code === 'ESRCH' ? false : code === 'EPERM' ? true : null;
      }
    },
    inFolder(folder) {
      if (locks === null) return [];
      return numbersIn('/proc').filter((pid) => linkOf(`/proc/${pid}/cwd`) === folder);
    },
  };
}

const reads = 3;

/** The list is no snapshot: while others come and go, a row can be missing from one reading of it. */
function readLocks(): HeldLock[] {
  const rows = new Map<string, HeldLock>();
  for (let read = 0; read < reads; read++) for (const lock of parseLocks(textOf('/proc/locks') ?? '')) rows.set(JSON.stringify(lock), lock);
  return [...rows.values()];
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function textOf(name: string): string | null {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return null;
  }
}
