import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { filterFrom } from '../../src/session/line-reading.ts';
import { createSession } from '../../src/session/session.ts';
import { failures } from '../skins/matrix/failures.ts';
import { loadSkins } from '../skins/matrix/load-skins.ts';
import { noise } from './noise.ts';

// Whatever a log is dressed in: nothing that its dialect reads is left out of a large one.

const pack = loadPack();
const before = noise(3, filterFrom + 120_000, () => '');
const after = noise(4, 120_000, () => '');
// Far enough around the failure that its neighbours are not read for its sake.
const around = [noise(5, 6_000, () => '').toString(), noise(6, 3_000, () => '').toString()] as const;

function report(log: Buffer, filter: 'on' | 'off'): Report {
  const session = createSession(pack, { name: 'log', version: '0', filter }, linearEngine);
  session.push(log);
  return session.report();
}

// A large text is a log and nothing that was pasted.
const skins = (await loadSkins()).filter(({ name }) => !name.startsWith('pasted: '));

test.each(skins.map((skin, index) => [skin.name, skin, index] as const))('%s', (_, skin, index) => {
  // Two of the forty for each: over all skins every one is taken.
  for (const failure of [failures[(2 * index) % failures.length]!, failures[(2 * index + 1) % failures.length]!]) {
    const log = Buffer.concat([before, Buffer.from(skin.dress({ ...failure, output: around[0] + failure.output + around[1] })), after]);
    const plain = report(log, 'off');
    expect(plain.input.dialects).toEqual(expect.arrayContaining([...skin.dialects]));
    expect(report(log, 'on')).toEqual(plain);
  }
});
