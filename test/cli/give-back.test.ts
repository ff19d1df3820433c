import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, '../../src/cli/give-back.ts');

/** Bytes in use before and after, of a process that let go of a hundred million and is asked to give back what is above `most`. */
function used(most: number): { before: number; after: number } {
  const program = `
    import { giveBackMemory } from ${JSON.stringify(source)};
    let held = Array.from({ length: 1_000_000 }, (_, at) => ({ at, text: 'line ' + at }));
    const before = process.memoryUsage().heapUsed;
    held = null;
    await giveBackMemory(${most});
    console.log(JSON.stringify({ before, after: process.memoryUsage().heapUsed }));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out);
}

test('what a program let go of is given back when it has more than it may, and left when it has less', () => {
  const asked = used(0);
  expect(asked.after).toBeLessThan(asked.before / 4);
  const notAsked = used(2 ** 40);
  expect(notAsked.after).toBeGreaterThan(notAsked.before / 2);
});
