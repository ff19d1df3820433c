import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from '../lab/scenarios/index.ts';
import { createToolbox, missingPrograms, type Toolbox } from '../lab/toolbox.ts';
import { again } from './again.ts';

// One of each kind. `module`: one module in an empty folder; `folder`: a copy of the module's folder.
const chosen: Readonly<Record<string, 'module' | 'folder'>> = {
  'private-via-public-proxy': 'module',
  'git-credentials-rejected': 'module',
  'go-sum-mismatch': 'module',
  'sumdb-mismatch': 'module',
  'sumdb-blocked': 'module',
  'proxy-not-found': 'module',
  'proxy-internal-error': 'module',
  'proxy-cut-zip': 'module',
  'goproxy-off': 'module',
  'goproxy-refused': 'module',
  'goauth-helper-missing': 'folder',
  'missing-go-sum-entry': 'folder',
  'gomod-updates-needed': 'folder',
  'go-mod-merge-conflict': 'folder',
  'vendor-after-upgrade': 'folder',
};
const missing = missingPrograms();

describe.skipIf(missing)(`the printed commands in the lab${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let toolbox: Toolbox;
  beforeAll(() => {
    toolbox = createToolbox();
  });
  afterAll(() => toolbox?.remove());

  test.each(Object.entries(chosen))('S41: %s fails in the same way again', async (name, kind) => {
    const found = await again(SCENARIOS.find((scenario) => scenario.name === name)!, toolbox);
    expect(found.code, found.output).not.toBe(0);
    expect({ kind: found.kind, cause: found.after }, found.output).toEqual({ kind, cause: found.before });
  });
});
