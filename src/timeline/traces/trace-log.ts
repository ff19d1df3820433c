import type { Texts } from '../../i18n/texts.ts';
import type { Clock, Line } from '../../model/line.ts';
import type { Span, Traces } from '../../model/span.ts';
import type { SpanSubject, TraceDecoder, TraceMark } from '../../model/trace-mark.ts';
import { createBusyTime } from './busy-time.ts';
import { createCacheKeys } from './cache-keys.ts';
import { type FileOfSpans, sumFiles } from './file-spans.ts';
import { createKeptSpans, type RunningSpan } from './kept-spans.ts';
import { createProgram } from './program.ts';
import { createQuiet, type Quiet } from './quiet.ts';
import { createReruns } from './reruns.ts';
import { createServers } from './servers.ts';

const mostLanes = 1000;
const mostOpen = 10_000;
const mostRepeated = 20_000;

/** The traces in a log, read line by line: what is kept does not grow with the log. */
export interface TraceLog {
  /** Every line, in order. @returns whether a trace goes on in it, and nothing in it failed */
  read(line: Line): boolean;
  /**
   * What was seen so far; more lines may follow.
   * @param files traces beside the log
   * @returns null where nothing was traced
   */
  end(words: Texts['trace'], files: readonly FileOfSpans[]): TracesSeen | null;
}

export interface TracesSeen {
  readonly spans: Span[];
  readonly traces: Traces;
  /** Requests after which their lane was silent, or ended. */
  readonly quiet: readonly Quiet[];
}

interface Lane {
  readonly name: string;
  readonly decoder: TraceDecoder;
  readonly busy: ReturnType<typeof createBusyTime>;
  readonly open: Map<string, RunningSpan[]>;
  /** The latest moment that is known, in milliseconds since the first span. */
  now: number;
  /** The command line says what each request does; frames of HTTP/2 would count it again. */
  showsRequests: boolean;
}

/**
 * @param createDecoder one for each lane
 * @param mayTrace whether a text may be of a trace; asked for every line
 */
