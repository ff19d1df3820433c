import type { FailureRow, HistoryPage, HourCell, TrendPoint } from '../../../src/model/history.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 2);

export const titles = new Map([
  ['auth.private-module-via-public-proxy', { code: 'GM0401', title: 'A private module was asked from public servers' }],
  ['checksum.gosum-missing', { code: 'GM0601', title: 'go.sum has no entry for a module' }],
  ['network.timeout', { code: 'GM0104', title: 'A server did not answer in time' }],
]);

const NO_LOGS = { logs: 0, moduleFailures: 0, notModule: 0, unknown: 0, noFailure: 0, unreadable: 0, bytes: 0, first: null, last: null };

/** One failure, as a store has it. */
export function failure(parts: Partial<FailureRow> = {}): FailureRow {
  return {
    fingerprint: '1:00aa',
    verdict: 'module-failure',
    cause: 'auth.private-module-via-public-proxy',
    code: 'GM0401',
    module: 'corp.example.com/team/ledger',
    version: 'v1.4.0',
    host: 'sum.golang.org',
    path: null,
    transient: false,
    logs: 12,
    jobs: 4,
    runners: 2,
    first: start,
    last: start + 9 * DAY,
    state: 'ongoing',
    flaky: false,
    example: {
      source: '/logs/2026-11-11/job-17.log',
      line: 412,
      text: 'reading https://sum.golang.org/lookup/corp.example.com/team/ledger@v1.4.0: 410 Gone',
    },
    ...parts,
  };
}

/** Few logs with one of everything. */
export function smallPage(parts: Partial<HistoryPage> = {}): HistoryPage {
  const failures = [
    failure(),
    failure({
      fingerprint: '1:00bb',
      cause: 'network.timeout',
      code: 'GM0104',
      module: null,
      version: null,
      host: 'proxy.corp.test',
      transient: true,
      flaky: true,
      logs: 5,
      jobs: 3,
      first: start + 2 * DAY,
      last: start + 8 * DAY,
      state: 'regressed',
    }),
    failure({
      fingerprint: '1:00cc',
      cause: 'checksum.gosum-missing',
      code: 'GM0601',
      module: 'golang.org/x/net',
      version: 'v0.31.0',
      host: null,
      logs: 3,
      jobs: 1,
      runners: 1,
      first: start + 9 * DAY,
      state: 'new',
    }),
    failure({
      fingerprint: '1:00dd',
      cause: 'checksum.gosum-missing',
      code: 'GM0601',
      module: 'golang.org/x/text',
      version: 'v0.21.0',
      host: null,
      logs: 1,
      jobs: 1,
      runners: 1,
      last: start + DAY,
      state: 'fixed',
    }),
  ];
  return {
    title: 'logs/**/*.log',
    totals: {
      logs: 40,
      moduleFailures: 21,
      notModule: 4,
      unknown: 2,
      noFailure: 12,
      unreadable: 1,
      bytes: 1_048_576,
      first: start,
      last: start + 9 * DAY,
    },
    step: 'day',
    causes: [
      { at: start, key: 'auth.private-module-via-public-proxy', logs: 2 },
      { at: start, key: 'checksum.gosum-missing', logs: 1 },
      { at: start + 2 * DAY, key: 'network.timeout', logs: 1 },
      { at: start + 8 * DAY, key: 'network.timeout', logs: 4 },
      { at: start + 9 * DAY, key: 'auth.private-module-via-public-proxy', logs: 10 },
      { at: start + 9 * DAY, key: 'checksum.gosum-missing', logs: 3 },
    ],
    hosts: [
      { key: 'sum.golang.org', hour: 9, logs: 8, transient: 0 },
      { key: 'sum.golang.org', hour: 14, logs: 4, transient: 0 },
      { key: 'proxy.corp.test', hour: 2, logs: 5, transient: 5 },
    ],
    failures,
    halves: {
      before: { ...NO_LOGS, logs: 20, moduleFailures: 4, noFailure: 16 },
      after: { ...NO_LOGS, logs: 20, moduleFailures: 17, noFailure: 3 },
    },
    unexplained: [
      {
        template: 'fatal: cannot create <path>',
        logs: 2,
        first: start + DAY,
        last: start + 3 * DAY,
        examples: [{ source: '/logs/a.log', line: 7, text: 'fatal: cannot create /w/x1' }],
      },
    ],
    unreadable: [{ source: '/logs/core.bin', message: 'it is a binary file' }],
    ...parts,
  };
}

