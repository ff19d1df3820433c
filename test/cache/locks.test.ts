import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignState, isPerTaskLog, parseForeignNote } from '../../src/cache/foreign.ts';
import { parseLocks, processesHere } from '../../src/cache/locks.ts';
import { strutil } from '../lab/modules.ts';
import { fill, fillBuildCache, inspected, nobody, placesOf, temporary } from './make-cache.ts';

test('rows of /proc/locks', () => {
  const text = [
    '1: FLOCK  ADVISORY  WRITE 7971 00:27:17476 0 EOF',
    '1: -> FLOCK  ADVISORY  WRITE 7990 00:27:17476 0 EOF',
    '2: POSIX  ADVISORY  WRITE 12 fd:00:99 0 EOF',
    '3: FLOCK  ADVISORY  READ  0 103:05:5 0 EOF',
    'nothing',
    '',
  ].join('\n');
  expect(parseLocks(text)).toEqual([
    { inode: 17476, major: 0, minor: 0x27, pid: 7971, waits: false },
    { inode: 17476, major: 0, minor: 0x27, pid: 7990, waits: true },
    { inode: 5, major: 0x103, minor: 5, pid: 0, waits: false },
  ]);
  fc.assert(fc.property(fc.string(), (any) => parseLocks(any).length <= any.length));
});

const tellsLocks = existsSync('/proc/locks') && existsSync('/usr/bin/flock');

test.skipIf(!tellsLocks)('S17: who holds the lock of a version is named, and the version let alone', async () => {
  const root = temporary();
  fill(root, [strutil]);
  const { base } = placesOf(root, strutil);
  writeFileSync(`${base}.partial`, '');
  const holder = spawn('flock', ['-x', `${base}.lock`, 'sleep', '60'], { stdio: 'ignore', detached: true });
  try {
    await once(holder, 'spawn');
    for (let tries = 0; tries < 100 && !parseHeld(holder.pid!); tries++) await new Promise((after) => setTimeout(after, 20));
    const { kinds, findings, inspection } = await inspected({ modcache: root }, { processes: processesHere() });
    expect(kinds).toEqual(['lock-held']);
    expect(findings[0]).toMatchObject({ module: strutil.path, version: strutil.version, files: [`${base}.lock`] });
    expect(inspection.locks).toMatchObject([{ file: `${base}.lock`, pid: holder.pid, waits: false }]);
    expect(inspection.locks[0]!.command).toMatch(/^flock -x /);
    expect(inspection.looked.freeLocks).toBe(0);
  } finally {
    process.kill(-holder.pid!, 'SIGKILL');
  }
  await once(holder, 'exit');
  // The sleep that it started has the file open a moment longer.
  for (let tries = 0; tries < 100 && heldAt(`${base}.lock`); tries++) await new Promise((after) => setTimeout(after, 20));
  expect((await inspected({ modcache: root }, { processes: processesHere() })).kinds).toEqual(['partial']);
});

function heldAt(name: string): boolean {
  const { ino } = statSync(name);
  return processesHere().locks?.some(({ inode }) => inode === ino) ?? false;
}

function parseHeld(pid: number): boolean {
  return processesHere().locks?.some((lock) => lock.pid === pid) ?? false;
}

