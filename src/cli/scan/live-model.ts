import type { Texts } from '../../i18n/texts.ts';
import type { StoredLog } from '../../model/history.ts';
import { keptText } from '../../redact/kept-text.ts';
import type { Found, Trouble } from '../../scan/found.ts';
import type { Scanned } from '../../scan/one.ts';
import type { ScanGroup, ScanModel } from '../../tui/screens/scan/model.ts';
import { countLog, countSame, createLiveGroups, type LiveGroups } from './live-groups.ts';

const mostProblems = 1000;

export interface LiveModelSettings {
  readonly target: string;
  readonly titleOf: (cause: string) => string;
  readonly fixOf: (cause: string) => ScanGroup['fix'] | null;
  readonly texts: Pick<Texts, 'label'>;
  /** What logs may have in common. */
  readonly names: { readonly host: string; readonly module: string; readonly runner: string };
  readonly noFailure: string;
  readonly told: (problem: NonNullable<Scanned['problem']>) => string;
}

/** Gathers what the screen of a scan shows. Its memory has a bound, however many logs there are. */
export interface LiveModel {
  found(inputs: number, bytes: number, all: boolean): void;
  begins(name: string): void;
  /** @param reading what each thread reads at this moment */
  threads(reading: () => readonly (string | null)[]): void;
  known(found: Found): void;
  done(scanned: Scanned, found: Found | Trouble): void;
  /** How many inputs were not read, since they are known. */
  knownCount(): number;
  /** Shows these in place of those that were read: they have those that were known, too. */
  replace(groups: LiveGroups): void;
  model(phase: ScanModel['phase']): ScanModel;
  /** Where a file of a group lies. */
  pathOf(name: string): string | null;
}

export function createLiveModel({ target, titleOf, fixOf, texts, names, noFailure, told }: LiveModelSettings): LiveModel {
  let groups = createLiveGroups();
  const problems: ScanModel['problems'][number][] = [];
  const counts = { done: 0, total: null as number | null, bytes: 0, totalBytes: null as number | null, known: 0, knownBytes: 0 };
  const begun = performance.now();
  let now: string | null = null;
  let threads: () => readonly (string | null)[] = () => [];

  const one = (log: StoredLog, name: string, path: string) => {
    if (log.verdict === 'no-failure') {
      const passed = groups.of('', () => ({ kind: 'no-failure', code: '', title: noFailure }));
      if (passed) {
        countLog(passed, log.at);
        groups.file(passed, { name, line: null, label: '' }, path);
      }
      return;
    }
    const counted = new Set<string>();
    for (const { terminal, recovered, cause, code, label, line, text, template, host, module } of log.incidents) {
      const key = cause ?? template ?? text ?? '';
      if (!terminal || recovered || counted.has(key)) continue;
      counted.add(key);
      const group = groups.of(cause ?? `?${key}`, () =>
        cause === null
          ? { kind: 'unexplained', code: '', title: text ?? template ?? '' }
          : { kind: 'cause', code: code ?? '', title: titleOf(cause), ...fixed(fixOf(cause)) },
      );
      if (!group) continue;
      countLog(group, log.at);
      countSame(group, { [names.host]: host, [names.module]: module, [names.runner]: log.runner });
      groups.file(group, { name, line, label: label === null ? '' : texts.label[label] }, path);
    }
  };

  return {
    found(inputs, bytes, all) {
      if (all) Object.assign(counts, { total: inputs, totalBytes: bytes });
    },
    begins(name) {
      now = keptText(name);
    },
    threads(reading) {
      threads = reading;
    },
    known(found) {
      counts.done++;
      counts.known++;
      counts.bytes += found.size;
      counts.knownBytes += found.size;
    },
    knownCount: () => counts.known,
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
    replace(whole) {
      groups = whole;
    },
    model(phase) {
      const seconds = (performance.now() - begun) / 1000;
      const { done, total, bytes, totalBytes, known, knownBytes } = counts;
      // What is known takes no time.
      const read = bytes - knownBytes;
      const left = totalBytes === null || read === 0 || seconds < 1 ? null : Math.ceil(((totalBytes - bytes) * seconds) / read);
      const reading = threads().map((name) => (name === null ? null : keptText(name)));
      return {
        target,
        phase,
        files: { done, total },
        bytes: { done: bytes, total: totalBytes },
        bytesPerSecond: seconds === 0 ? 0 : read / seconds,
        secondsLeft: left,
        workers: Math.max(1, reading.length),
        now: reading.find((name) => name !== null) ?? now,
        reading,
        known,
        ...groups.shown(),
        problems: [...problems],
      };
    },
    pathOf: (name) => groups.pathOf(name),
  };
}

function fixed(fix: ScanGroup['fix'] | null): Pick<ScanGroup, 'fix'> {
  return fix ? { fix } : {};
}
