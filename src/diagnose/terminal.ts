import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { announcesRetry } from '../timeline/retry.ts';
import type { Problem } from './problem.ts';
import { ranAgain } from './rerun.ts';
import { showsTexts } from './shown-text.ts';
import { saidByPassingTest, testsFailedAfter } from './tests-ran.ts';
import { wasTaken, wentOnToAnother } from './tolerated.ts';
import { showsFailure } from './visible-failure.ts';

/**
 * Marks the problems that made a command fail whose failure stands at the end, and those that a later attempt cured.
 * Where an exit is seen it decides; where none is, the last error that nothing cured is terminal.
 */
export function markTerminal(problems: readonly Problem[], segments: readonly Segment[], output: readonly (readonly Line[])[]): void {
  const failing = failingSegments(segments, problems);
  const failingLogs = new Set([...failing].map(({ log }) => log));
  for (const problem of problems) {
    const lines = output[problem.segment.index]!;
    problem.recovered =
      succeeded(problem.segment) ||
      retriedLater(problem, problems, lines) ||
      ranAgain(problem.segment, segments, output) ||
      saidByPassingTest(problem, lines) ||
      wasTaken(problem, lines) ||
      (problem.kind === 'module-failure' && showsTexts(problem.segment));
    problem.terminal =
      !problem.recovered &&
      !testsFailedAfter(problem, lines) &&
      !wentOnToAnother(problem, problems, lines) &&
      (!failingLogs.has(problem.segment.log) || failing.has(problem.segment));
  }
}

function succeeded(segment: Segment): boolean {
  return segment.exit === 0;
}

function failed(segment: Segment): boolean {
  return segment.exit === 'failed' || (typeof segment.exit === 'number' && segment.exit !== 0);
}

/**
 * The failing segments. One that says nothing hands over to the last one that ran inside it and does, as the stage of an image does in a step;
 * else to the nearest earlier one of its lane that did not succeed.
 */
function failingSegments(segments: readonly Segment[], problems: readonly Problem[]): Set<Segment> {
  const talking = new Set(problems.map((problem) => problem.segment));
  const failing = new Set<Segment>();
  for (const segment of segments) {
    if (!failed(segment)) continue;
    failing.add(segment);
    if (talking.has(segment)) continue;
    const speaker =
      lastInside(segment, segments, talking) ?? lastBefore(segment, segments, talking) ?? lastAround(segment, segments, talking);
    if (speaker) failing.add(speaker);
  }
  return failing;
}

function lastInside(outer: Segment, segments: readonly Segment[], talking: ReadonlySet<Segment>): Segment | undefined {
  if (outer.exitLine === null) return undefined;
  return segments.findLast(
    (inner) =>
      inner.exit === 'open' &&
      inner.lane !== outer.lane &&
      inner.lane.startsWith(outer.lane) &&
      // Without an echo of its own, a step begins where it ends.
      (inner.firstLine > outer.firstLine || (outer.lane !== '' && outer.firstLine === outer.exitLine)) &&
      inner.lastLine < outer.exitLine! &&
      talking.has(inner),
  );
}

function lastBefore(segment: Segment, segments: readonly Segment[], talking: ReadonlySet<Segment>): Segment | undefined {
  for (let index = segment.index - 1; index >= 0; index--) {
    const earlier = segments[index]!;
    if (earlier.exit === 0) return undefined;
    if (earlier.lane === segment.lane && talking.has(earlier)) return earlier;
  }
  return undefined;
}

/** What stands between a step's begin and its end without the step's mark: whoever copied the log took the marks away, or typed it. */
function lastAround(inner: Segment, segments: readonly Segment[], talking: ReadonlySet<Segment>): Segment | undefined {
  if (inner.exitLine === null || inner.lane === '') return undefined;
  return segments.findLast(
    (outer) =>
      outer.exit === 'open' &&
      outer.log === inner.log &&
      outer.lane !== inner.lane &&
      inner.lane.startsWith(outer.lane) &&
      outer.firstLine > inner.firstLine &&
      outer.lastLine < inner.exitLine! &&
      talking.has(outer),
  );
}

/** A retry was announced after it, and what failed then is something else, or nothing that the log shows. */
function retriedLater(problem: Problem, problems: readonly Problem[], lines: readonly Line[]): boolean {
  const last = problem.units.reduce((highest, unit) => Math.max(highest, unit.lines[0]!.number), 0);
  // A program may say it in the message itself.
  const first = problem.kind === 'module-failure' ? last + 1 : last;
  const announced = lines.findLast((line) => line.number >= first && announcesRetry(line.text));
  if (!announced) return false;
  const failsLater = problems.some(
    (other) => other !== problem && other.segment === problem.segment && other.units.some((unit) => unit.lines[0]!.number > last),
  );
  if (failsLater) return true;
  if (failed(problem.segment)) return false;
  // One line may be all that a log shows of an attempt that it does not see end.
  const after = lines.filter((line) => line.number > announced.number && line.text.trim() !== '');
  return after.length > 1 && !after.some((line) => showsFailure(line.text));
}
