import type { HistoryFilter, UnexplainedRow } from '../model/history.ts';
import { UNKNOWN, units } from './axes.ts';
import { type Connection, int, ints } from './connection.ts';
import { firstBy } from './counted.ts';
import { newestLogs } from './newest.ts';
import { type Picked, pick, within } from './picked.ts';
import { incidents, leading } from './shares.ts';
import { spansOf } from './spans.ts';
import { endOfKind } from './totals.ts';

const EXAMPLES = 3;

/** See `HistoryStore.unexplained`: most logs first, then by template. */
export async function unexplained(connection: Connection, filter: HistoryFilter, limit: number): Promise<UnexplainedRow[]> {
  const asked = await pick(connection, { ...filter, verdict: 'unknown' });
  const picked: Picked = { ...asked, kind: [...asked.kind, `k.template <> 0 AND k.verdict = ${UNKNOWN}`] };
  const counts = await connection.all<{ text: string; key: number; logs: number }>(leading(byTemplate(picked), limit));
  const rows: UnexplainedRow[] = [];
  for (const { text, key, logs } of counts) {
    const kinds = (
      await connection.all<{ id: number }>(
        `SELECT k.id AS id FROM kind k WHERE ${[...picked.kind, `k.template = ${int(key)}`].join(' AND ')} ORDER BY k.id`,
      )
    ).map(({ id }) => id);
    const newest = await newestLogs(connection, kinds, picked, firstBy(picked.set, 'template_firsts'), EXAMPLES);
    rows.push({
      template: text,
      logs,
      first: await firstTime(connection, kinds, picked),
      last: newest[0]?.at ?? null,
      examples: newest.map(({ source, line, text: shown }) => ({ source, line, text: shown ?? '' })),
    });
  }
  return rows;
}

function byTemplate(picked: Picked): string {
  const first = firstBy(picked.set, 'template_firsts');
  const selects = spansOf(picked.since, picked.until, picked.mode === 'kinds' ? ['month', 'day'] : []).map((span) =>
    span.unit === null
      ? `SELECT k.template AS key, 1 AS logs FROM ${incidents(picked, span, [first], true)}`
      : `SELECT k.template AS key, t.logs AS logs FROM kind k CROSS JOIN kind_tally t
         WHERE ${[...picked.kind, first, 't.kind = k.id', `t.unit = ${units[span.unit]}`, ...within('t.bucket', span.from, span.to)].join(' AND ')}`,
  );
  return selects.join(' UNION ALL ') || 'SELECT 0 AS key, 0 AS logs WHERE 1 = 0';
}

async function firstTime(connection: Connection, kinds: readonly number[], picked: Picked): Promise<number | null> {
  const sql =
    picked.scan === null
      ? `SELECT min(x.at) AS at FROM (SELECT (${endOfKind('min', picked)}) AS at FROM kind k WHERE k.id IN (${ints(kinds)})) x`
      : `SELECT min(i.at) AS at FROM ${incidents(picked, { from: picked.since, to: picked.until }, [`k.id IN (${ints(kinds)})`, 'i.at >= 0'], true)}`;
  const [row] = await connection.all<{ at: number | null }>(sql);
  return row?.at ?? null;
}
