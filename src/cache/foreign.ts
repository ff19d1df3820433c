// Files of other tools in Go's caches. Go's own lock files are empty, and it writes no `download.txt`; some mirrors and wrappers keep
// a process id and a time there, and take a lock as left behind when its process is gone and it is older than 300 seconds.

/** What another tool noted. */
export interface ForeignNote {
  readonly pid: number | null;
  /** Milliseconds since 1970. */
  readonly at: number | null;
  readonly host: string | null;
}

const staleAfterSeconds = 300;

const keys = {
  pid: new Set(['pid', 'process', 'process_id', 'processid', 'owner_pid', 'locked_by_pid']),
  at: new Set([
    'time',
    'timestamp',
    'ts',
    'created',
    'created_at',
    'started',
    'started_at',
    'start',
    'acquired',
    'acquired_at',
    'locked_at',
    'date',
    'updated',
    'mtime',
  ]),
  host: new Set(['host', 'hostname', 'node', 'machine']),
};

const mostLines = 200;

/** Reads `key=value` or `key: value` rows, or JSON of that kind; null when there is neither a process nor a time. */
export function parseForeignNote(text: string): ForeignNote | null {
  if (text.includes('\0')) return null;
  let pid: number | null = null;
  let at: number | null = null;
  let host: string | null = null;
  for (const line of text.split(/\r?\n|[;,{}]/).slice(0, mostLines)) {
    const found = /^[\s"]*([A-Za-z_-]{2,20})"?\s*[=:]\s*"?([^"]{1,80}?)"?\s*$/.exec(line);
    if (!found) continue;
    const key = found[1]!.toLowerCase().replaceAll('-', '_');
    const value = found[2]!.trim();
    if (keys.pid.has(key) && /^\d{1,9}$/.test(value)) pid ??= Number(value);
    else if (keys.at.has(key)) at ??= timeOf(value);
    else if (keys.host.has(key)) host ??= value;
  }
  return pid === null && at === null ? null : { pid, at, host };
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, or a date in the ISO form. */
function timeOf(value: string): number | null {
  const number = /^(\d{9,19})(?:\.\d+)?$/.exec(value)?.[1];
  if (number !== undefined) {
    const thousands = Math.floor((number.length - 8) / 3);
    return Math.floor(Number(number) / [0.001, 1, 1000, 1_000_000][Math.min(3, thousands)]!);
  }
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return null;
  const parsed = Date.parse(value.replace(' ', 'T'));
  return Number.isNaN(parsed) ? null : parsed;
}

/** `leftover`: older than 300 s, and its process is gone. `young`: gone, and not old yet. */
export type ForeignState = 'leftover' | 'live' | 'young' | 'unknown';

/** What the 300-second rule of such tools says. A process of another machine cannot be looked for here. */
export function foreignState(note: ForeignNote, now: number, hostname: string, isAlive: (pid: number) => boolean | null): ForeignState {
  if (note.host !== null && note.host !== hostname) return 'unknown';
  const alive = note.pid === null ? null : isAlive(note.pid);
  if (alive === true) return 'live';
  if (alive === null || note.at === null) return 'unknown';
  return now - note.at > staleAfterSeconds * 1000 ? 'leftover' : 'young';
}

// Gradle's build cache log, https://docs.gradle.org/current/userguide/build_cache_debugging.html: outcomes behind a task path.
const gradle = /^(?:> Task :|Build cache key for task |Caching disabled for task |Stored cache entry for task |Task ':)/m;
const perTask = /^\s*(?:[{"]*task"?\s*[:=]|cache[ _-]?hit"?\s*[:=])/im;

/** Whether a log in a cache is a build tool's that logs per task, as Gradle does: go has tasks of no such kind, and writes no log. */
export function isPerTaskLog(text: string): boolean {
  return gradle.test(text) || (perTask.test(text) && /cache[ _-]?hit|FROM-CACHE/i.test(text) && /inputs?|outputs?/i.test(text));
}
