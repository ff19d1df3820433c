import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';

// What go prints on its way to success, and what `set -x` shows of the loop around it.
const silence = /^(?:\++ (?:for|while|until|break|sleep|\[|true|:|\()|\+ ?$|go: (?:downloading|finding|extracting) |$)/;
const elsewhere = /^(?:\++ )?(?:cd|pushd|popd|export|unset) /;

/**
 * The same command ran again later and succeeded: its exit says so, or, where no exit is seen, it said nothing at all and the script went on.
 * In another folder, or with other variables, it is another command.
 */
export function ranAgain(segment: Segment, segments: readonly Segment[], output: readonly (readonly Line[])[]): boolean {
  const { command, log } = segment;
  if (command === null) return false;
  // What one command runs side by side, as packages under test, is no second run.
  const again = (later: Segment) =>
    later.index > segment.index && later.log === log && later.command?.text === command.text && later.command.line !== command.line;
  if (segments.some((later) => again(later) && later.exit === 0)) return true;
  if (segment.exit !== 'open') return false;
  const last = segments.findLast((later) => again(later) && later.lane === segment.lane);
  if (last?.exit !== 'open' || !output[last.index]!.every(({ text }) => silence.test(text))) return false;
  const between = segments.slice(segment.index, last.index);
  const moved = between.some(
    ({ index, command: typed }) => elsewhere.test(typed?.text ?? '') || output[index]!.some(({ text }) => elsewhere.test(text)),
  );
  return !moved && segments.some((next) => next.index > last.index && next.lane === last.lane && next.command !== null);
}
