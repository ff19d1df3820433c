import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from './explain.ts';
import { HEALTHY, PUBLIC, strutil } from './modules.ts';
import { carryOut, dueStep } from './playbook-steps.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario.ts';
import { failingLog, openStage, type Stage } from './stage.ts';
import { createToolbox, missingPrograms, type Toolbox } from './toolbox.ts';

const missing = missingPrograms();
const cached = `{modcache}/cache/download/${strutil.path}/@v/${strutil.version}`;

const healthy: Scenario = {
  name: 'playbook',
  title: 'a project whose modules are on the public servers',
  files: HEALTHY,
  world: { modules: PUBLIC },
  command: ['go', 'build', './...'],
  expect: { cause: '' },
};
const damaged: Scenario = {
  ...healthy,
  name: 'playbook-ci-cache',
  prepare: [['go', 'mod', 'download']],
  spoil: { [`${cached}.zip`]: 'PK, and no more', [`{modcache}/${strutil.path}@${strutil.version}`]: null },
};

describe.skipIf(missing)('playbooks in the lab', { timeout: 60_000 }, () => {
  let toolbox: Toolbox;
  beforeAll(() => {
    toolbox = createToolbox();
  });
  afterAll(() => toolbox.remove(), 60_000);

  async function onStage(scenario: Scenario, act: (stage: Stage) => Promise<void>): Promise<void> {
    const stage = await openStage(scenario, toolbox);
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  }

  test('air-gapped: what is packed where there is network builds where there is none', async () => {
    await onStage(healthy, async (stage) => {
      const box = await stage.fresh();
      const places = { GOMODCACHE: `${box.home}/go/pkg/mod`, file: `${box.home}/modules`, folder: `${box.home}/served` };
      await carryOut('air-gapped', 'collect', box);
      await carryOut('air-gapped', 'pack', box, places);
      await cutOff(box);
      expect((await box.fail()).code, 'without the other steps it fails').not.toBe(0);
      await box.type(`mkdir ${places.folder}`);
      await carryOut('air-gapped', 'serve', box, places);
      await carryOut('air-gapped', 'toolchain', box);
      await carryOut('air-gapped', 'build', box);
    });
  });

  test('air-gapped: a vendor folder builds where there is no network', async () => {
    await onStage(healthy, async (stage) => {
      const box = await stage.fresh();
      await carryOut('air-gapped', 'collect', box);
      await carryOut('air-gapped', 'vendor', box);
      await cutOff(box);
      await carryOut('air-gapped', 'toolchain', box);
      await carryOut('air-gapped', 'build', box);
    });
  });

  test('air-gapped: a build with GOPROXY=off is shown the step that is due', async () => {
    await onStage({ ...healthy, name: 'playbook-off', env: { GOPROXY: 'off' } }, async (stage) => {
      const { log, code } = await failingLog(healthy, await stage.fresh());
      expect(code).not.toBe(0);
      expect(await dueStep(log)).toEqual(['goproxy.off', 'air-gapped', 'collect']);
    });
  });

  test('ci-cache: the damaged copy is emptied, and what is saved then is whole', async () => {
    await onStage(damaged, async (stage) => {
      const box = await stage.fresh();
      const { log, code } = await failingLog(damaged, box);
      expect(code).not.toBe(0);
      expect(await dueStep(log)).toEqual(['cache.corrupt-zip', 'ci-cache', 'empty']);
      await carryOut('ci-cache', 'see', box);
      await carryOut('ci-cache', 'empty', box);
      expect((await box.fail()).code).toBe(0);
      await carryOut('ci-cache', 'save-whole', box);
    });
  });

  test('ci-cache: a restored copy is damaged again, and only downloading does not help', async () => {
    await onStage(damaged, async (stage) => {
      const restored = await stage.fresh();
      await restored.fail();
      await restored.type('go mod download');
      expect((await restored.fail()).code).not.toBe(0);
      const { log } = await failingLog(damaged, restored);
      expect((await explain(log)).incidents[0]?.hypotheses[0]?.cause).toBe('cache.corrupt-zip');
    });
  });
});

// As on a machine without network: nothing answers, and nothing was downloaded there before.
async function cutOff(box: Sandbox): Promise<void> {
  await box.type('go clean -modcache && export HTTPS_PROXY=http://127.0.0.1:1 GOPROXY=off');
}
