import { clusterRows } from '../clusters/clusters.ts';
import type { HistoryTotals, StoredLog } from '../model/history.ts';
import type { CauseRow, Example, ScanProblem, ScanSummary } from '../model/scan.ts';
import type { Problem } from './found.ts';

const mostProblems = 1000;
const mostGroups = 1000;
const mostSubjects = 1000;
const shownSubjects = 5;

interface Group {
  logs: number;
  first: number | null;
  last: number | null;
  readonly example: Example;
}
interface CauseGroup extends Group {
  readonly code: string | null;
  readonly verdict: CauseRow['verdict'];
  readonly transient: boolean;
  readonly subjects: Map<string, number>;
}

export interface Summing {
  add(logs: readonly StoredLog[]): void;
  /** @param size of an input that is not read again */
  known(size: number): void;
  problem(name: string, problem: Problem): void;
  summary(stopped: boolean): ScanSummary;
}

/** Counts what comes. Its memory has a bound, however many logs there are. */
export function createSumming(): Summing {
  const totals = { logs: 0, moduleFailures: 0, notModule: 0, unknown: 0, noFailure: 0, unreadable: 0, bytes: 0 };
  const times: Pick<Group, 'first' | 'last'> = { first: null, last: null };
  const causes = new Map<string, CauseGroup>();
  const groups = new Map<string, Group>();
  const problems: ScanProblem[] = [];
  let problemCount = 0;
  let inputs = 0;
  let known = 0;

  const one = (log: StoredLog) => {
    totals.logs++;
    totals[fieldOf[log.verdict]]++;
    seen(times, log.at);
    // What was tolerated, or went well when it was tried again, made nothing fail.
    const failing = log.incidents.filter(({ terminal, recovered }) => terminal && !recovered);
    const counted = new Set<string>();
    for (const incident of failing) {
      const { cause, template, source } = { ...incident, source: log.source };
      const example = { source, line: incident.line, text: incident.text };
      const key = cause ?? template ?? '';
      if (counted.has(key)) continue;
      counted.add(key);
      if (cause !== null && incident.verdict !== 'unknown') {
        const { code, transient } = incident;
        const made = () => ({
          logs: 0,
          first: null,
          last: null,
          example,
          code,
          transient,
          verdict: incident.verdict as CauseRow['verdict'],
          subjects: new Map(),
        });
        const group = grouped<CauseGroup>(causes, cause, made);
        if (!group) continue;
        count(group, log.at);
        const subject = incident.host ?? incident.module ?? incident.path;
        if (subject !== null && (group.subjects.has(subject) || group.subjects.size < mostSubjects))
          group.subjects.set(subject, (group.subjects.get(subject) ?? 0) + 1);
      } else {
        const group = grouped<Group>(groups, template ?? '', () => ({ logs: 0, first: null, last: null, example }));
        if (group) count(group, log.at);
      }
    }
  };

  return {
    add(logs) {
      inputs++;
      totals.bytes += logs[0]?.size ?? 0;
      for (const log of logs) one(log);
    },
    known(size) {
      inputs++;
      totals.bytes += size;
      known++;
    },
    problem(name, { code, message }) {
      problemCount++;
      if (problems.length < mostProblems) problems.push({ name, code, message });
    },
    summary: (stopped) => ({
      inputs,
      known,
      stopped,
      totals: { ...totals, ...times },
      causes: [...causes]
        .map(([cause, { subjects, ...group }]) => ({ cause, ...group, subjects: mostOf(subjects) }))
        .sort((one, other) => other.logs - one.logs || compare(one.cause, other.cause)),
      unexplained: clustersOf(groups),
      problems,
      problemCount,
    }),
  };
}

/** Those that say the same of different names are one. */
function clustersOf(groups: ReadonlyMap<string, Group>): ScanSummary['unexplained'] {
  const rows = [...groups].map(([template, { example, ...group }]) => ({
    template,
    ...group,
    examples: [{ ...example, text: example.text ?? '' }],
  }));
  return clusterRows(rows, rows.length).map(({ template, logs, first, last, examples }) => ({
    template,
    logs,
    first,
    last,
    example: examples[0]!,
  }));
}

const fieldOf = {
  'module-failure': 'moduleFailures',
  'not-module': 'notModule',
  unknown: 'unknown',
  'no-failure': 'noFailure',
  unreadable: 'unreadable',
} as const satisfies Record<StoredLog['verdict'], keyof HistoryTotals>;

function grouped<Value>(groups: Map<string, Value>, key: string, make: () => Value): Value | null {
  const group = groups.get(key);
  if (group) return group;
  if (groups.size === mostGroups) return null;
  const made = make();
  groups.set(key, made);
  return made;
}

function count(group: Group, at: number | null): void {
  group.logs++;
  seen(group, at);
}

function seen(times: Pick<Group, 'first' | 'last'>, at: number | null): void {
  if (at === null) return;
  times.first = times.first === null ? at : Math.min(times.first, at);
  times.last = times.last === null ? at : Math.max(times.last, at);
}

function mostOf(counts: ReadonlyMap<string, number>): CauseRow['subjects'] {
  return [...counts]
    .map(([subject, logs]) => ({ subject, logs }))
    .sort((one, other) => other.logs - one.logs || compare(one.subject, other.subject))
    .slice(0, shownSubjects);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
