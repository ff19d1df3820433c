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

const names = Object.keys(tables) as Table[];
const byDay = ['month', 'day'] as const;
const byHour = ['month', 'day', 'hour'] as const;
const partAxes = ['cause', 'host', 'module', 'fingerprint'] as const;

/** The numbers of the month, day and hour of a log. */
type Buckets = Readonly<Record<Unit, number>>;

/** Changes of the sums, gathered for a batch: most logs of a batch change the same ones. */
export class Sums {
  /** Rows by the text of their keys. */
  readonly #changes = Object.fromEntries(names.map((name) => [name, new Map()])) as Record<Table, Map<string, number[]>>;

  /** @param sign 1 for a log that comes, -1 for one that goes */
  count(log: LogShare, incidents: readonly KindShare[], sign: 1 | -1): void {
    const { at, runner, job } = log;
    const bytes = sign * log.size;
    const buckets = { month: bucketOf('month', at), day: bucketOf('day', at), hour: bucketOf('hour', at) };
    const { month, hour } = buckets;
    for (const unit of byDay) {
      this.#add('log_tally', [units[unit], buckets[unit], log.verdict], sign, bytes);
      for (const { kind } of incidents) this.#add('kind_tally', [units[unit], buckets[unit], kind], sign, bytes);
    }
    for (const { kind } of incidents) {
      if (at !== null && at >= 0) this.#add('kind_hours', [kind, month, hour % 24], sign);
      this.#add('kind_axis', [kind, axes.runner, month, runner], sign);
      this.#add('kind_axis', [kind, axes.job, month, job], sign);
    }
    this.#countAxes(log, buckets, incidents, sign);
  }

  #countAxes({ runner, job }: LogShare, buckets: Buckets, incidents: readonly KindShare[], sign: number): void {
    this.#spread(axes.seen, buckets, runner, sign, 0);
    for (const one of incidents) {
      const isFirst = (bits: number) => Math.floor(one.firsts / 2 ** bits) % 2 === 1;
      const passes = sign * one.transient;
      for (const part of partAxes) if (isFirst(parts[part])) this.#spread(axes[part], buckets, one[part], sign, passes);
      if (!isFirst(0)) continue;
      this.#spread(axes.runner, buckets, runner, sign, passes);
      this.#spread(axes.job, buckets, job, sign, passes);
    }
  }

  #spread(axis: number, buckets: Buckets, key: number, logs: number, transient: number): void {
    if (key === 0) return;
    for (const unit of axesByHour.includes(axis) ? byHour : byDay) {
      this.#add('axis_tally', [axis, units[unit], buckets[unit], key], logs, transient);
      this.#add('axis_tally', [axis, units[unit], buckets[unit], 0], logs, transient);
    }
  }

  /** @param other the second sum of a table that has two */
  #add(table: Table, key: readonly number[], logs: number, other?: number): void {
    const changes = this.#changes[table];
    const name = key.join(',');
    const row = changes.get(name);
    if (row === undefined) changes.set(name, other === undefined ? [...key, logs] : [...key, logs, other]);
    else {
      row[key.length]! += logs;
      if (other !== undefined) row[key.length + 1]! += other;
    }
  }

  /** Writes them. Only inside `write`. */
  async keep(connection: Connection): Promise<void> {
    for (const table of names) {
      const { keys, sums } = tables[table];
      const changed = (row: readonly number[]) => row[keys.length] !== 0 || (row[keys.length + 1] ?? 0) !== 0;
      const rows = [...this.#changes[table].values()].filter(changed);
      this.#changes[table].clear();
      if (rows.length === 0) continue;
      await connection.insert(
        `INSERT INTO ${table} (${[...keys, ...sums].join(',')})`,
        rows,
        `ON CONFLICT (${keys.join(',')}) DO UPDATE SET ${sums.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ')}`,
      );
      const less = rows.filter((row) => row[keys.length]! < 0).map((row) => row.slice(0, keys.length));
      for (const some of pieces(less, 500))
        await connection.script(
          `DELETE FROM ${table} WHERE logs = 0 AND (${keys.join(',')}) IN (VALUES ${some.map((key) => `(${key})`).join(',')})`,
        );
    }
  }
}
