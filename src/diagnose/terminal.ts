import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { announcesRetry } from '../timeline/retry.ts';
import { failed, failingSegments } from './failing-segments.ts';
import { isSaid, type MarkedLines, markedLines } from './marked-lines.ts';
import type { Problem } from './problem.ts';
import type { RanAgain } from './rerun.ts';
import { showsTexts } from './shown-text.ts';
import { saidByPassingTest, testsFailedAfter } from './tests-ran.ts';
import { wasTaken, wentOnToAnother } from './tolerated.ts';
import { showsFailure } from './visible-failure.ts';

/**
 * Marks the problems that made a command fail whose failure stands at the end, and those that a later attempt cured.
 * Where an exit is seen it decides; where none is, the last error that nothing cured is terminal.
 */
export function markTerminal(
  problems: readonly Problem[],
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  ranAgain: RanAgain,
): void {
  const failing = failingSegments(segments, problems);
  const failingLogs = new Set([...failing].map(({ log }) => log));
  for (const [segment, siblings] of Map.groupBy(problems, (problem) => problem.segment)) {
    const lines = markedLines(output[segment.index]!);
    const cured = segment.exit === 0 || ranAgain(segment);
    const lastBegin = siblings.map(lastBeginOf).reduce((most, line) => Math.max(most, line), 0);
    for (const problem of siblings) {
      problem.recovered =
        cured ||
        retriedLater(problem, lines, lastBegin) ||
        saidByPassingTest(problem, lines) ||
        wasTaken(problem, lines) ||
        (problem.kind === 'module-failure' && showsTexts(segment));
      problem.terminal =
        !problem.recovered &&
        !testsFailedAfter(problem, lines) &&
        !wentOnToAnother(problem, siblings, lines) &&
        (!failingLogs.has(segment.log) || failing.has(segment));
    }
  }
}

/**
 * A retry was announced after it, and what failed then is something else, or nothing that the log shows.
 * @param lastBegin where the last message of any problem of its segment begins
 */
function retriedLater(problem: Problem, lines: MarkedLines, lastBegin: number): boolean {
  const last = lastBeginOf(problem);
  const announced = lines.last(announcesRetry);
  // A program may say it in the message itself.
  if (announced <= last - (problem.kind === 'module-failure' ? 0 : 1)) return false;
  if (lastBegin > last) return true;
  if (failed(problem.segment)) return false;
  // One line may be all that a log shows of an attempt that it does not see end.
  return lines.has(isSaid, lines.next(isSaid, announced)) && !lines.has(showsFailure, announced);
}

function lastBeginOf({ units }: Problem): number {
  return units.reduce((highest, unit) => Math.max(highest, unit.lines[0]!.number), 0);
}
