import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createLiveModel } from '../../../src/cli/scan/live-model.ts';
import { storedGroups } from '../../../src/cli/scan/stored-groups.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import type { StoredIncident, StoredLog } from '../../../src/model/history.ts';
import { openStore } from '../../../src/store/open.ts';
import type { ScanModel } from '../../../src/tui/screens/scan/model.ts';
import { randomLogs } from '../../store/random-logs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-groups-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  target: 'logs',
  titleOf: (cause: string) => `title of ${cause}`,
  fixOf: () => null,
  texts: textsOf('en'),
  names: { host: 'host', module: 'module', runner: 'runner' },
  noFailure: 'no failure',
  told: () => '',
};

/** What the screen shows of logs that it was told of one by one. */
function live(logs: readonly StoredLog[]): ScanModel['groups'] {
  const model = createLiveModel(settings);
  for (const log of logs)
    model.done(
      { logs: [log], rows: [], problem: null } as never,
      { kind: 'file', name: log.source, path: log.source, size: log.size } as never,
    );
  return model.model('done').groups;
}

let files = 0;

/** What it shows of the same logs when a store knew them. */
async function stored(logs: readonly StoredLog[]): Promise<ScanModel['groups']> {
  const file = path.join(folder, `${files++}.db`);
  const store = await openStore(file, {});
  try {
    if (logs.length > 0) await store.add(logs, 'scan');
    return (await storedGroups(store, 'scan', settings, (source) => source)).shown().groups;
  } finally {
    await store.close();
    rmSync(file);
  }
}

/** Logs and their numbers, in an order that both have. */
const summed = (groups: ScanModel['groups']) =>
  groups
    .map(({ kind, code, title, count, firstSeen, lastSeen, days }) => ({ kind, code, title, count, firstSeen, lastSeen, days }))
    .sort((one, other) => (one.title < other.title ? -1 : 1));

test('of logs that were known the screen shows the same numbers as of logs that were read', async () => {
  await fc.assert(
    fc.asyncProperty(randomLogs(30), async (made) => {
      // The store does not say on which days a message without a cause was seen.
      const logs = made.map((log, index) => ({
        ...log,
        source: `/logs/${index}.log`,
        incidents: log.incidents.filter(({ cause }) => cause !== null),
      }));
      const explained = (groups: ScanModel['groups']) => summed(groups.filter(({ kind }) => kind === 'cause'));
      expect(explained(await stored(logs))).toEqual(explained(live(logs)));
    }),
    { numRuns: 60 },
  );
}, 120_000);

const incident: StoredIncident = {
  position: 0,
  terminal: true,
  recovered: false,
  transient: false,
  verdict: 'module-failure',
  label: 'likely',
  observer: 'local',
  cause: 'checksum.mismatch',
  code: 'GM0601',
  fingerprint: '',
  module: null,
  version: null,
  path: null,
  host: null,
  line: 3,
  text: 'go: x',
  template: null,
  command: null,
};

test('a log with two failures of one cause is one log of it, and its files are those of both', async () => {
  const both = ['example.com/a', 'example.com/b'].map((module, position) => ({
    ...incident,
    position,
    module,
    fingerprint: `1:${module}`,
  }));
  const log: StoredLog = {
    ...{ source: '/logs/a.tar!/one.log', size: 10, modified: 1, content: 'a'.repeat(64), catalog: '2026.12.0', verdict: 'module-failure' },
    ...{
      error: null,
      lines: 3,
      at: Date.UTC(2026, 9, 5),
      clock: 'log',
      job: 'build',
      commit: null,
      runner: null,
      ids: [],
      incidents: both,
    },
  };
  const [group, ...others] = await stored([log, { ...log, source: '/logs/two.log', incidents: both.slice(0, 1) }]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ code: 'GM0601', title: 'title of checksum.mismatch', count: 2, firstSeen: '10-05', lastSeen: '10-05' });
  expect(group!.same).toEqual([{ name: 'module', value: 'example.com/a', count: 2 }]);
  expect(group!.files.map(({ name, line, label }) => ({ name, line, label }))).toContainEqual({
    name: '/logs/two.log',
    line: 3,
    label: 'likely',
  });
});

test('logs without a failure are one group, and a store without logs has none', async () => {
  expect(await stored([])).toEqual([]);
  const calm: StoredLog = {
    ...{
      source: '/logs/calm.log',
      size: 10,
      modified: 1,
      content: 'b'.repeat(64),
      catalog: '2026.12.0',
      verdict: 'no-failure',
      error: null,
    },
    ...{ lines: 3, at: Date.UTC(2026, 9, 5), clock: 'log', job: null, commit: null, runner: null, ids: [], incidents: [] },
  };
  expect((await stored([calm])).map(({ kind, title, count }) => ({ kind, title, count }))).toEqual([
    { kind: 'no-failure', title: 'no failure', count: 1 },
  ]);
});
