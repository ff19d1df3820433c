import type { Texts } from '../../i18n/texts.ts';
import type { Line } from '../../model/line.ts';
import type { Traces } from '../../model/span.ts';
import type { TraceMark } from '../../model/trace-mark.ts';

// Fewer say nothing: a start and an end are busy in every program.
const fewestSamples = 5;
const fewestCollections = 3;
const mostlyIdle = 0.25;
const mostlyBusy = 0.7;
/** The runtime aims at a quarter of the processors for marking. https://go.dev/doc/gc-guide */
const muchCollecting = 25;

/** What the runtime's own traces say about the program: who resolves names, whether it worked, waited or collected garbage. */
export interface Program {
  read(mark: TraceMark, line: Line): void;
  /** Processor time between samples. */
  cpuMs(): number;
  verdict(words: Texts['trace']['verdict']): Traces['verdict'];
  resolver(words: Texts['trace']['resolver']): Traces['resolver'];
}

export function createProgram(): Program {
  const samples = { count: 0, processors: 0, idle: 0, queued: 0, line: 0, at: Number.NaN, cpuMs: 0 };
  const collections = { count: 0, pauseMs: 0, percent: 0, line: 0 };
  let who: NonNullable<Traces['resolver']>['is'] | null = null;
  let resolverLine = 0;
  let lookups = 0;
  let lookup: { name: string; order: string; line: number } | null = null;
  return {
    read(mark, { number }) {
      if (mark.is === 'sample') {
        // A smaller time is that of another process.
        if (mark.atMs > samples.at) samples.cpuMs += (mark.atMs - samples.at) * Math.max(0, mark.processors - mark.idle);
        Object.assign(samples, { count: samples.count + 1, at: mark.atMs, line: number });
        samples.processors += mark.processors;
        samples.idle += Math.min(mark.idle, mark.processors);
        samples.queued += mark.queued;
      } else if (mark.is === 'gc') {
        collections.count++;
        collections.pauseMs += mark.pauseMs;
        Object.assign(collections, { percent: mark.percent, line: number });
      } else if (mark.is === 'resolver' && who === null) {
        who = mark.who;
        resolverLine = number;
      } else if (mark.is === 'lookup') {
        lookups++;
        lookup ??= { name: mark.name, order: mark.order, line: number };
      }
    },
    cpuMs: () => samples.cpuMs,
    verdict(words) {
      if (collections.count >= fewestCollections && collections.percent >= muchCollecting)
        return {
          is: 'gc',
          because: words.gc(collections.percent, collections.count, Math.round(collections.pauseMs)),
          line: collections.line,
        };
      if (samples.count < fewestSamples) return null;
      const busy = 1 - samples.idle / samples.processors;
      const percent = Math.round(busy * 100);
      if (busy <= mostlyIdle) return { is: 'waiting', because: words.waiting(percent, samples.count), line: samples.line };
      if (busy < mostlyBusy) return null;
      return { is: 'cpu', because: words.cpu(percent, samples.count, samples.queued > 0), line: samples.line };
    },
    resolver(words) {
      if (lookup === null && who === null) return null;
      const is = lookup?.order === 'cgo' ? 'cgo' : lookup ? 'go' : who!;
      const because = lookup ? words.order(lookup.name, lookup.order) : words.setting;
      return { is, because, line: lookup?.line ?? resolverLine, lookups };
    },
  };
}
