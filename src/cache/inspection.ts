import type { Stats } from 'node:fs';
import type { CacheLock, CacheReport } from '../model/cache.ts';
import { statOf } from './files.ts';
import { Findings } from './finding.ts';
import type { GoSums } from './go-sums.ts';
import { isLockOf, type Processes } from './locks.ts';

type Counts = { -readonly [name in keyof CacheReport['looked']]: number };

/** What an inspection needs to know of the world. */
export interface Around {
  readonly processes: Processes;
  readonly goSums: GoSums;
  /** All contents, and not only those that the go.sum names and the newest. */
  readonly deep: boolean;
  /** Milliseconds since 1970, before the locks were read. */
  readonly now: number;
  readonly hostname: string;
  /** Called now and then, with what is being looked at. */
  readonly progress: (what: string) => void;
}

/** What all parts of an inspection share: what they know, and what they found. */
export class Inspection {
  readonly around: Around;
  readonly findings = new Findings();
  readonly locks: CacheLock[] = [];
  readonly denied: string[] = [];
  deniedCount = 0;
  readonly looked: Counts = {
    modules: 0,
    versions: 0,
    zips: 0,
    zipsHashed: 0,
    trees: 0,
    treesHashed: 0,
    treesWritable: 0,
    goSumLines: 0,
    freeLocks: 0,
    clones: 0,
    toolchains: 0,
    sumdbFiles: 0,
    entries: 0,
    outputs: 0,
    outputsHashed: 0,
    left: 0,
  };
  private readonly inodes: ReadonlySet<number>;

  constructor(around: Around) {
    this.around = around;
    this.inodes = new Set((around.processes.locks ?? []).map(({ inode }) => inode));
  }

  /** Notes a name that this user may not read. */
  readonly onDenied = (name: string): void => {
    this.deniedCount++;
    if (this.denied.length < mostDenied) this.denied.push(name);
  };

  /** Whether something was made or changed since the inspection began: then go is at work on it, and what it looks like now says nothing. */
  isNew(stat: Stats | null): boolean {
    // The clock of file systems is behind by up to a tick.
    return stat !== null && Math.max(stat.mtimeMs, stat.ctimeMs) >= this.around.now - tick;
  }

  /** Whether a lock is held after all. The list of all locks is no snapshot: while others come and go, a row can be missing from it. */
  lockedAfterAll(name: string): boolean {
    const stat = statOf(name);
    if (!stat) return false;
    return this.around.processes.readLocks().some((lock) => !lock.waits && isLockOf(lock, name, stat));
  }

  /** Whether a process holds the lock of a file now; who does is noted. */
  lockedNow(name: string, stat: Stats | null, module: string | null = null, version: string | null = null): boolean {
    const seen = stat ?? statOf(name);
    if (!seen || !this.inodes.has(seen.ino)) return false;
    const { processes } = this.around;
    const found = processes.locks!.filter((lock) => isLockOf(lock, name, seen));
    for (const { pid, waits } of found)
      this.locks.push({ file: name, module, version, pid: pid || null, command: pid ? processes.commandOf(pid) : null, waits });
    return found.some(({ waits }) => !waits);
  }
}

const mostDenied = 20;
const tick = 20;
