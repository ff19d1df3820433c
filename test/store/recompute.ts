import { axes, axesByHour, parts, units } from '../../src/store/axes.ts';
import { type Connection, int } from '../../src/store/connection.ts';

/** Tables of sums, with the columns by which two of them are compared. */
export const sumTables = {
  log_tally: 'unit, bucket, verdict, logs, bytes',
  kind_tally: 'unit, bucket, kind, logs, bytes',
  kind_axis: 'kind, axis, bucket, key, logs',
  kind_hours: 'kind, bucket, hour, logs',
  axis_tally: 'axis, unit, bucket, key, logs, transient',
} as const;

/** Statements that make the sums anew from the logs and incidents, in the tables `PREFIX_...`. */
export function recomputation(kind: Connection['kind'], prefix = ''): string[] {
  const month =
    kind === 'sqlite'
      ? (at: string) => `(strftime('%Y', ${at} / 1000, 'unixepoch') - 1970) * 12 + strftime('%m', ${at} / 1000, 'unixepoch') - 1`
      : (at: string) =>
          `(extract(year FROM to_timestamp(${at} / 1000) AT TIME ZONE 'UTC')::bigint - 1970) * 12 + extract(month FROM to_timestamp(${at} / 1000) AT TIME ZONE 'UTC')::bigint - 1`;
  const bucket = {
    month: (at: string) => `coalesce(${month(at)}, -1)`,
    day: (at: string) => `coalesce(${at} / 86400000, -1)`,
    hour: (at: string) => `coalesce(${at} / 3600000, -1)`,
  };
  const statements: string[] = [];
  for (const unit of ['month', 'day'] as const) {
    statements.push(
      `INSERT INTO ${prefix}log_tally SELECT ${units[unit]}, ${bucket[unit]('l.at')}, l.verdict, count(*), sum(l.size) FROM log l GROUP BY 2, 3`,
      `INSERT INTO ${prefix}kind_tally SELECT ${units[unit]}, ${bucket[unit]('i.at')}, i.kind, count(*), sum(i.size) FROM incident i WHERE i.counted = 1 GROUP BY 2, 3`,
    );
  }
  for (const axis of ['runner', 'job'] as const)
    statements.push(
      `INSERT INTO ${prefix}kind_axis SELECT i.kind, ${axes[axis]}, ${bucket.month('i.at')}, i.${axis}, count(*) FROM incident i WHERE i.counted = 1 GROUP BY 1, 3, 4`,
    );
  statements.push(
    `INSERT INTO ${prefix}kind_hours SELECT i.kind, ${bucket.month('i.at')}, i.at / 3600000 % 24, count(*) FROM incident i WHERE i.counted = 1 AND i.at >= 0 GROUP BY 1, 2, 3`,
  );
  for (const [name, axis] of Object.entries(axes))
    for (const unit of ['month', 'day', 'hour'] as const) {
      if (unit === 'hour' && !axesByHour.includes(axis)) continue;
      const part: number = parts[name as keyof typeof parts] ?? 0;
      const key = name === 'seen' ? 'l.runner' : part === 0 ? `i.${name}` : `k.${name}`;
      const from =
        name === 'seen'
          ? `log l WHERE ${key} <> 0`
          : `incident i JOIN kind k ON k.id = i.kind WHERE i.counted = 1 AND ${key} <> 0 AND (k.firsts >> ${int(part)}) & 1 = 1`;
      const passes = name === 'seen' ? '0' : 'sum(k.transient)';
      const at = bucket[unit](name === 'seen' ? 'l.at' : 'i.at');
      statements.push(
        `INSERT INTO ${prefix}axis_tally SELECT ${axis}, ${units[unit]}, ${at}, ${key}, count(*), ${passes} FROM ${from} GROUP BY 3, 4`,
        `INSERT INTO ${prefix}axis_tally SELECT ${axis}, ${units[unit]}, ${at}, 0, count(*), ${passes} FROM ${from} GROUP BY 3`,
      );
    }
  return statements;
}
