// How long questions about millions of stored failures take: node bench/history.ts [MILLIONS] [sqlite|postgres]... [--keep FOLDER]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HistoryFilter, HistoryStore } from '../src/model/history.ts';
import { axes, units } from '../src/store/axes.ts';
import { migrations, schemaFor } from '../src/store/migrations.ts';
import { openStore } from '../src/store/open.ts';
import { recomputation } from '../test/store/recompute.ts';
import { serverPrograms, startServer } from '../test/store/server.ts';

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 20, 17, 12);
const size = { kinds: 20_000, causes: 140, modules: 5000, hosts: 200, runners: 500, jobs: 2000, days: 365 };
const ALL = 2 ** 32 - 1;

// Numbers of words: each sort of them has a range of its own.
const first = {
  cause: 1,
  code: 1001,
  module: 2001,
  host: 10_001,
  runner: 11_001,
  job: 12_001,
  fingerprint: 20_001,
  template: 60_001,
  other: 90_001,
};
const commitWord = 100_001;

/** Numbers from 0 to 1, always the same (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Few are frequent and many rare, as failures are. */
const skewed = (count: number, number: number) => Math.min(count - 1, Math.floor(count ** number) - 1);

type Cell = string | number | null;

function kinds(): Cell[][] {
  const next = numbers(1);
  return Array.from({ length: size.kinds }, (_, at) => {
    const unknown = next() < 0.1;
    const cause = skewed(size.causes, next());
    const verdict = unknown ? 2 : cause % 7 === 3 ? 1 : 0;
    return [
      ...[at + 1, first.fingerprint + at, verdict, unknown ? 0 : first.cause + cause, unknown ? 0 : first.code + cause],
      ...[first.module + skewed(size.modules, next()), first.host + skewed(size.hosts, next()), unknown ? first.template + at : 0],
      ...[cause % 3 === 0 ? 1 : 0, verdict, ALL, unknown ? ALL : 0],
    ];
  });
}

function* words(logs: number): Generator<Cell[]> {
  const range = (from: number, count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at): Cell[] => [from + at, text(at)]);
  yield* range(first.cause, size.causes, (at) => `family.cause-${at}`);
  yield* range(first.code, size.causes, (at) => `GM${String(at).padStart(4, '0')}`);
  yield* range(first.module, size.modules, (at) => `git.corp.test/team-${at % 90}/module-${at}`);
  yield* range(first.host, size.hosts, (at) => `host-${at}.corp.test`);
  yield* range(first.runner, size.runners, (at) => `runner-${at}`);
  yield* range(first.job, size.jobs, (at) => `project-${at % 300}/job-${at}`);
  yield* range(first.fingerprint, size.kinds, (at) => `1:${at.toString(16).padStart(16, '0')}`);
  yield* range(first.template, size.kinds, (at) => `program-${at}: cannot do {1} in {2}`);
  yield [first.other, '2026.12.0'];
  yield [first.other + 1, 'go build ./...'];
  for (let at = 0; at * 5 < logs; at++) yield [commitWord + at, at.toString(16).padStart(40, '0')];
}

/** Each failure is one log; one more log of five passed. */
function* rows(failures: number): Generator<{ log: Cell[]; incident: Cell[] | null }> {
  const next = numbers(2);
  const all = kinds();
  const logs = Math.floor(failures * 1.2);
  for (let at = 0; at < logs; at++) {
    const passed = at % 6 === 5;
    const kind = all[skewed(size.kinds, next() * 0.999)]!;
    const time = Math.floor(END - size.days * DAY * (1 - (at + next()) / logs));
    const runner = first.runner + Math.floor(size.runners * next() ** 2);
    const job = first.job + Math.floor(size.jobs * next() ** 2);
    const bytes = 2000 + Math.floor(next() * 100_000);
    const id = at + 1;
    const hex = id.toString(16).padStart(32, '0');
    yield {
      log: [
        ...[id, hex, Math.floor(next() * 2 ** 47), `/var/log/ci/${at % 997}/${at}.log`, bytes, time, hex + hex, first.other],
        ...[passed ? 3 : kind[2]!, null, null, bytes >> 5, time, 'log', job, commitWord + Math.floor(at / 5), runner],
      ],
      incident: passed
        ? null
        : [
            ...[id, 0, kind[0]!, 1, time, runner, job, bytes, 0, 1, 0, 0, 0, 1 + (bytes >> 6)],
            ...[`go: git.corp.test/team/module@v1.${at % 50}.0: reading answer ${at}: connection refused`, first.other + 1],
          ],
    };
  }
}

