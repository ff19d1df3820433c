import type { Texts } from '../../i18n/texts.ts';
import type { StoredLog } from '../../model/history.ts';
import type { Found, Trouble } from '../../scan/found.ts';
import type { Scanned } from '../../scan/one.ts';
import { keptText } from '../../scan/stored.ts';
import type { ScanFile, ScanGroup, ScanModel } from '../../tui/screens/scan/model.ts';

const mostFiles = 500;
const mostGroups = 500;
const mostProblems = 1000;
const mostSame = 5;
const mostValues = 1000;

interface Group {
  readonly kind: ScanGroup['kind'];
  readonly code: string;
  readonly title: string;
  count: number;
  first: number | null;
  last: number | null;
  readonly files: ScanFile[];
  readonly same: Map<string, Map<string, number>>;
}

export interface LiveModelSettings {
  readonly target: string;
  readonly workers: number;
  readonly titleOf: (cause: string) => string;
  readonly texts: Pick<Texts, 'label'>;
  readonly noFailure: string;
  readonly told: (problem: NonNullable<Scanned['problem']>) => string;
}

/** Gathers what the screen of a scan shows. Its memory has a bound, however many logs there are. */
export interface LiveModel {
  found(inputs: number, bytes: number, all: boolean): void;
  begins(name: string): void;
  known(found: Found): void;
  done(scanned: Scanned, found: Found | Trouble): void;
  model(phase: ScanModel['phase']): ScanModel;
  /** Where a file of a group lies. */
  pathOf(name: string): string | null;
}

export function createLiveModel({ target, workers, titleOf, texts, noFailure, told }: LiveModelSettings): LiveModel {
  const groups = new Map<string, Group>();
  const paths = new Map<string, string>();
  const problems: ScanModel['problems'][number][] = [];
  const counts = { done: 0, total: null as number | null, bytes: 0, totalBytes: null as number | null, known: 0 };
  const begun = performance.now();
  let now: string | null = null;

  const groupOf = (key: string, kind: Group['kind'], code: string, title: string): Group | null => {
    const there = groups.get(key);
    if (there || groups.size === mostGroups) return there ?? null;
    const group = { kind, code, title, count: 0, first: null, last: null, files: [], same: new Map() };
    groups.set(key, group);
    return group;
  };
  const add = (group: Group | null, log: StoredLog, file: ScanFile, path: string) => {
    if (!group) return;
    group.count++;
    if (log.at !== null) {
      group.first = Math.min(group.first ?? log.at, log.at);
      group.last = Math.max(group.last ?? log.at, log.at);
    }
    if (group.files.length === mostFiles) return;
    group.files.push(file);
    paths.set(file.name, path);
  };
  const one = (log: StoredLog, name: string, path: string) => {
    if (log.verdict === 'no-failure') return add(groupOf('', 'no-failure', '', noFailure), log, { name, line: null, label: '' }, path);
    const counted = new Set<string>();
    for (const incident of log.incidents) {
      const key = incident.cause ?? incident.template ?? incident.text ?? '';
      if (!incident.terminal || incident.recovered || counted.has(key)) continue;
      counted.add(key);
      const { cause, code, label, line, text, template } = incident;
      const group =
        cause === null
          ? groupOf(`?${key}`, 'unexplained', '', text ?? template ?? '')
          : groupOf(cause, 'cause', code ?? '', titleOf(cause));
      add(group, log, { name, line, label: label === null ? '' : texts.label[label] }, path);
      if (group) same(group, { host: incident.host, module: incident.module, runner: log.runner });
    }
  };

  return {
    found(inputs, bytes, all) {
      if (all) Object.assign(counts, { total: inputs, totalBytes: bytes });
    },
    begins(name) {
      now = keptText(name);
    },
    known(found) {
      counts.done++;
      counts.known++;
      counts.bytes += found.size;
    },
    done(scanned, found) {
      counts.done++;
      counts.bytes += found.kind === 'trouble' ? 0 : found.size;
      const name = keptText(found.name);
      if (scanned.problem && problems.length < mostProblems) problems.push({ name, reason: told(scanned.problem) });
      for (const log of scanned.logs) {
        const at = log.source.indexOf('!/');
        if (log.verdict !== 'unreadable') one(log, at < 0 ? name : name + log.source.slice(at), found.path);
      }
    },
    model(phase) {
      const seconds = (performance.now() - begun) / 1000;
      const { done, total, bytes, totalBytes, known } = counts;
      const left = totalBytes === null || bytes === 0 || seconds < 1 ? null : Math.ceil(((totalBytes - bytes) * seconds) / bytes);
      return {
        target,
        phase,
        files: { done, total },
        bytes: { done: bytes, total: totalBytes },
        bytesPerSecond: seconds === 0 ? 0 : bytes / seconds,
        secondsLeft: left,
        workers,
        now,
        known,
        groups: [...groups.values()].map(shown),
        problems: [...problems],
      };
    },
    pathOf: (name) => paths.get(name) ?? null,
  };
}

function same(group: Group, values: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    const counts = group.same.get(name) ?? new Map<string, number>();
    group.same.set(name, counts);
    if (counts.has(value) || counts.size < mostValues) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

function shown({ first, last, same, files, ...group }: Group): ScanGroup {
  const common = [...same].flatMap(([name, counts]) => [...counts].map(([value, count]) => ({ name, value, count })));
  return {
    ...group,
    firstSeen: day(first),
    lastSeen: day(last),
    same: common.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)).slice(0, mostSame),
    files: [...files],
  };
}

/** Month and day: there is little room. */
function day(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(5, 10);
}