/** The builds of many teams over four weeks, all drawn from a fixed row of numbers. @param rows how many failures are listed */
export function largePage(rows: number): HistoryPage {
  const next = numbers();
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
  const slugs = [
    'auth.private-module-via-public-proxy',
    'checksum.gosum-missing',
    'network.timeout',
    'toolchain.too-old',
    'tls.unknown-authority',
    'goproxy.not-found',
    'vcs.terminal-prompts-disabled',
    'gomod.ambiguous-import',
    'cache.corrupt-zip',
  ];
  const hosts = ['proxy.golang.org', 'sum.golang.org', 'goproxy.corp.test', 'git.corp.test', 'github.com', 'artifacts.northwind.example'];
  const causes: TrendPoint[] = [];
  for (let day = 0; day < 28; day++)
    slugs.forEach((key, index) => {
      const logs = Math.round(next() * (24 - 2.4 * index) * (index === 4 ? (day > 18 ? 2.2 : 0) : index === 1 ? 1.6 - day / 22 : 1));
      if (logs > 0 && day % 7 < 6) causes.push({ at: start + day * DAY, key: index === 8 ? 'other' : key, logs });
    });
  const cells: HourCell[] = hosts.flatMap((key) =>
    Array.from({ length: 24 }, (_, hour) => {
      const logs = Math.round(
        next() * 14 * Math.max(0, Math.sin(((hour - 5) / 24) * Math.PI * 2) + (key === 'goproxy.corp.test' && hour === 2 ? 3 : 0.1)),
      );
      return { key, hour, logs, transient: Math.floor(logs / 3) };
    }).filter(({ logs }) => logs > 0),
  );
  const failures = Array.from({ length: rows }, (_, index) => {
    const first = start + Math.floor(next() * 27) * DAY;
    const cause = pick(slugs);
    const team = pick(['ledger', 'billing', 'search', 'identity', 'media', 'ingest', 'payments']);
    const logs = Math.max(1, Math.round(160 / (index + 1) + next() * 3));
    return failure({
      fingerprint: `1:${index.toString(16).padStart(8, '0')}`,
      cause,
      code: titles.get(cause)?.code ?? `GM0${slugs.indexOf(cause) + 200}`,
      module: next() < 0.8 ? `git.corp.test/${team}/${pick(['api', 'store', 'client', 'tools'])}${index}` : null,
      version: `v1.${Math.floor(next() * 20)}.0`,
      host: pick(hosts),
      transient: cause.startsWith('network') || cause.startsWith('goproxy'),
      logs,
      jobs: Math.ceil(logs / 4),
      runners: Math.ceil(logs / 9),
      first,
      last: first + Math.floor(next() * 10) * DAY,
      state: pick(['new', 'ongoing', 'ongoing', 'fixed', 'fixed', 'regressed']),
      flaky: next() < 0.1,
      example: {
        source: `/srv/ci/logs/2026-11-${10 + (index % 19)}/${team}-${index}.log`,
        line: 100 + index,
        text: `go: git.corp.test/${team}/api${index}@v1.2.0: reading https://proxy.golang.org/git.corp.test/${team}/api${index}/@v/v1.2.0.mod: 404 Not Found`,
      },
    });
  });
  const { unexplained, unreadable } = smallPage();
  return {
    title: '/srv/ci/logs/**/*.log',
    totals: {
      logs: 4210,
      moduleFailures: 1388,
      notModule: 402,
      unknown: 37,
      noFailure: 2371,
      unreadable: 12,
      bytes: 9e9,
      first: start,
      last: start + 27 * DAY,
    },
    step: 'day',
    causes,
    hosts: cells,
    failures,
    halves: {
      before: { ...NO_LOGS, logs: 2305, moduleFailures: 640 },
      after: { ...NO_LOGS, logs: 1905, moduleFailures: 748 },
    },
    unexplained,
    unreadable,
  };
}

/** Always the same numbers between 0 and 1. */
function numbers(): () => number {
  let state = 20_261_121;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A page in which every text that a store took from a log is this one. */
export function hostilePage(text: string): HistoryPage {
  return smallPage({
    title: text,
    causes: [{ at: 0, key: text, logs: 1 }],
    hosts: [{ key: text, hour: 3, logs: 1, transient: 0 }],
    failures: [failure({ cause: text, code: text, module: text, version: text, host: text, example: { source: text, line: 1, text } })],
    unexplained: [{ template: text, logs: 1, first: 0, last: 0, examples: [{ source: text, line: null, text }] }],
    unreadable: [{ source: text, message: text }],
    pivot: [{ dimension: 'runner', key: text, failed: 1, logs: 1 }],
  });
}
