import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createFollower, type Follower, type From } from '../../../src/ingest/follow/follower.ts';
import { createPace } from '../../../src/ingest/follow/pace.ts';

const root = mkdtempSync(path.join(tmpdir(), 'modwhy-follow-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
let folder = '';
let file = '';
beforeEach(() => {
  folder = path.join(root, String(count++));
  mkdirSync(folder);
  file = path.join(folder, 'agent.log');
});

/** What was read, events among it as `[rotated]`. */
function follow(name = file, from: From = 'start') {
  let seen = Buffer.alloc(0);
  const add = (bytes: Uint8Array) => {
    seen = Buffer.concat([seen, bytes]);
  };
  const follower = createFollower(name, from, { bytes: add, event: (event) => add(Buffer.from(`[${event}]`)) });
  return {
    follower,
    read() {
      while (follower.poll());
      return seen.toString();
    },
    all: () => seen,
  };
}

/** Opens, reads and closes until the bytes that a check waits for are there. */
async function followUntil(follower: Follower, done: () => boolean): Promise<void> {
  const pace = createPace([follower.name]);
  const limit = performance.now() + 60_000;
  while (!done()) {
    if (performance.now() > limit) throw new Error('it did not come');
    if (follower.poll()) pace.moved();
    else await pace.wait();
  }
  pace.close();
  follower.close();
}

describe('a file that grows', () => {
  test('is read once, in pieces as they come', () => {
    writeFileSync(file, 'one\n');
    const { read } = follow();
    expect(read()).toBe('one\n');
    appendFileSync(file, 'two\nthr');
    expect(read()).toBe('one\ntwo\nthr');
    appendFileSync(file, 'ee\n');
    expect(read()).toBe('one\ntwo\nthree\n');
    expect(read()).toBe('one\ntwo\nthree\n');
  });

  test('from the end, a line that has not ended is read whole', () => {
    writeFileSync(file, 'old\nhalf');
    const { read } = follow(file, 'end');
    expect(read()).toBe('half');
    appendFileSync(file, ' and whole\nnew\n');
    expect(read()).toBe('half and whole\nnew\n');
  });

  test('a character that comes in two writes is not broken', () => {
    const bytes = Buffer.from('größer → 日本\n');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length - 1 }), (cut) => {
        writeFileSync(file, '');
        const { read, follower } = follow();
        appendFileSync(file, bytes.subarray(0, cut));
        read();
        appendFileSync(file, bytes.subarray(cut));
        expect(read()).toBe('größer → 日本\n');
        follower.close();
      }),
      { numRuns: 30 },
    );
  });

  test('that is not there yet is waited for', () => {
    const { read } = follow();
    expect(read()).toBe('[missing]');
    expect(read()).toBe('[missing]');
    writeFileSync(file, 'here\n');
    expect(read()).toBe('[missing][appeared]here\n');
  });

  test('whose folder is not there yet either', () => {
    const deep = path.join(folder, 'later', 'build.log');
    const { read } = follow(deep);
    expect(read()).toBe('[missing]');
    mkdirSync(path.dirname(deep));
    writeFileSync(deep, 'here\n');
    expect(read()).toBe('[missing][appeared]here\n');
  });

  test('50 MB at once are the same bytes', { timeout: 30_000 }, () => {
    writeFileSync(file, '');
    let bytes = 0;
    let sum = 0;
    const follower = createFollower(file, 'start', {
      bytes: (chunk) => {
        bytes += chunk.length;
        for (let at = 0; at < chunk.length; at += 4096) sum = (sum * 31 + chunk[at]!) >>> 0;
      },
      event: (event) => {
        throw new Error(event);
      },
    });
    follower.poll();
    const burst = Buffer.alloc(50 << 20, 'a line of a burst, no two of them alike 0123456789\n');
    writeFileSync(file, burst);
    while (follower.poll());
    expect(bytes).toBe(burst.length);
    expect(sum).toBeGreaterThan(0);
    follower.close();
  });
});