/** The sums of all rows; those of an axis are made of smaller sums where there are any, since each log here has one failure. */
function sums(kind: 'sqlite' | 'postgres'): string[] {
  const from = (axis: number, unit: number, sql: string) => `INSERT INTO axis_tally SELECT ${axis}, ${unit}, ${sql}`;
  const statements = recomputation(kind).filter((sql) => !sql.includes('axis_tally'));
  for (const name of ['cause', 'host', 'module', 'fingerprint'] as const)
    for (const unit of [units.month, units.day])
      statements.push(
        from(
          axes[name],
          unit,
          `t.bucket, k.${name}, sum(t.logs), sum(t.logs * k.transient) FROM kind_tally t JOIN kind k ON k.id = t.kind WHERE t.unit = ${unit} AND k.${name} <> 0 GROUP BY 3, 4`,
        ),
      );
  for (const name of ['cause', 'host'] as const)
    statements.push(
      from(
        axes[name],
        units.hour,
        `i.at / 3600000, k.${name}, count(*), sum(k.transient) FROM incident i JOIN kind k ON k.id = i.kind WHERE k.${name} <> 0 GROUP BY 3, 4`,
      ),
    );
  for (const name of ['runner', 'job'] as const)
    statements.push(
      from(
        axes[name],
        units.month,
        `a.bucket, a.key, sum(a.logs), sum(a.logs * k.transient) FROM kind_axis a JOIN kind k ON k.id = a.kind WHERE a.axis = ${axes[name]} GROUP BY 3, 4`,
      ),
      from(
        axes[name],
        units.day,
        `i.at / 86400000, i.${name}, count(*), sum(k.transient) FROM incident i JOIN kind k ON k.id = i.kind GROUP BY 3, 4`,
      ),
    );
  statements.push(
    ...recomputation(kind).filter((sql) => sql.includes(`axis_tally SELECT ${axes.seen},`) && sql.includes('l.runner,')),
    'INSERT INTO axis_tally SELECT axis, unit, bucket, 0, sum(logs), sum(transient) FROM axis_tally GROUP BY 1, 2, 3',
  );
  return statements;
}

const indexes = () =>
  [
    ...migrations
      .map(({ sql }) => sql)
      .join('\n')
      .matchAll(/CREATE INDEX (\w+)[^;]+;/g),
  ].map(([sql, name]) => ({ sql, name: name! }));
const done = (what: string, since: number) => console.error(`${what}: ${((performance.now() - since) / 1000).toFixed(1)} s`);

