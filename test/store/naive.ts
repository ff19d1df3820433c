import type {
  ComparedFailure,
  FailureRow,
  HistoryDimension,
  HistoryFilter,
  HistoryStep,
  HistoryTotals,
  HourCell,
  PivotRow,
  StoredIncident,
  StoredLog,
  TrendPoint,
  UnexplainedRow,
} from '../../src/model/history.ts';
import { thresholds } from '../../src/store/thresholds.ts';

const DAY = 86_400_000;
const order = (one: string, two: string) => Buffer.compare(Buffer.from(one), Buffer.from(two));

interface Hit {
  readonly log: StoredLog;
  readonly incident: StoredIncident;
}

/** The same questions, answered by going through a list: what both stores are compared with. */
export class Naive {
  readonly #logs = new Map<string, StoredLog>();

  add(logs: readonly StoredLog[]): void {
    for (const log of logs) this.#logs.set(`${log.source} ${log.content}`, log);
  }

  /** Of times that are all different. */
  keepOnly(keep: (log: StoredLog) => boolean): void {
    for (const [name, log] of this.#logs) if (!keep(log)) this.#logs.delete(name);
  }

  #inTime({ since, until, runner, job }: HistoryFilter): StoredLog[] {
    return [...this.#logs.values()].filter(
      ({ at, ...log }) =>
        (since === undefined || (at !== null && at >= since)) &&
        (until === undefined || (at !== null && at < until)) &&
        (runner === undefined || log.runner === runner) &&
        (job === undefined || log.job === job),
    );
  }