export function createTraceLog(createDecoder: () => TraceDecoder, mayTrace: (text: string, within: boolean) => boolean): TraceLog {
  const lanes = new Map<string, Lane>();
  const kinds = new Set<string>();
  const kept = createKeptSpans();
  const servers = createServers();
  const program = createProgram();
  const quiet = createQuiet();
  const reruns = createReruns();
  const cacheKeys = createCacheKeys();
  const times = new Map<string, number>();
  const counts = { failed: 0, retried: 0, open: 0, mostAtOnce: 0, running: 0 };
  let zero: { time: number; clock: Clock } | null = null;

  // Reads for lanes that have shown no trace yet.
  let spare = createDecoder();

  const open = (line: Line): Lane => {
    const lane = { name: line.lane, decoder: spare, busy: createBusyTime(), open: new Map(), now: 0, showsRequests: false };
    lanes.set(keyOf(line), lane);
    spare = createDecoder();
    return lane;
  };
  /** Milliseconds since the first span that has a time; null without one. */
  const measured = (line: Line): number | null => {
    if (line.time === null) return null;
    zero ??= { time: line.time, clock: line.clock };
    return line.clock === zero.clock && line.time >= zero.time ? line.time - zero.time : null;
  };
  const attemptOf = (key: string, { kind }: SpanSubject): number => {
    // The same look into a repository is no second try.
    if (kind !== 'request') return 1;
    if (times.size >= mostRepeated) times.clear();
    const attempt = (times.get(key) ?? 0) + 1;
    times.set(key, attempt);
    if (attempt > 1) counts.retried++;
    return attempt;
  };
  const begin = (lane: Lane, key: string, subject: SpanSubject, line: Line): RunningSpan => {
    const at = measured(line);
    lane.now = Math.max(lane.now, at ?? 0);
    const span: RunningSpan = {
      ...subject,
      file: null,
      lane: lane.name,
      line: line.number,
      endLine: null,
      start: at ?? lane.now,
      ms: null,
      clock: at === null ? 'derived' : 'measured',
      outcome: 'open',
      status: null,
      error: null,
      attempt: attemptOf(`${lane.name}\n${key}`, subject),
      beside: counts.running,
    };
    kept.add(span);
    servers.began(span);
    lane.busy.begin(busyKind(span), span.start);
    counts.running++;
    counts.open++;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, counts.running);
    return span;
  };
  const end = (lane: Lane, span: RunningSpan, mark: TraceMark & { is: 'end' }, line: Line) => {
    const at = measured(line);
    const lasted = mark.end.ms ?? (at === null || span.clock === 'derived' ? null : at - span.start);
    Object.assign(span, mark.end, { ms: lasted, endLine: line.number });
    lane.now = Math.max(lane.now, at ?? 0, span.start + (lasted ?? 0));
    lane.busy.end(busyKind(span), lane.now);
    servers.ended(span);
    counts.running--;
    counts.open--;
    if (span.outcome === 'failed') counts.failed++;
  };
  const take = (lane: Lane, mark: TraceMark, line: Line) => {
    kinds.add(mark.trace);
    if (mark.is === 'begin') {
      if (mark.trace === 'go -x') lane.showsRequests ||= mark.subject.kind === 'request';
      else if (lane.showsRequests) return;
      const running = lane.open.get(mark.key) ?? [];
      if (running.length === 0 && lane.open.size >= mostOpen) return;
      if (running.length < mostOpen) running.push(begin(lane, mark.key, mark.subject, line));
      lane.open.set(mark.key, running);
    } else if (mark.is === 'end') {
      const running = lane.open.get(mark.key);
      let span = running?.shift();
      if (running?.length === 0) lane.open.delete(mark.key);
      // Its beginning was cut off.
      if (!span && mark.subject) {
        span = begin(lane, mark.key, mark.subject, line);
        if (mark.end.ms !== null && span.clock === 'measured') span.start = Math.max(0, span.start - mark.end.ms);
      }
      if (span) end(lane, span, mark, line);
    } else if (mark.is === 'rerun') reruns.read(mark, line.number);
    else if (mark.is === 'key') cacheKeys.read(mark, line.number);
    else {
      program.read(mark, line);
      if (mark.is === 'gc') lane.busy.add('gc', mark.pauseMs);
      if (mark.is === 'init') lane.busy.add('init', mark.ms);
    }
  };
  /** Its command ended, or the log: what runs has no end that can be seen. */
  const close = (lane: Lane) => {
    let left = 0;
    for (const running of lane.open.values()) left += running.length;
    counts.running -= left;
    lane.busy.close(lane.now);
    lane.open.clear();
    lane.showsRequests = false;
  };

  return {
    read(line) {
      const { kind, text } = line;
      const traced = lanes.size > 0;
      const known = traced ? lanes.get(keyOf(line)) : undefined;
      const marks = kind === 'output' && mayTrace(text, traced) ? (known?.decoder ?? spare).read(text) : none;
      if (marks.length === 0 && !known) return false;
      if (!known && lanes.size >= mostLanes) return false;
      const lane = known ?? open(line);
      if (lane.open.size > 0) {
        lane.now = Math.max(lane.now, measured(line) ?? 0);
        quiet.before(lane.name, line, oldestOpen(lane));
      }
      for (const mark of marks) take(lane, mark, line);
      if (marks.length > 0) quiet.saw(lane.name, line);
      if (kind === 'command' || kind === 'exit') {
        close(lane);
        quiet.ended(lane.name);
      }
      return marks.length > 0 && !marks.some((mark) => mark.is === 'end' && mark.end.outcome === 'failed');
    },
    end(words, files) {
      const beside = sumFiles(files);
      if (kinds.size === 0 && files.length === 0) return null;
      const open = [...lanes.values()].flatMap((lane) => (lane.open.size > 0 ? [oldestOpen(lane)] : []));
      const waits = quiet.all(open);
      const last = waits.at(-1);
      const again = reruns.all(words.rerun);
      const keys = cacheKeys.all();
      return {
        // What runs still is filled in while a log grows.
        spans: [...kept.all().map((span) => ({ ...span })), ...beside.spans],
        quiet: waits,
        traces: {
          kinds: [...new Set([...kinds, ...files.map(({ trace }) => trace)])],
          seen: {
            spans: kept.seen() + beside.seen,
            failed: counts.failed + beside.failed,
            open: counts.open + beside.open,
            retried: counts.retried,
            mostAtOnce: Math.max(counts.mostAtOnce, beside.mostAtOnce),
          },
          totalMs: kept.seen() === 0 ? null : round([...lanes.values()].reduce((sum, lane) => sum + lane.now, 0)),
          time: timeOf(lanes, program.cpuMs(), beside.buildMs),
          servers: servers.all(),
          verdict: program.verdict(words.verdict),
          resolver: program.resolver(words.resolver),
          ...(again.length > 0 && { reruns: again }),
          ...(keys && { cacheKeys: keys }),
          stall: last ? { line: last.span.line, text: last.span.text, quietMs: last.quietMs } : null,
        },
      };
    },
  };
}

const none: readonly TraceMark[] = [];

/** Jobs of several logs in an archive may have lanes of the same name. */
function keyOf({ entry, lane }: Line): string {
  return entry ? `${entry.log}/${lane}` : lane;
}

function oldestOpen({ open }: Lane): Span {
  return open.values().next().value![0]!;
}

function busyKind({ kind }: Span): 'requests' | 'vcs' | 'build' {
  return kind === 'request' ? 'requests' : kind === 'vcs' ? 'vcs' : 'build';
}

function timeOf(lanes: ReadonlyMap<string, Lane>, cpuMs: number, buildMs: number): Traces['time'] {
  const sums = new Map<Traces['time'][number]['what'], number>();
  for (const { busy, now } of lanes.values()) for (const [what, ms] of busy.totals(now)) sums.set(what, (sums.get(what) ?? 0) + ms);
  if (cpuMs > 0) sums.set('cpu', cpuMs);
  if (buildMs > 0) sums.set('build', (sums.get('build') ?? 0) + buildMs);
  return [...sums].map(([what, ms]) => ({ what, ms: round(ms) })).sort((a, b) => b.ms - a.ms || (a.what < b.what ? -1 : 1));
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
