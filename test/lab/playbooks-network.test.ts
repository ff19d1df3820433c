import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAbilities } from './abilities.ts';
import { appGoMod, corpLib, HEALTHY, importing, PUBLIC } from './modules.ts';
import { carryOut, carryOutDue, dueStep, typedSteps } from './playbook-steps.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario.ts';
import { failingLog, openStage, type Stage } from './stage.ts';
import { createToolbox, missingPrograms, type Toolbox } from './toolbox.ts';

const missing = missingPrograms() ?? (await findAbilities()).curl;
const command = ['go', 'mod', 'download'];
const base = { title: 'a playbook', command, expect: { cause: '' } };
const other = 'goproxy.corp.example.com';

const behindProxy: Scenario = {
  ...base,
  name: 'playbook-company-proxy',
  files: HEALTHY,
  home: { '.gitconfig': '[http]\n\tproxy = http://127.0.0.1:1\n' },
  world: { modules: PUBLIC },
  goEnv: { GOPROXY: '{directproxy}' },
  env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
};
const blocked: Scenario = {
  ...base,
  name: 'playbook-blocked',
  files: HEALTHY,
  world: {
    modules: PUBLIC,
    answers: [{ host: 'proxy.golang.org', path: '/', answer: { status: 403, body: 'blocked by the network\n' } }],
  },
};
const failing: Scenario = {
  ...base,
  name: 'playbook-recovery',
  files: HEALTHY,
  world: { modules: PUBLIC, answers: [{ host: 'proxy.golang.org', path: '/', answer: { status: 502, body: 'upstream is down\n' } }] },
};
const page = '<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">\n';
const unseen = 'not found: corp.example.com/lib@v1.2.3: unrecognized import path "corp.example.com/lib"\n';
const secret: Scenario = {
  ...base,
  name: 'playbook-private',
  files: { 'go.mod': appGoMod(corpLib), 'app.go': importing(corpLib.path) },
  world: {
    modules: PUBLIC,
    repositories: [{ host: 'git.corp.example.com', path: 'lib', commits: [{ files: corpLib.files, tag: corpLib.version }] }],
    answers: [
      { host: 'corp.example.com', path: '/lib?go-get=1', answer: { status: 200, type: 'text/html', body: page } },
      { host: 'sum.golang.org', path: '/lookup/', answer: { status: 404, body: unseen } },
    ],
  },
  command: ['go', 'mod', 'tidy'],
};

describe.skipIf(missing)('playbooks about networks in the lab', { timeout: 60_000 }, () => {
  let toolbox: Toolbox;
  beforeAll(() => {
    toolbox = createToolbox();
  });
  afterAll(() => toolbox.remove(), 60_000);

  /** Fails with the fault, takes the due step as it is shown, and then succeeds. */
  async function healed(
    stage: Stage,
    scenario: Scenario,
    due: readonly string[],
    places: Readonly<Record<string, string>>,
  ): Promise<Sandbox> {
    const box = await stage.fresh();
    const { log, code } = await failingLog(scenario, box);
    expect(code, log).not.toBe(0);
    expect(await dueStep(log), log).toEqual(due);
    await carryOutDue(log, box, places);
    expect(await box.fail()).toMatchObject({ code: 0 });
    return box;
  }

  async function onStage(scenario: Scenario, act: (stage: Stage) => Promise<void>): Promise<void> {
    const stage = await openStage(scenario, toolbox);
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  }

  /** Every step that can be typed works, one after the other. */
  async function carryOutAll(playbook: string, box: Sandbox, places: Readonly<Record<string, string>>, but: readonly string[] = []) {
    for (const id of typedSteps(playbook)) if (!but.includes(id)) await carryOut(playbook, id, box, places);
  }

  test('private-modules: the path that was asked from public servers is private after the first step', async () => {
    await onStage(secret, async (stage) => {
      const places = {
        existing: 'other.example.com',
        module: corpLib.path,
        'the module': corpLib.path,
        package: corpLib.path,
        'your host or owner': 'corp.example.com',
      };
      const due = ['auth.private-module-via-public-proxy', 'private-modules', 'keep-private'];
      const box = await healed(stage, secret, due, places);
      expect((await box.run(['go', 'env', 'GOPRIVATE'])).output).toBe('other.example.com,corp.example.com/lib\n');
      await carryOutAll('private-modules', box, places);
      expect((await box.run(['go', 'env', 'GOPRIVATE'])).output).toBe('corp.example.com/*\n');
      await box.type('go clean -modcache && rm go.sum');
      expect(await box.fail(), 'with no more than that private').toMatchObject({ code: 0 });
    });
  });

  test('company-http-proxy: the right address of the proxy lets go through', async () => {
    await onStage(behindProxy, async (stage) => {
      const [host = '', port = ''] = (await stage.fresh()).fill('{httpsproxy}').replace('http://', '').split(':');
      const places = { 'proxy host': host, port };
      const due = ['network.http-proxy-unreachable', 'company-http-proxy', 'address'];
      await carryOutAll('company-http-proxy', await healed(stage, behindProxy, due, places), places);
    });
  });

  test('blocked-mirrors: another module proxy gives what the blocked one refused', async () => {
    await onStage(blocked, async (stage) => {
      const places = {
        'module proxy of your company or country': other,
        existing: 'other.example.com',
        'your host or owner': 'corp.example.com',
      };
      const due = ['goproxy.forbidden', 'blocked-mirrors', 'module-proxy'];
      const box = await healed(stage, blocked, due, places);
      await expect(carryOut('blocked-mirrors', 'what-is-blocked', box)).rejects.toThrow('error: 403');
      await carryOutAll('blocked-mirrors', box, places, ['what-is-blocked']);
      expect(await box.fail()).toMatchObject({ code: 0 });
    });
  });

  test('blocked-mirrors: where nothing is blocked, the first step prints nothing', async () => {
    const mod = { path: 'golang.org/x/mod', version: 'v0.1.0', files: {} };
    await onStage({ ...blocked, name: 'playbook-open', world: { modules: [...PUBLIC, mod] } }, async (stage) => {
      expect(await carryOut('blocked-mirrors', 'what-is-blocked', await stage.fresh())).toBe('');
    });
  });

  test('S26: proxy-recovery: once more does not help while the fault stands, another server does', async () => {
    await onStage(failing, async (stage) => {
      const box = await stage.fresh();
      const { log } = await failingLog(failing, box);
      expect(await dueStep(log), log).toEqual(['goproxy.server-error', 'proxy-recovery', 'once-more']);
      await expect(carryOutDue(log, box)).rejects.toThrow('502');
      const again = await failingLog(failing, box);
      expect(await dueStep(log + again.log)).toEqual(['goproxy.server-error', 'proxy-recovery', 'who']);
      await carryOut('proxy-recovery', 'next-server', box, { 'another proxy that you trust': other });
      expect(await box.fail(), 'the next server has filled the cache').toMatchObject({ code: 0 });
      await carryOutAll('proxy-recovery', box, { 'another proxy that you trust': other });
    });
  });
});