  #hits(filter: HistoryFilter): Hit[] {
    const takes = (one: StoredIncident) =>
      one.terminal &&
      (filter.cause === undefined || one.cause === filter.cause || one.code === filter.cause) &&
      (filter.verdict === undefined || one.verdict === filter.verdict) &&
      (filter.module === undefined || one.module === filter.module) &&
      (filter.host === undefined || one.host === filter.host) &&
      (filter.fingerprint === undefined || one.fingerprint === filter.fingerprint);
    return this.#inTime(filter).flatMap((log) => log.incidents.filter(takes).map((incident) => ({ log, incident })));
  }

  totals(filter: HistoryFilter): HistoryTotals {
    const narrow = [filter.cause, filter.verdict, filter.module, filter.host, filter.fingerprint].some((one) => one !== undefined);
    const logs = narrow ? [...new Set(this.#hits(filter).map(({ log }) => log))] : this.#inTime(filter);
    const of = (verdict: StoredLog['verdict']) => logs.filter((log) => log.verdict === verdict).length;
    const times = logs.flatMap(({ at }) => at ?? []);
    return {
      logs: logs.length,
      moduleFailures: of('module-failure'),
      notModule: of('not-module'),
      unknown: of('unknown'),
      noFailure: of('no-failure'),
      unreadable: of('unreadable'),
      bytes: logs.reduce((sum, { size }) => sum + size, 0),
      first: times.length > 0 ? Math.min(...times) : null,
      last: times.length > 0 ? Math.max(...times) : null,
    };
  }

  #leading(filter: HistoryFilter, by: HistoryDimension, limit: number): [string, Hit[]][] {
    const groups = Map.groupBy(this.#hits(filter), (hit) => keyOf(hit, by));
    groups.delete(null);
    return ([...groups] as [string, Hit[]][])
      .sort(([one, hits], [two, others]) => logsOf(others).size - logsOf(hits).size || order(one, two))
      .slice(0, limit);
  }

  top(filter: HistoryFilter, limit: number): FailureRow[] {
    return this.#leading(filter, 'fingerprint', limit).map(([fingerprint, hits]) => {
      const [newest] = newestFirst(hits);
      const { incident, log } = newest!;
      const times = hits.flatMap((hit) => hit.log.at ?? []);
      return {
        fingerprint,
        verdict: incident.verdict,
        cause: incident.cause,
        code: incident.code,
        module: incident.module,
        version: incident.version,
        host: incident.host,
        path: incident.path,
        transient: incident.transient,
        logs: logsOf(hits).size,
        jobs: new Set(hits.flatMap((hit) => hit.log.job ?? [])).size,
        runners: new Set(hits.flatMap((hit) => hit.log.runner ?? [])).size,
        first: times.length > 0 ? Math.min(...times) : null,
        last: times.length > 0 ? Math.max(...times) : null,
        ...this.#state(fingerprint),
        example: { source: log.source, line: incident.line, text: incident.text },
      };
    });
  }

  #state(fingerprint: string): Pick<FailureRow, 'state' | 'flaky'> {
    const hits = this.#hits({ fingerprint });
    const all = [...this.#logs.values()];
    const passes = all.filter(({ verdict }) => verdict === 'no-failure');
    const flaky = hits.some(
      ({ log }) => log.job !== null && log.commit !== null && passes.some((pass) => pass.job === log.job && pass.commit === log.commit),
    );
    const stored = all.flatMap(({ at }) => at ?? []);
    const times = hits.flatMap(({ log }) => log.at ?? []).sort((one, two) => one - two);
    if (times.length === 0) return { state: 'ongoing', flaky };
    const now = Math.max(...stored);
    const jobs = new Set(hits.flatMap(({ log }) => log.job ?? []));
    const passed = (after: number, before: number) =>
      passes.filter(({ job, at }) => job !== null && jobs.has(job) && at !== null && at > after && at < before).length >= thresholds.passes;
    const recent = now - thresholds.newWithin;
    const last = times.at(-1)!;
    if (times[0]! >= recent) return { state: Math.min(...stored) < recent ? 'new' : 'ongoing', flaky };
    if (now - last >= thresholds.quietFor && passed(last, Number.POSITIVE_INFINITY)) return { state: 'fixed', flaky };
    const back = times.find((time) => time >= recent);
    const before = times.findLast((time) => time < recent)!;
    const regressed = back !== undefined && back - before >= thresholds.goneFor && passed(before, back);
    return { state: regressed ? 'regressed' : 'ongoing', flaky };
  }

  trend(filter: HistoryFilter, by: HistoryDimension, step: HistoryStep, keys: number): TrendPoint[] {
    const names = new Set(this.#leading(filter, by, keys).map(([name]) => name));
    const sums = new Map<string, TrendPoint>();
    const seen = new Set<string>();
    for (const hit of this.#hits(filter)) {
      const name = keyOf(hit, by);
      if (name === null || hit.log.at === null) continue;
      const once = `${name} ${hit.log.source} ${hit.log.content}`;
      if (seen.has(once)) continue;
      seen.add(once);
      const key = names.has(name) ? name : 'other';
      const at = stepOf(hit.log.at, step);
      sums.set(`${at} ${key}`, { at, key, logs: (sums.get(`${at} ${key}`)?.logs ?? 0) + 1 });
    }
    return [...sums.values()].sort((one, two) => one.at - two.at || order(one.key, two.key));
  }

  hours(filter: HistoryFilter, by: HistoryDimension, keys: number): HourCell[] {
    return this.#leading(filter, by, keys)
      .flatMap(([key, hits]) => {
        const firsts = [...Map.groupBy(hits, ({ log }) => log).values()].map(([first]) => first!).filter(({ log }) => log.at !== null);
        return [...Map.groupBy(firsts, ({ log }) => new Date(log.at!).getUTCHours())].map(([hour, of]) => ({
          key,
          hour,
          logs: of.length,
          transient: of.filter(({ incident }) => incident.transient).length,
        }));
      })
      .sort((one, two) => order(one.key, two.key) || one.hour - two.hour);
  }

  pivot(filter: HistoryFilter, limit: number): PivotRow[] {
    const { since, until } = filter;
    const time = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    return (['host', 'module', 'runner'] as const).flatMap((dimension) =>
      this.#leading(filter, dimension, limit).map(([key, hits]) => ({
        dimension,
        key,
        failed: logsOf(hits).size,
        logs:
          dimension === 'runner' ? this.#inTime({ ...time, runner: key }).length : logsOf(this.#hits({ ...time, [dimension]: key })).size,
      })),
    );
  }

  compare(before: HistoryFilter, after: HistoryFilter, limit: number): ComparedFailure[] {
    const [one, two] = [before, after].map((filter) => new Map(this.#leading(filter, 'fingerprint', 1e9)));
    const [all, others] = [before, after].map((filter) => {
      const { since, until, runner, job } = filter;
      return this.#inTime(Object.fromEntries(Object.entries({ since, until, runner, job }).filter(([, value]) => value !== undefined)))
        .length;
    });
    return [...new Set([...one!.keys(), ...two!.keys()])]
      .map((fingerprint) => {
        const [{ incident }] = this.#hits({ fingerprint }) as [Hit];
        const was = logsOf(one!.get(fingerprint) ?? []).size;
        const is = logsOf(two!.get(fingerprint) ?? []).size;
        const expected = all === 0 ? was : (was * others!) / all!;
        const { cause, code, module, host } = incident;
        const change: ComparedFailure['change'] =
          was === 0
            ? 'new'
            : is === 0
              ? 'gone'
              : is >= 2 * expected && is >= expected + 3
                ? 'more'
                : 2 * is <= expected && is + 3 <= expected
                  ? 'fewer'
                  : 'same';
        return { fingerprint, cause, code, module, host, before: was, after: is, change };
      })
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || order(a.fingerprint, b.fingerprint))
      .slice(0, limit);
  }

  unexplained(filter: HistoryFilter, limit: number): UnexplainedRow[] {
    const hits = this.#hits({ ...filter, verdict: 'unknown' }).filter(({ incident }) => incident.template !== null);
    return [...Map.groupBy(hits, ({ incident }) => incident.template!)]
      .sort(([one, a], [two, b]) => logsOf(b).size - logsOf(a).size || order(one, two))
      .slice(0, limit)
      .map(([template, of]) => {
        const newest = newestFirst([...Map.groupBy(of, ({ log }) => log).values()].map(([first]) => first!));
        const times = of.flatMap(({ log }) => log.at ?? []);
        return {
          template,
          logs: logsOf(of).size,
          first: times.length > 0 ? Math.min(...times) : null,
          last: times.length > 0 ? Math.max(...times) : null,
          examples: newest.slice(0, 3).map(({ log, incident }) => ({ source: log.source, line: incident.line, text: incident.text ?? '' })),
        };
      });
  }
}

function keyOf({ log, incident }: Hit, by: HistoryDimension): string | null {
  return by === 'runner' || by === 'job' ? log[by] : incident[by];
}

function logsOf(hits: readonly Hit[]): Set<StoredLog> {
  return new Set(hits.map(({ log }) => log));
}

function newestFirst(hits: readonly Hit[]): Hit[] {
  return [...hits].sort(
    (one, two) =>
      (two.log.at ?? -1) - (one.log.at ?? -1) ||
      order(one.log.source, two.log.source) ||
      order(one.log.content, two.log.content) ||
      one.incident.position - two.incident.position,
  );
}

function stepOf(at: number, step: HistoryStep): number {
  if (step === 'hour') return Math.floor(at / 3_600_000) * 3_600_000;
  const date = new Date(at);
  if (step === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const day = Math.floor(at / DAY) * DAY;
  return step === 'day' ? day : day - ((date.getUTCDay() + 6) % 7) * DAY;
}
