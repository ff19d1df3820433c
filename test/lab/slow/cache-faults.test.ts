import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../../src/cache/kinds.ts';
import { findAbilities, reasonToSkip } from '../abilities.ts';
import { CACHE_FAULTS } from '../cache-faults.ts';
import { HEALTHY, PUBLIC } from '../modules.ts';
import { cacheReport, playCache, scenarioOf } from '../play-cache.ts';
import { openStage } from '../stage.ts';
import { createToolbox, missingPrograms, type Toolbox } from '../toolbox.ts';

const missing = missingPrograms();
const abilities = await findAbilities();
let toolbox: Toolbox;

beforeAll(() => {
  if (!missing) toolbox = createToolbox();
});
afterAll(() => toolbox?.remove(), 60_000);

// Seen elsewhere: test/cache/.
const elsewhere = ['disk-full', 'read-only', 'lock-held', 'odd-file', 'per-task-log', 'test-expire-broken', 'linked-away'];

test('forty faults and more, and every kind is shown somewhere', () => {
  expect(CACHE_FAULTS.length).toBeGreaterThanOrEqual(40);
  const shown = new Set<string>([...CACHE_FAULTS.map(({ kind }) => kind), ...elsewhere]);
  expect(Object.keys(kinds).filter((kind) => !shown.has(kind))).toEqual([]);
});

for (const fault of CACHE_FAULTS) {
  const reason = missing ?? reasonToSkip(scenarioOf(fault), abilities);
  if (reason) console.warn(`${fault.name} skipped: ${reason}`);
  test.skipIf(reason)(`${fault.name}: ${fault.title}`, { timeout: 120_000 }, async ({ expect: expectHere }) => {
    await playCache(fault, toolbox, expectHere);
  });
}

test.skipIf(missing)('nothing is found in a cache that go has just made', { timeout: 120_000 }, async () => {
  const healthy = {
    name: 'cache-healthy',
    title: '',
    files: HEALTHY,
    world: { modules: PUBLIC },
    prepare: [['go', 'build', './...']],
    ownBuildCache: true,
  };
  const stage = await openStage({ ...healthy, command: ['go', 'mod', 'verify'], expect: { cause: '' } }, toolbox);
  try {
    const box = await stage.fresh();
    const report = await cacheReport(box, '--deep');
    expect(report.findings).toEqual([]);
    expect(report.looked).toMatchObject({ versions: 1, zipsHashed: 1, treesHashed: 1, goSumLines: 2 });
    expect(report.looked.outputsHashed).toBe(report.looked.outputs);
  } finally {
    await stage.close();
  }
});
