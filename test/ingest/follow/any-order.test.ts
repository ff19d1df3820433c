import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createFollower } from '../../../src/ingest/follow/follower.ts';

const root = mkdtempSync(path.join(tmpdir(), 'modwhy-order-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a follower must have read of one file. */
interface Generation {
  unread: string;
  /** It has a name, or the follower has it open. */
  reachable: boolean;
  open: boolean;
}

/** A log, what is done to it, and what has to be read of it. */
class Model {
  readonly file: string;
  readonly generations: Generation[] = [];
  expected = '';
  private line = 0;

  constructor(file: string) {
    this.file = file;
  }

  do(step: 'append' | 'rotate' | 'truncate' | 'replace' | 'delete'): void {
    const { file } = this;
    const last = this.generations.at(-1);
    const there = existsSync(file);
    if (step === 'append' || !there) {
      // Each line is another one, so that a line twice or in the wrong place shows.
      const text = `line ${this.line++} größer\n`;
      if (!there) this.generations.push({ unread: '', reachable: true, open: false });
      appendFileSync(file, text);
      this.generations.at(-1)!.unread += text;
    } else if (step === 'truncate') {
      truncateSync(file);
      last!.unread = '';
    } else if (step === 'rotate') {
      for (let number = 8; number >= 1; number--)
        if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
      renameSync(file, `${file}.1`);
      writeFileSync(file, '');
      this.generations.push({ unread: '', reachable: true, open: false });
    } else {
      unlinkSync(file);
      last!.reachable = last!.open;
      if (step === 'replace') {
        writeFileSync(file, '');
        this.generations.push({ unread: '', reachable: true, open: false });
      }
    }
  }

  read(): void {
    const from = Math.max(
      0,
      this.generations.findIndex(({ open }) => open),
    );
    for (const [index, generation] of this.generations.entries()) {
      if (index < from || !generation.reachable) continue;
      // A new file that is empty does not end the old one.
      const isNew = generation === this.generations.at(-1) && !generation.open && existsSync(this.file);
      if (isNew && statSync(this.file).size === 0 && this.generations.some(({ open }) => open)) continue;
      this.expected += generation.unread;
      generation.unread = '';
      for (const other of this.generations) other.open = other === generation;
    }
  }
}

test('whatever happens between two looks, what was there when one looked is read once and in order', { timeout: 120_000 }, () => {
  let run = 0;
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant('append' as const) },
    { weight: 3, arbitrary: fc.constant('read' as const) },
    { weight: 2, arbitrary: fc.constant('rotate' as const) },
    { weight: 1, arbitrary: fc.constantFrom('truncate' as const, 'replace' as const, 'delete' as const) },
  );
  fc.assert(
    // Fewer rotations than files are kept.
    fc.property(
      fc.array(step, { maxLength: 20 }).filter((steps) => steps.filter((one) => one === 'rotate').length < 8),
      (steps) => {
        const folder = path.join(root, String(run++));
        mkdirSync(folder);
        const model = new Model(path.join(folder, 'a.log'));
        let seen = '';
        const follower = createFollower(model.file, 'start', {
          bytes: (bytes) => void (seen += Buffer.from(bytes).toString()),
          event() {},
        });
        for (const one of ['read' as const, ...steps, 'append' as const, 'read' as const]) {
          if (one !== 'read') model.do(one);
          else {
            while (follower.poll());
            model.read();
            expect(seen).toBe(model.expected);
          }
        }
        follower.close();
        rmSync(folder, { recursive: true });
      },
    ),
    { numRuns: 400 },
  );
});
