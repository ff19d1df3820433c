import type { Segment } from '../model/finding.ts';
import { countWhile } from '../model/sorted.ts';
import type { Problem } from './problem.ts';

/** The segments in which something was said, in the order of the log. */
interface Talking {
  readonly inLane: ReadonlyMap<string, readonly Segment[]>;
  /** Those in lanes inside a lane. */
  readonly below: ReadonlyMap<string, readonly Segment[]>;
}

export function failed(segment: Segment): boolean {
  return segment.exit === 'failed' || (typeof segment.exit === 'number' && segment.exit !== 0);
}

/**
 * The failing segments. One that says nothing hands over to the last one that ran inside it and does, as the stage of an image does in a step;
 * else to the nearest earlier one of its lane that did not succeed.
 */
export function failingSegments(segments: readonly Segment[], problems: readonly Problem[]): Set<Segment> {
  const spoke = new Set(problems.map((problem) => problem.segment));
  const talking = byLane(segments.filter((segment) => spoke.has(segment)));
  const failing = new Set<Segment>();
  let succeeded = -1;
  for (const segment of segments) {
    if (segment.exit === 0) succeeded = segment.index;
    if (!failed(segment)) continue;
    failing.add(segment);
    if (spoke.has(segment)) continue;
    const speaker = lastInside(segment, talking) ?? lastBefore(segment, talking, succeeded) ?? lastAround(segment, talking);
    if (speaker) failing.add(speaker);
  }
  return failing;
}

function byLane(segments: readonly Segment[]): Talking {
  const below = new Map<string, Segment[]>();
  for (const segment of segments) {
    for (const lane of lanesAround(segment.lane)) {
      const inside = below.get(lane);
      if (inside) inside.push(segment);
      else below.set(lane, [segment]);
    }
  }
  return { inLane: Map.groupBy(segments, ({ lane }) => lane), below };
}

/** The lanes that a lane lies in: of `build/stage/3` these are the empty one, `build` and `build/stage`. A file of an archive stands before `: `. */
function lanesAround(lane: string): string[] {
  return lane === '' ? [] : ['', ...Array.from(lane.matchAll(/\/|: /g), ({ index }) => lane.slice(0, index))];
}

function lastInside(outer: Segment, { below }: Talking): Segment | undefined {
  // Without an echo of its own, a step begins where it ends.
  const from = outer.lane !== '' && outer.firstLine === outer.exitLine ? 0 : outer.firstLine;
  return lastOpen(below.get(outer.lane), outer, from);
}

/** @param succeeded position of the last segment before it that did */
function lastBefore(segment: Segment, { inLane }: Talking, succeeded: number): Segment | undefined {
  const lane = inLane.get(segment.lane) ?? [];
  const earlier = lane[countWhile(lane.length, (at) => lane[at]!.index < segment.index) - 1];
  return earlier && earlier.index > succeeded ? earlier : undefined;
}

/** What stands between a step's begin and its end without the step's mark: whoever copied the log took the marks away, or typed it. */
function lastAround(inner: Segment, { inLane }: Talking): Segment | undefined {
  let last: Segment | undefined;
  for (const lane of lanesAround(inner.lane)) {
    const outer = lastOpen(inLane.get(lane), inner, inner.firstLine);
    if (outer && outer.index > (last?.index ?? -1)) last = outer;
  }
  return last;
}

/** The last of these whose end the log does not show, that began behind a line and was over before the end of another segment. */
function lastOpen(segments: readonly Segment[] = [], { exitLine, log }: Segment, after: number): Segment | undefined {
  if (exitLine === null) return undefined;
  for (let index = countWhile(segments.length, (at) => segments[at]!.firstLine < exitLine) - 1; index >= 0; index--) {
    const segment = segments[index]!;
    if (segment.firstLine <= after) return undefined;
    if (segment.exit === 'open' && segment.log === log && segment.lastLine < exitLine) return segment;
  }
  return undefined;
}
