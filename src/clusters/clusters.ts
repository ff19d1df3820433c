import type { UnexplainedRow } from '../model/history.ts';
import { mergeTemplates } from './merge.ts';
import { tokensOf } from './tokens.ts';

/** Failures that no cause explains and that say the same of different names. */
export interface Cluster {
  readonly template: string;
  readonly logs: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Templates that were merged. */
  readonly templates: number;
  /** As different as they come. */
  readonly examples: UnexplainedRow['examples'];
}

const MOST_EXAMPLES = 5;

/**
 * What the history knows of failures without a cause, those that most logs have first. The order of the rows does not matter.
 * @param limit so many clusters
 */
export function clusterRows(rows: readonly UnexplainedRow[], limit: number): Cluster[] {
  const byTemplate = new Map<string, UnexplainedRow[]>();
  for (const row of rows) {
    const template = tokensOf(row.template).join(' ');
    const same = byTemplate.get(template);
    if (same) same.push(row);
    else byTemplate.set(template, [row]);
  }
  const templates = [...byTemplate.keys()];
  return mergeTemplates(templates)
    .map(({ template, members }) =>
      clusterOf(
        template,
        members.flatMap((member) => byTemplate.get(templates[member]!)!),
        members.length,
      ),
    )
    .sort((one, other) => other.logs - one.logs || (one.template < other.template ? -1 : 1))
    .slice(0, limit);
}

function clusterOf(template: string, rows: readonly UnexplainedRow[], templates: number): Cluster {
  const times = rows.flatMap(({ first, last }) => [first, last]).filter((time) => time !== null);
  return {
    template,
    logs: rows.reduce((sum, { logs }) => sum + logs, 0),
    first: least(times, (one, other) => one < other),
    last: least(times, (one, other) => one > other),
    templates,
    examples: examplesOf(rows),
  };
}

/** One of each template, of those that most logs have first, then further ones; no text twice. */
function examplesOf(rows: readonly UnexplainedRow[]): Cluster['examples'] {
  const sorted = [...rows].sort((one, other) => other.logs - one.logs || (one.template < other.template ? -1 : 1));
  const chosen = new Map<string, UnexplainedRow['examples'][number]>();
  const longest = sorted.reduce((most, { examples }) => Math.max(most, examples.length), 0);
  for (let round = 0; round < longest; round++)
    for (const { examples } of sorted) {
      const example = [...examples].sort(byPlace)[round];
      if (example && !chosen.has(example.text)) chosen.set(example.text, example);
      if (chosen.size === MOST_EXAMPLES) return [...chosen.values()];
    }
  return [...chosen.values()];
}

function byPlace(one: UnexplainedRow['examples'][number], other: UnexplainedRow['examples'][number]): number {
  if (one.source !== other.source) return one.source < other.source ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0) || (one.text < other.text ? -1 : 1);
}

function least(times: readonly number[], before: (one: number, other: number) => boolean): number | null {
  return times.reduce<number | null>((found, time) => (found === null || before(time, found) ? time : found), null);
}