describe('rotation', () => {
  test('the old file is read to its end, then the new one', () => {
    writeFileSync(file, 'a\n');
    const { read } = follow();
    read();
    appendFileSync(file, 'b\n');
    renameSync(file, `${file}.1`);
    // The writer still has the old one open.
    appendFileSync(`${file}.1`, 'c\n');
    expect(read()).toBe('a\nb\nc\n[missing]');
    writeFileSync(file, '');
    appendFileSync(`${file}.1`, 'd\n');
    expect(read()).toBe('a\nb\nc\n[missing]d\n');
    writeFileSync(file, 'e\n');
    expect(read()).toBe('a\nb\nc\n[missing]d\n[rotated]e\n');
  });

  test('several rotations between two looks lose none', () => {
    writeFileSync(file, 'a\n');
    const { read } = follow();
    read();
    for (const text of ['b\n', 'c\n', 'd\n']) {
      renameSync(file, `${file}.${text.charCodeAt(0) - 97}`);
      writeFileSync(file, text);
    }
    expect(read()).toBe('a\n[rotated]b\n[rotated]c\n[rotated]d\n');
  });

  test('a copy that was made while the file stood there is not read again', async () => {
    writeFileSync(file, 'a\nb\n');
    const { read } = follow();
    read();
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
    appendFileSync(file, 'c\n');
    expect(read()).toBe('a\nb\n[truncated]c\n');
    await new Promise((resolve) => setTimeout(resolve, 60));
    read();
    renameSync(file, `${file}.2`);
    writeFileSync(file, 'd\n');
    expect(read()).toBe('a\nb\n[truncated]c\n[rotated]d\n');
  });

  test('another log beside it, packed or not, is none of it', () => {
    writeFileSync(file, 'a\n');
    const { read } = follow();
    read();
    for (const other of ['agent.log.gz', 'agent.log.1.gz', 'agent-2.log', 'agent.log.bak', 'agent.log.d', 'other.log'])
      writeFileSync(path.join(folder, other), 'no\n');
    renameSync(file, `${file}.1`);
    writeFileSync(file, 'b\n');
    expect(read()).toBe('a\n[rotated]b\n');
  });

  test('deleted and made again is another file', () => {
    writeFileSync(file, 'a\n');
    const { read } = follow();
    read();
    unlinkSync(file);
    expect(read()).toBe('a\n[missing]');
    writeFileSync(file, 'b\n');
    expect(read()).toBe('a\n[missing][replaced]b\n');
  });

  test('a link that points to another file is followed', () => {
    const link = path.join(folder, 'current.log');
    writeFileSync(path.join(folder, 'first'), 'a\n');
    writeFileSync(path.join(folder, 'second'), 'b\n');
    symlinkSync('first', link);
    const { read } = follow(link);
    read();
    unlinkSync(link);
    symlinkSync('second', link);
    expect(read()).toBe('a\n[rotated]b\n');
  });

  test.each([
    ['names', 0],
    ['shift', 5],
    ['shift', 0],
  ] as const)('over renames (%s, pause %i) no line is lost or doubled', { timeout: 60_000 }, async (how, pause) => {
    // Without a pause the oldest are deleted before anybody can read them, so that there are no more rotations than files are kept.
    const rotations = how === 'shift' && pause === 0 ? 8 : how === 'names' ? 1000 : 200;
    // It is there before the first rotation: which files were older than that, nobody could know.
    writeFileSync(file, '');
    const { follower, all } = follow();
    follower.poll();
    const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), file, String(rotations), how, String(pause)], {
      stdio: 'inherit',
    });
    const done = () => /end \d+\n$/.test(all().subarray(-20).toString());
    await followUntil(follower, done);
    expect(writer.exitCode ?? 0).toBe(0);
    const lines = all()
      .toString()
      .replaceAll(/\[[a-z]+\]/g, '')
      .trimEnd()
      .split('\n');
    const total = Number(/^end (\d+)$/.exec(lines.pop()!)![1]);
    expect(lines).toEqual(Array.from({ length: total }, (_, line) => `line ${line} größer`));
    expect(all().toString().split('[rotated]')).toHaveLength(rotations + 1);
  });
});

describe('truncation', () => {
  test('what comes after it is read from the start', () => {
    writeFileSync(file, 'a long line\n');
    const { read } = follow();
    read();
    truncateSync(file);
    expect(read()).toBe('a long line\n[truncated]');
    appendFileSync(file, 'b\n');
    expect(read()).toBe('a long line\n[truncated]b\n');
  });

  test('also when it was filled past the old end meanwhile', () => {
    writeFileSync(file, 'first build\n');
    const { read } = follow();
    read();
    writeFileSync(file, 'second build, which has said more already\n');
    expect(read()).toBe('first build\n[truncated]second build, which has said more already\n');
  });

  test('also when it has the same length again', () => {
    writeFileSync(file, 'build 1\n');
    const { read } = follow();
    read();
    writeFileSync(file, 'build 2\n');
    expect(read()).toBe('build 1\n[truncated]build 2\n');
  });

  test('the hole that a writer leaves who does not append is no text', () => {
    writeFileSync(file, 'first build\n');
    const { read } = follow();
    read();
    writeFileSync(file, Buffer.concat([Buffer.alloc(300_000), Buffer.from('goes on\n')]));
    expect(read()).toBe('first build\n[truncated]goes on\n');
  });
});

describe('a place to go on from', () => {
  const left = (read: () => string, follower: Follower, back = 0) => {
    read();
    const position = follower.position(back)!;
    follower.close();
    return position;
  };

  test('the rest is read, and nothing twice', () => {
    writeFileSync(file, 'a\nb\nhal');
    const first = follow();
    const position = left(first.read, first.follower, 3);
    appendFileSync(file, 'f\nc\n');
    expect(follow(file, position).read()).toBe('half\nc\n');
  });

  test('through rotations while nobody watched', () => {
    writeFileSync(file, 'a\n');
    const first = follow();
    const position = left(first.read, first.follower);
    appendFileSync(file, 'b\n');
    renameSync(file, `${file}.2`);
    writeFileSync(file, 'c\n');
    renameSync(file, `${file}.1`);
    writeFileSync(file, 'd\n');
    expect(follow(file, position).read()).toBe('b\n[rotated]c\n[rotated]d\n');
  });

  test('another content is read from the start', () => {
    writeFileSync(file, 'a\nb\n');
    const first = follow();
    const position = left(first.read, first.follower);
    writeFileSync(file, 'x\ny\nz\n');
    expect(follow(file, position).read()).toBe('x\ny\nz\n');
    unlinkSync(file);
    writeFileSync(file, 'new\n');
    expect(follow(file, position).read()).toBe('new\n');
  });
});

describe('what cannot be followed', () => {
  test('a folder, a pipe', () => {
    expect(() => follow(folder).read()).toThrow(expect.objectContaining({ code: 'E_DIRECTORY' }));
    expect(spawnSync('mkfifo', [file]).status).toBe(0);
    expect(() => follow(file).read()).toThrow(
      expect.objectContaining({ code: 'E_READ', message: expect.stringContaining('only a plain file') }),
    );
  });
});