describe('S17: bookkeeping of other tools', () => {
  test.each([
    ['pid=4711\ntimestamp=1700000000\n', { pid: 4711, at: 1_700_000_000_000, host: null }],
    ['process_id: 4711\ncreated_at: 2023-11-14T22:13:20Z\nhost: build-7\n', { pid: 4711, at: 1_700_000_000_000, host: 'build-7' }],
    ['{"pid":4711,"time":1700000000123}', { pid: 4711, at: 1_700_000_000_123, host: null }],
    ['PID=4711;STARTED=1700000000.25', { pid: 4711, at: 1_700_000_000_000, host: null }],
    ['url=https://proxy.corp.test/x\n', null],
    ['', null],
    ['\0\0pid=1', null],
    ['v1.0.0\nv1.1.0\n', null],
  ])('%j', (text, note) => expect(parseForeignNote(text)).toEqual(note));

  test.each([
    ['leftover', { pid: 4711, at: 0, host: null }, 301_000, false],
    ['young', { pid: 4711, at: 0, host: null }, 300_000, false],
    ['live', { pid: 4711, at: 0, host: null }, 9_000_000, true],
    ['unknown', { pid: 4711, at: null, host: null }, 9_000_000, false],
    ['unknown', { pid: null, at: 0, host: null }, 9_000_000, false],
    ['unknown', { pid: 4711, at: 0, host: 'other' }, 9_000_000, false],
    ['unknown', { pid: 4711, at: 0, host: null }, 9_000_000, null],
  ] as const)('%s: %o after %i ms, alive %s', (state, note, now, alive) => {
    expect(foreignState(note, now, 'build-7', () => alive)).toBe(state);
  });

  test('any bytes are read without an end in sight', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        (text) => typeof isPerTaskLog(text) === 'boolean' && (parseForeignNote(text)?.pid ?? 0) >= 0,
      ),
    );
    expect(parseForeignNote(`${'pid='.repeat(100_000)}\n`)).toBeNull();
  });

  test("go's own lock files and lists are none of them", async () => {
    const root = temporary();
    fill(root, [strutil]);
    const { folder, base } = placesOf(root, strutil);
    writeFileSync(`${folder}/list.lock`, '');
    writeFileSync(`${folder}/list`, 'v1.0.0\n');
    writeFileSync(`${root}/cache/lock`, '');
    expect((await inspected({ modcache: root })).kinds).toEqual([]);
    writeFileSync(`${folder}/download.txt`, 'pid=4711\ntimestamp=1700000000\n');
    writeFileSync(`${base}.lock`, 'pid=4711\ntimestamp=1700000000\n');
    writeFileSync(`${folder}/../../mirror.lock`, 'pid=4711\ntimestamp=1700000000\n');
    const soon = Date.now() + 1000;
    const age = Math.floor((soon - 1_700_000_000_000) / 1000);
    const { findings } = await inspected({ modcache: root }, { now: soon });
    expect(new Set(findings.map(({ kind, severity, facts, remove }) => [kind, severity, facts, remove?.files?.length]))).toEqual(
      new Set([
        ['foreign-note', 'info', { state: 'leftover', pid: 4711, age }, 1],
        ['foreign-lock', 'warning', { state: 'leftover', pid: 4711, age, own: 1 }, undefined],
        ['foreign-lock', 'warning', { state: 'leftover', pid: 4711, age }, 1],
      ]),
    );
    const live = await inspected({ modcache: root }, { now: soon, processes: { ...nobody, isAlive: () => true } });
    expect(live.findings.map(({ facts, remove }) => [facts?.state, remove])).toEqual([
      ['live', undefined],
      ['live', undefined],
      ['live', undefined],
    ]);
  });
});

test("S18: a log per task in the build cache is Gradle's, not go's", async () => {
  expect(isPerTaskLog('> Task :app:compileJava FROM-CACHE\n')).toBe(true);
  expect(isPerTaskLog('task=compile\ncache_hit=true\ninputs=3\noutputs=1\n')).toBe(true);
  // Go before 1.12 wrote log.txt: time, action, and two hashes. cmd/go/internal/cache of that time.
  expect(isPerTaskLog('1548070000 get 3f1e\n1548070001 put 3f1e 9a0b 120\n')).toBe(false);
  expect(isPerTaskLog('go: downloading example.com/task v1.0.0\n')).toBe(false);
  const root = temporary();
  fillBuildCache(root, ['one']);
  writeFileSync(`${root}/log.txt`, 'Build cache key for task :app:test is 1a2b\n> Task :app:test FROM-CACHE\n');
  expect((await inspected({ gocache: root })).kinds).toEqual(['per-task-log']);
});
