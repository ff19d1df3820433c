import { axes, axesByHour, bucketOf, parts, type Unit, units } from './axes.ts';
import { type Connection, pieces } from './connection.ts';

/** What a log adds to the sums, as its rows say. */
export interface LogShare {
  readonly at: number | null;
  readonly verdict: number;
  readonly size: number;
  readonly runner: number;
  readonly job: number;
}

/** What one of its counted incidents adds. */
export interface KindShare {
  readonly kind: number;
  readonly fingerprint: number;
  readonly cause: number;
  readonly host: number;
  readonly module: number;
  readonly transient: number;
  readonly firsts: number;
}

/** The tables of sums with how many columns their keys have. */
const tables = {
  log_tally: { keys: ['unit', 'bucket', 'verdict'], sums: ['logs', 'bytes'] },
  kind_tally: { keys: ['unit', 'bucket', 'kind'], sums: ['logs', 'bytes'] },
  kind_axis: { keys: ['kind', 'axis', 'bucket', 'key'], sums: ['logs'] },
  kind_hours: { keys: ['kind', 'bucket', 'hour'], sums: ['logs'] },
  axis_tally: { keys: ['axis', 'unit', 'bucket', 'key'], sums: ['logs', 'transient'] },
} as const;
type Table = keyof typeof tables;

/** Changes of the sums, gathered for a batch: most logs of a batch change the same ones. */
export class Sums {
  readonly #changes = new Map<Table, Map<string, number[]>>((Object.keys(tables) as Table[]).map((name) => [name, new Map()]));

  /** @param sign 1 for a log that comes, -1 for one that goes */
  count(log: LogShare, incidents: readonly KindShare[], sign: 1 | -1): void {
    const { at, runner, job } = log;
    const bytes = sign * log.size;
    const month = bucketOf('month', at);
    for (const unit of ['month', 'day'] as const) {
      const bucket = bucketOf(unit, at);
      this.#add('log_tally', [units[unit], bucket, log.verdict], [sign, bytes]);
      for (const { kind } of incidents) this.#add('kind_tally', [units[unit], bucket, kind], [sign, bytes]);
    }
    if (at !== null && at >= 0) for (const { kind } of incidents) this.#add('kind_hours', [kind, month, bucketOf('hour', at) % 24], [sign]);
    for (const { kind } of incidents)
      for (const [axis, key] of [
        [axes.runner, runner],
        [axes.job, job],
      ] as const)
        this.#add('kind_axis', [kind, axis, month, key], [sign]);
    this.#countAxes(log, incidents, sign);
  }

  #countAxes({ at, runner, job }: LogShare, incidents: readonly KindShare[], sign: number): void {
    this.#spread(axes.seen, at, runner, sign, 0);
    for (const one of incidents) {
      const isFirst = (bits: number) => Math.floor(one.firsts / 2 ** bits) % 2 === 1;
      const passes = sign * one.transient;
      for (const part of ['cause', 'host', 'module', 'fingerprint'] as const)
        if (isFirst(parts[part])) this.#spread(axes[part], at, one[part], sign, passes);
      if (!isFirst(0)) continue;
      this.#spread(axes.runner, at, runner, sign, passes);
      this.#spread(axes.job, at, job, sign, passes);
    }
  }

  #spread(axis: number, at: number | null, key: number, logs: number, transient: number): void {
    if (key === 0) return;
    for (const unit of Object.keys(units) as Unit[]) {
      if (unit === 'hour' && !axesByHour.includes(axis)) continue;
      const bucket = bucketOf(unit, at);
      this.#add('axis_tally', [axis, units[unit], bucket, key], [logs, transient]);
      this.#add('axis_tally', [axis, units[unit], bucket, 0], [logs, transient]);
    }
  }

  #add(table: Table, key: readonly number[], change: readonly number[]): void {
    const changes = this.#changes.get(table)!;
    const name = key.join(',');
    const sums = changes.get(name);
    if (!sums) changes.set(name, [...change]);
    else for (const [at, value] of change.entries()) sums[at]! += value;
  }

  /** Writes them, in the order of their keys. Only inside `write`. */
  async keep(connection: Connection): Promise<void> {
    for (const [table, changes] of this.#changes) {
      const { keys, sums } = tables[table];
      const rows = [...changes].filter(([, change]) => change.some((value) => value !== 0));
      if (rows.length === 0) continue;
      await connection.insert(
        `INSERT INTO ${table} (${[...keys, ...sums].join(',')})`,
        rows.map(([key, change]) => [...key.split(',').map(Number), ...change]),
        `ON CONFLICT (${keys.join(',')}) DO UPDATE SET ${sums.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ')}`,
      );
      const less = rows.filter(([, [logs]]) => logs! < 0).map(([key]) => key);
      for (const some of pieces(less, 500))
        await connection.script(
          `DELETE FROM ${table} WHERE logs = 0 AND (${keys.join(',')}) IN (VALUES ${some.map((key) => `(${key})`).join(',')})`,
        );
      changes.clear();
    }
  }
}
