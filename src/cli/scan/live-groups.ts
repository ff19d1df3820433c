import type { ScanFile, ScanGroup, ScanModel } from '../../tui/screens/scan/model.ts';
import { countDay, countsIn, type DayCounts, type DayRange, rangeOf, shownDay, shownRange } from './day-counts.ts';

const mostFiles = 500;
const mostGroups = 500;
const mostSame = 5;
const mostValues = 1000;

type Named = Pick<ScanGroup, 'kind' | 'code' | 'title' | 'fix'>;

/** Logs with the same answer, while they are counted. */
interface LiveGroup extends Named {
  count: number;
  first: number | null;
  last: number | null;
  readonly days: DayCounts;
  readonly files: ScanFile[];
  readonly same: Map<string, Map<string, number>>;
}

/** Groups of logs. Their memory has a bound, however many logs there are. */
export interface LiveGroups {
  /** The group of this key, made when it is new; null when there are too many. */
  of(key: string, made: () => Named): LiveGroup | null;
  /** The group of this key, if there is one. */
  known(key: string): LiveGroup | null;
  /** @param path where the file lies */
  file(group: LiveGroup, file: ScanFile, path: string): void;
  pathOf(name: string): string | null;
  shown(): Pick<ScanModel, 'groups' | 'days'>;
}

export function createLiveGroups(): LiveGroups {
  const groups = new Map<string, LiveGroup>();
  const paths = new Map<string, string>();
  return {
    of(key, made) {
      const there = groups.get(key);
      if (there || groups.size === mostGroups) return there ?? null;
      const group = { ...made(), count: 0, first: null, last: null, days: new Map(), files: [], same: new Map() };
      groups.set(key, group);
      return group;
    },
    known: (key) => groups.get(key) ?? null,
    file({ files }, file, path) {
      if (files.length === mostFiles) return;
      files.push(file);
      paths.set(file.name, path);
    },
    pathOf: (name) => paths.get(name) ?? null,
    shown() {
      const all = [...groups.values()];
      const range = rangeOf(all.filter(({ kind }) => kind !== 'no-failure').map(({ days }) => days));
      return { groups: all.map((group) => shownGroup(group, range)), ...(range && { days: shownRange(range) }) };
    },
  };
}

/** Counts logs of a group. @param times of the first and the last of them */
export function countLogs(group: LiveGroup, logs: number, ...times: readonly (number | null)[]): void {
  group.count += logs;
  for (const at of times) {
    if (at === null) continue;
    group.first = Math.min(group.first ?? at, at);
    group.last = Math.max(group.last ?? at, at);
  }
}

/** Counts one log and its day. */
export function countLog(group: LiveGroup, at: number | null): void {
  countLogs(group, 1, at);
  countDay(group.days, at, 1);
}

/** Counts what logs of a group may have in common. */
export function countSame({ same }: LiveGroup, values: Readonly<Record<string, string | null>>, logs = 1): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    const counts = same.get(name) ?? new Map<string, number>();
    same.set(name, counts);
    if (counts.has(value) || counts.size < mostValues) counts.set(value, (counts.get(value) ?? 0) + logs);
  }
}

function shownGroup({ first, last, same, files, days, ...group }: LiveGroup, range: DayRange | null): ScanGroup {
  const common = [...same].flatMap(([name, counts]) => [...counts].map(([value, count]) => ({ name, value, count })));
  return {
    ...group,
    firstSeen: shownDay(first),
    lastSeen: shownDay(last),
    ...(range && group.kind !== 'no-failure' && { days: countsIn(days, range) }),
    same: common
      // What few of them have says nothing about all.
      .filter(({ count }) => count > 1 && count * 2 >= group.count)
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, mostSame),
    files: [...files],
  };
}
