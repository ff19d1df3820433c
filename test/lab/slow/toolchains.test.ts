import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAbilities, reasonToSkip } from '../abilities.ts';
import { explain } from '../explain.ts';
import { CORE, DIFFERENCES, withGoLine } from '../older-go.ts';
import { play } from '../play.ts';
import type { Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { failingLog, openStage } from '../stage.ts';
import { createToolbox, missingPrograms, type Toolbox, withGo } from '../toolbox.ts';
import { findToolchain } from '../toolchains.ts';

// The releases to run, as a list, for whoever has no time for all of them. The installed Go is the one of ../lab.test.ts.
const RELEASES = (process.env.MODWHY_LAB_GO ?? '1.16.15,1.18.10,1.20.14,1.21.13,1.23.12,1.24.13').split(',').filter(Boolean);

const missing = missingPrograms();
const abilities = await findAbilities();
let toolbox: Toolbox;

beforeAll(() => {
  if (!missing) toolbox = createToolbox();
});
afterAll(() => toolbox?.remove(), 60_000);

test('the core set and the differences name scenarios that are there', () => {
  const names = new Set(SCENARIOS.map((scenario) => scenario.name));
  expect(CORE.filter((name) => !names.has(name))).toEqual([]);
  expect(DIFFERENCES.filter(({ scenario }) => !CORE.includes(scenario as (typeof CORE)[number]))).toEqual([]);
  expect(CORE.length).toBeGreaterThanOrEqual(25);
});

for (const release of RELEASES) {
  const found = missing ? { missing } : findToolchain(release);
  if ('missing' in found) console.warn(`fault lab with go ${release} skipped: ${found.missing}`);
  const minor = Number(release.split('.')[1]);
  describe.skipIf('missing' in found)(`go ${release}`, { timeout: 120_000 }, () => {
    let older: Toolbox;
    beforeAll(() => {
      if ('goroot' in found) older = withGo(toolbox, release, found.goroot);
    });
    for (const name of CORE) {
      const scenario = withGoLine(SCENARIOS.find((one) => one.name === name)!, minor);
      const difference = DIFFERENCES.find((one) => one.scenario === name && minor < one.since);
      test.concurrent(difference ? `${name}: ${difference.because}` : name, async ({ expect }) => {
        if (!difference) await play(scenario, older, expect);
        else expect(await answer(scenario, older)).toBe(difference.cause);
      });
    }
  });
}

/** Scenarios that exist only with one older release. */
for (const scenario of SCENARIOS.filter((one) => one.go !== undefined)) {
  const found = missing ? { missing } : findToolchain(scenario.go!);
  const reason = 'missing' in found ? found.missing : reasonToSkip(scenario, abilities);
  if (reason) console.warn(`${scenario.name} skipped: ${reason}`);
  test.skipIf(reason)(`go ${scenario.go}: ${scenario.name}`, { timeout: 120_000 }, async ({ expect }) => {
    if ('goroot' in found) await play(scenario, withGo(toolbox, scenario.go!, found.goroot), expect);
  });
}

async function answer(scenario: Scenario, older: Toolbox): Promise<string> {
  const stage = await openStage(scenario, older);
  try {
    const { log, code } = await failingLog(scenario, await stage.fresh());
    if (code === 0) return 'succeeds';
    return (await explain(log)).incidents[0]?.hypotheses[0]?.cause ?? log;
  } finally {
    await stage.close();
  }
}