async function fillSqlite(file: string, failures: number): Promise<void> {
  let since = performance.now();
  await (await openStore(file, {})).close();
  const database = new DatabaseSync(file);
  // Without a journal: all of it would stand in there once more.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY');
  for (const { name } of indexes()) database.exec(`DROP INDEX ${name}`);
  const insert = (table: string, width: number) => database.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(',')})`);
  database.exec('BEGIN');
  const [word, kind, log, incident] = [insert('word', 2), insert('kind', 12), insert('log', 17), insert('incident', 16)];
  for (const row of words(failures * 1.2)) word.run(...row);
  for (const row of kinds()) kind.run(...row);
  for (const row of rows(failures)) {
    log.run(...row.log);
    if (row.incident) incident.run(...row.incident);
  }
  database.exec('COMMIT');
  done('rows in SQLite', since);
  since = performance.now();
  for (const { sql } of indexes()) database.exec(schemaFor('sqlite', sql));
  done('indexes in SQLite', since);
  since = performance.now();
  for (const sql of sums('sqlite')) database.exec(sql);
  done('sums in SQLite', since);
  database.close();
}

async function fillPostgres(url: string, programs: string, failures: number): Promise<void> {
  let since = performance.now();
  await (await openStore(url, {})).close();
  const psql = async (script: string, feed?: Iterable<Cell[]>) => {
    const child = spawn(path.join(programs, 'psql'), [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', `SET search_path = modwhy`, '-c', script], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    const ended = once(child, 'exit');
    if (feed) {
      let text = '';
      for (const row of feed) {
        text += `${row.map((cell) => cell ?? '\\N').join('\t')}\n`;
        if (text.length < 1 << 20) continue;
        if (!child.stdin.write(text)) await once(child.stdin, 'drain');
        text = '';
      }
      child.stdin.write(text);
    }
    child.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`psql ended with ${code}`);
  };
  for (const { name } of indexes()) await psql(`DROP INDEX ${name}`);
  await psql('COPY word FROM STDIN', words(failures * 1.2));
  await psql('COPY kind FROM STDIN', kinds());
  await psql(
    'COPY log FROM STDIN',
    (function* () {
      for (const { log } of rows(failures)) yield log;
    })(),
  );
  await psql(
    'COPY incident FROM STDIN',
    (function* () {
      for (const { incident } of rows(failures)) if (incident) yield incident;
    })(),
  );
  done('rows in PostgreSQL', since);
  since = performance.now();
  for (const { sql } of indexes()) await psql(schemaFor('postgres', sql));
  done('indexes in PostgreSQL', since);
  since = performance.now();
  for (const sql of sums('postgres')) await psql(sql);
  for (const table of ['word', 'kind', 'log', 'incident', 'kind_tally', 'kind_axis', 'axis_tally', 'log_tally'])
    await psql(`VACUUM ANALYZE ${table}`);
  done('sums in PostgreSQL', since);
}

const month = END - 30 * DAY - 5_000_000;
const half = END - 182 * DAY - 7_000_000;
const cause: HistoryFilter = { cause: 'family.cause-0' };
const module: HistoryFilter = { module: 'git.corp.test/team-0/module-0' };
const questions: readonly (readonly [string, (store: HistoryStore) => Promise<unknown>])[] = [
  ['totals', (store) => store.totals({})],
  ['totals, half a year', (store) => store.totals({ since: half })],
  ['totals, one cause', (store) => store.totals(cause)],
  ['top', (store) => store.top({}, 20)],
  ['top, 30 days', (store) => store.top({ since: month }, 20)],
  ['top, half a year', (store) => store.top({ since: half }, 20)],
  ['top, one cause', (store) => store.top(cause, 20)],
  ['top, one module, half a year', (store) => store.top({ ...module, since: half }, 20)],
  ['top, one runner', (store) => store.top({ runner: 'runner-0' }, 20)],
  ['top, one job', (store) => store.top({ job: 'project-0/job-0' }, 20)],
  ['top, verdict', (store) => store.top({ verdict: 'module-failure' }, 20)],
  ...(['cause', 'host', 'module', 'runner', 'job', 'fingerprint'] as const).map(
    (by) => [`trend by ${by}, day`, (store: HistoryStore) => store.trend({}, by, 'day', 8)] as const,
  ),
  ['trend by cause, hour, 30 days', (store) => store.trend({ since: month }, 'cause', 'hour', 8)],
  ['trend by host, one cause, day', (store) => store.trend(cause, 'host', 'day', 8)],
  ['trend by runner, one cause, day', (store) => store.trend(cause, 'runner', 'day', 8)],
  ['trend by host, verdict, day', (store) => store.trend({ verdict: 'module-failure' }, 'host', 'day', 8)],
  ...(['cause', 'host', 'module', 'runner', 'job', 'fingerprint'] as const).map(
    (by) => [`hours by ${by}`, (store: HistoryStore) => store.hours({}, by, 8)] as const,
  ),
  ['hours by host, one cause', (store) => store.hours(cause, 'host', 8)],
  ['pivot', (store) => store.pivot({}, 10)],
  ['pivot, one cause', (store) => store.pivot(cause, 10)],
  ['pivot, one cause, half a year', (store) => store.pivot({ ...cause, since: half }, 10)],
  ['show', (store) => store.show('1:0000000000000000', {}, 20)],
  ['compare two months', (store) => store.compare({ since: month - 30 * DAY, until: month }, { since: month }, 20)],
  ['compare two halves', (store) => store.compare({ until: half }, { since: half }, 20)],
  ['unexplained', (store) => store.unexplained({}, 20)],
];

async function measure(where: string): Promise<Map<string, number>> {
  const store = await openStore(where, {});
  const times = new Map<string, number>();
  for (const [name, ask] of questions) {
    let best = Number.POSITIVE_INFINITY;
    let busy = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const since = performance.now();
      const used = process.cpuUsage();
      await ask(store);
      best = Math.min(best, performance.now() - since);
      const { user, system } = process.cpuUsage(used);
      busy = Math.min(busy, (user + system) / 1000);
    }
    times.set(name, best);
    console.error(`${name}: ${best.toFixed(1)} ms, ${busy.toFixed(1)} ms of processor time in this process`);
  }
  await store.close();
  return times;
}

const [millions = '1', ...wanted] = process.argv.slice(2).filter((word, at, all) => word !== '--keep' && all[at - 1] !== '--keep');
const kept = process.argv.includes('--keep') ? path.resolve(process.argv[process.argv.indexOf('--keep') + 1]!) : null;
const failures = Math.round(Number(millions) * 1e6);
const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'modwhy-history-'));
mkdirSync(folder, { recursive: true });
const results = new Map<string, Map<string, number>>();
try {
  if (wanted.length === 0 || wanted.includes('sqlite')) {
    const file = path.join(folder, `history-${failures}.db`);
    if (!existsSync(file)) await fillSqlite(file, failures);
    console.error(`SQLite: ${(statSync(file).size / 2 ** 30).toFixed(2)} GiB`);
    results.set('SQLite', await measure(file));
  }
  const programs = serverPrograms();
  if ((wanted.length === 0 || wanted.includes('postgres')) && 'folder' in programs) {
    const server = startServer(programs.folder, '-c shared_buffers=1GB -c work_mem=64MB -c maintenance_work_mem=1GB -c max_wal_size=8GB');
    try {
      const url = server.database('history');
      await fillPostgres(url, programs.folder, failures);
      results.set('PostgreSQL', await measure(url));
    } finally {
      server.remove();
    }
  }
} finally {
  if (kept === null) rmSync(folder, { recursive: true, force: true });
}
console.log(`${failures} failures, ${Math.floor(failures * 1.2)} logs; milliseconds, the best of three`);
console.log(['question'.padEnd(34), ...[...results.keys()].map((name) => name.padStart(12))].join(''));
for (const [name] of questions)
  console.log([name.padEnd(34), ...[...results.values()].map((times) => times.get(name)!.toFixed(1).padStart(12))].join(''));
