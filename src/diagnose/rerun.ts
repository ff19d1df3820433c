import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';

// What go prints on its way to success, and what `set -x` shows of the loop around it.
const silence = /^(?:\++ (?:for|while|until|break|sleep|\[|true|:|\()|\+ ?$|go: (?:downloading|finding|extracting) |$)/;
const elsewhere = /^(?:\++ )?(?:cd|pushd|popd|export|unset) /;

/**
 * Whether the same command ran again later and succeeded: its exit says so, or, where no exit is seen, it said nothing at all and the script went on.
 * In another folder, or with other variables, it is another command.
 */
export type RanAgain = (segment: Segment) => boolean;

/** @param output the lines of each segment */
export function rerunsIn(segments: readonly Segment[], output: readonly (readonly Line[])[]): RanAgain {
  const succeeded = lastRuns(segments.filter(({ exit }) => exit === 0));
  const inLane = lastRuns(segments, ({ lane }) => lane);
  const lastCommand = new Map(segments.filter(({ command }) => command).map(({ lane, index }) => [lane, index]));
  let moves: readonly number[] | undefined;
  const isSilent = new Map<Segment, boolean>();
  const silent = (segment: Segment): boolean => {
    if (!isSilent.has(segment))
      isSilent.set(
        segment,
        output[segment.index]!.every(({ text }) => silence.test(text)),
      );
    return isSilent.get(segment)!;
  };
  return (segment) => {
    if (succeeded(segment)) return true;
    if (segment.exit !== 'open') return false;
    const last = inLane(segment);
    if (last?.exit !== 'open' || lastCommand.get(last.lane)! <= last.index || !silent(last)) return false;
    moves ??= movesBefore(segments, output);
    return moves[segment.index] === moves[last.index];
  };
}

/**
 * Finds the last later run of the command of a segment. What one command runs side by side, as packages under test, is no second run:
 * the command must have been echoed again.
 */
function lastRuns(segments: readonly Segment[], place: (segment: Segment) => string = () => ''): (segment: Segment) => Segment | undefined {
  const keyOf = (segment: Segment) => [segment.log, place(segment), segment.command?.text].join('\0');
  // The last one, and the last one that another line echoed.
  const runs = new Map<string, { readonly last: Segment; readonly other: Segment | undefined }>();
  for (const segment of segments) {
    if (segment.command === null) continue;
    const key = keyOf(segment);
    const before = runs.get(key);
    const other = before?.last.command?.line === segment.command.line ? before.other : before?.last;
    runs.set(key, { last: segment, other });
  }
  return (segment) => {
    const run = segment.command === null ? undefined : runs.get(keyOf(segment));
    const later = run?.last.command?.line === segment.command?.line ? run?.other : run?.last;
    return later && later.index > segment.index ? later : undefined;
  };
}

/** How many segments before each one go to another folder or set variables. */
function movesBefore(segments: readonly Segment[], output: readonly (readonly Line[])[]): number[] {
  let moves = 0;
  return segments.map(({ command, index }) => {
    const before = moves;
    if (elsewhere.test(command?.text ?? '') || output[index]!.some(({ text }) => elsewhere.test(text))) moves++;
    return before;
  });
}
