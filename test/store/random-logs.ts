import fc from 'fast-check';
import type { StoredIncident, StoredLog } from '../../src/model/history.ts';

const DAY = 86_400_000;
/** Where the made-up times begin. */
export const BEGIN = Date.UTC(2026, 8, 20, 5, 30);

const pairs = [
  { cause: 'network.connect-refused', code: 'GM0101', verdict: 'module-failure', transient: true },
  { cause: 'checksum.mismatch', code: 'GM0601', verdict: 'module-failure', transient: false },
  { cause: 'not-module.test-failure', code: 'GM9002', verdict: 'not-module', transient: false },
  { cause: 'auth.bad-login', code: 'GM0403', verdict: 'unknown', transient: false },
  { cause: null, code: null, verdict: 'unknown', transient: false },
] as const;
const modules = [
  null,
  'example.com/lib',
  'github.com/northwind/é',
  'github.com/northwind/z',
  'git.corp.test/\u{1f4e6}',
  'git.corp.test/\uff5e',
];
const hosts = [null, 'proxy.example.com', 'git.corp.test', 'sum.example.com'];
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });

const incident = fc.record({
  pair: fc.constantFrom(...pairs),
  module: fc.constantFrom(...modules),
  host: fc.constantFrom(...hosts),
  version: nullable(fc.constantFrom('v1.2.3', 'v0.4.0')),
  path: nullable(fc.constantFrom('/src/go.mod', 'go.sum')),
  terminal: fc.boolean(),
  line: nullable(fc.integer({ min: 1, max: 999 })),
  word: fc.constantFrom('one', 'two', 'three'),
  label: fc.constantFrom('very-likely', 'likely', 'possible', null),
});

const log = fc.record({
  source: fc.integer({ min: 0, max: 30 }),
  content: fc.integer({ min: 0, max: 2 }),
  size: fc.integer({ min: 0, max: 100_000 }),
  at: nullable(fc.integer({ min: 0, max: 70 * 24 * 12 })),
  passed: fc.boolean(),
  broken: fc.integer({ min: 0, max: 15 }),
  job: nullable(fc.constantFrom('build', 'test', 'lint')),
  commit: nullable(fc.constantFrom('c1', 'c2', 'c3', 'c4')),
  runner: nullable(fc.constantFrom('runner-1', 'runner-2', 'runner-3')),
  ids: fc.array(fc.constantFrom('run:1', 'run:2', 'job:7'), { maxLength: 2 }),
  incidents: fc.array(incident, { maxLength: 4 }),
});

/** Logs with few different values, so that they meet in all ways. */
export const randomLogs = (most: number) => fc.array(log.map(logOf), { maxLength: most });

function logOf(made: typeof log extends fc.Arbitrary<infer T> ? T : never): StoredLog {
  const incidents = made.passed || made.broken === 0 ? [] : made.incidents.map((one, position) => incidentOf(one, position));
  const terminal = incidents.filter((one) => one.terminal);
  const failing = terminal.some((one) => one.verdict === 'module-failure') ? 'module-failure' : terminal[0]?.verdict;
  return {
    source: `/logs/${made.source}.log`,
    size: made.size,
    modified: made.at,
    content: String(made.content).repeat(64),
    catalog: '2026.12.0',
    verdict: made.broken === 0 ? 'unreadable' : (failing ?? 'no-failure'),
    error: made.broken === 0 ? { code: 'E_BINARY', message: 'no text' } : null,
    lines: made.size >> 4,
    at: made.at === null ? null : BEGIN + made.at * (DAY / 288),
    clock: made.at === null ? null : 'log',
    job: made.job,
    commit: made.commit,
    runner: made.runner,
    ids: [...new Set(made.ids)].sort(),
    incidents,
  };
}

function incidentOf(made: typeof incident extends fc.Arbitrary<infer T> ? T : never, position: number): StoredIncident {
  const { pair, module, host, word, ...rest } = made;
  const template = pair.cause === null && word !== 'three' ? `cannot do {1} ${word}` : null;
  return {
    ...rest,
    ...pair,
    position,
    module,
    host,
    template,
    // As modwhy makes it: of the cause and its subject.
    fingerprint: `1:${pair.cause ?? word}:${module}:${host}`,
    recovered: !made.terminal,
    observer: 'local',
    text: `go: ${module}: ${word}`,
    command: 'go mod download',
  };
}
