import { en } from '../i18n/en.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import type { TimelineEvent } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { announcesRetry } from './retry.ts';

/** Those that come later are only counted. */
export const maxEvents = 2000;
const longSilence = 10_000;
// A request or a command that took as long as this has a place among the events.
const longSpan = 1000;
const download = /^go: downloading (\S+) (\S+)/;

/**
 * Puts what happened in order: commands, downloads, first errors, retries, silences of ten seconds or more, exits.
 * @param errors numbers of the lines that opened a problem
 * @param spans of the traces in the log: those that failed, took long or have no end are events, too
 * @param leftOut events that are known to have come after as many as fit
 * @returns events in line order, and how many there were before the list was cut
 */
export function buildTimeline(
  lines: readonly Line[],
  segments: readonly Segment[],
  errors: ReadonlySet<number>,
  words: Texts['exit'] = en.exit,
  spans: readonly Span[] = [],
  leftOut = 0,
): { events: TimelineEvent[]; seen: number } {
  const events: TimelineEvent[] = [];
  const lasted = durations(lines, segments);
  const before = new Map<string, Line>();
  const traced = new Map(spans.flatMap((span) => (isEvent(span) ? [[span.line, span]] : [])));
  let seen = leftOut;
  const add = (line: Line, kind: TimelineEvent['kind'], text: string, ms: number | null = null) => {
    seen++;
    if (events.length < maxEvents) events.push({ ...clock(line), line: line.number, lane: line.lane, kind, text: text.slice(0, 300), ms });
  };
  for (const line of lines) {
    const last = before.get(line.lane);
    if (last?.time != null && line.time !== null && line.clock === last.clock && line.time - last.time >= longSilence) {
      add(line, 'gap', last.text, line.time - last.time);
    }
    if (line.time !== null) before.set(line.lane, line);
    if (line.kind === 'command') add(line, 'command', line.command ?? line.text, lasted.get(line.number) ?? null);
    else if (line.kind === 'exit') add(line, 'exit', exitText(line, words));
    else if (errors.has(line.number)) add(line, 'error', line.text);
    else if (line.kind === 'output') {
      const span = traced.get(line.number);
      if (span) add(line, 'request', span.text, span.ms);
      const found = line.text.startsWith('go: downloading ') ? download.exec(line.text) : null;
      if (found) add(line, 'download', `${found[1]} ${found[2]}`);
      else if (!span && announcesRetry(line.text)) add(line, 'retry', line.text);
    }
  }
  return { events, seen };
}

function isEvent({ outcome, ms, file }: Span): boolean {
  return file === null && (outcome === 'failed' || outcome === 'open' || (ms !== null && ms >= longSpan));
}

function exitText({ exitCode }: Line, { succeeded, failed, code }: Texts['exit']): string {
  return exitCode === 0 ? succeeded : exitCode == null ? failed : code(exitCode);
}

function clock(line: Line): Pick<TimelineEvent, 'at' | 't' | 'clock'> {
  if (line.time === null) return { at: null, t: null, clock: 'order' };
  return { at: line.clock === 'utc' ? new Date(line.time).toISOString() : null, t: line.time, clock: line.clock };
}

/** How long each command took, by the line that echoes it, where both ends carry a time. */
function durations(lines: readonly Line[], segments: readonly Segment[]): Map<number, number> {
  const ends = new Set(segments.flatMap(({ command, lastLine }) => (command ? [command.line, lastLine] : [])));
  const times = new Map<number, Line>();
  for (const line of lines) if (line.time !== null && ends.has(line.number)) times.set(line.number, line);
  const result = new Map<number, number>();
  for (const { command, lastLine } of segments) {
    const [from, to] = [command && times.get(command.line), times.get(lastLine)];
    if (from && to && from.clock === to.clock && to.time! >= from.time!) result.set(command!.line, to.time! - from.time!);
  }
  return result;
}
