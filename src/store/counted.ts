import type { StoredIncident } from '../model/history.ts';
import { type Part, parts } from './axes.ts';

/** The bits of an incident, in `firsts` and `template_firsts`. */
export interface Firsts {
  readonly plain: number;
  readonly template: number;
}

const names = Object.keys(parts) as Part[];
const sets = Array.from({ length: 1 << names.length }, (_, bits) => names.filter((name) => bits & parts[name]));
const all = 2 ** sets.length - 1;

/**
 * For each incident of a log and each set of its properties whether it is the first one of the log with those values. Of an incident that
 * did not make the log fail there is none.
 */
export function firstsOf(incidents: readonly StoredIncident[]): Firsts[] {
  // Nearly all logs have one: then it is the first in every way.
  if (incidents.filter(({ terminal }) => terminal).length === 1)
    return incidents.map(({ terminal, template }) => ({ plain: terminal ? all : 0, template: terminal && template !== null ? all : 0 }));
  const seen = new Set<string>();
  const isFirst = (incident: StoredIncident, bits: number, template: string | null) => {
    const key = JSON.stringify([bits, template !== null, template, ...sets[bits]!.map((name) => incident[name])]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return incidents.map((incident) => {
    if (!incident.terminal) return { plain: 0, template: 0 };
    let plain = 0;
    let template = 0;
    for (let bits = 0; bits < sets.length; bits++) {
      if (isFirst(incident, bits, null)) plain += 2 ** bits;
      if (incident.template !== null && isFirst(incident, bits, incident.template)) template += 2 ** bits;
    }
    return { plain, template };
  });
}

/** The condition that counts a log once for each value of these. Of `= 1` PostgreSQL thinks that it hardly ever holds, and plans for a few rows. */
export function firstBy(set: Iterable<Part>, column: 'firsts' | 'template_firsts' = 'firsts'): string {
  let bits = 0;
  for (const name of set) bits |= parts[name];
  return `(k.${column} >> ${bits}) & 1 <> 0`;
}
