import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { numberedLog } from './numbered.ts';
import { expectSumsToFit } from './sums.ts';

const LOGS = 120;
const BATCH = 7;

/** Numbers that are always the same for a seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/**
 * Two processes write the same logs at the same time, and are killed at any moment, again and again, until both have written all.
 * @param disturb what else happens now and then
 */
export async function killWriters(where: string, kills: number, seed: number, disturb: (round: number) => void = () => {}): Promise<void> {
  const next = numbers(seed);
  for (let killed = 0; killed < kills; ) {
    const writers = [startWriter(where), startWriter(where)];
    // From before the program has begun until it has written some batches.
    await new Promise((resolve) => setTimeout(resolve, 150 + next() * 700));
    disturb(killed);
    for (const writer of writers) {
      if (writer.exitCode === null && writer.kill('SIGKILL')) await once(writer, 'exit');
      killed++;
    }
  }
  const [code] = await once(startWriter(where), 'exit');
  expect(code).toBe(0);
  const store = await openStore(where, {});
  const logs = Array.from({ length: LOGS }, (_, at) => numberedLog(at));
  const failed = logs.filter(({ verdict }) => verdict === 'module-failure');
  expect(await store.totals({})).toMatchObject({
    logs: LOGS,
    moduleFailures: failed.length,
    noFailure: LOGS - failed.length,
    bytes: logs.reduce((sum, { size }) => sum + size, 0),
  });
  expect((await store.top({}, 100)).reduce((sum, row) => sum + row.logs, 0)).toBe(failed.length);
  await store.close();
  await expectSumsToFit(where);
}

function startWriter(where: string): ChildProcess {
  return spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), where, '0', String(LOGS), String(BATCH)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
