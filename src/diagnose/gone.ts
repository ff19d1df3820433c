import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import type { Problem } from './problem.ts';

/** Where a part of the log is missing: at the end, when the number is infinite. */
export interface Gone {
  readonly number: number;
  readonly lane: string;
}

/** The highest confidence below `very-likely`. */
const justLikely = 0.89;

/**
 * Whether the part that is gone may hold another reason: it was cut behind the last line of the problem,
 * before its command was seen to end and before another one was started.
 */
export function mayHideMore(problem: Problem, gone: readonly Gone[], segments: readonly Segment[]): boolean {
  if (gone.length === 0) return false;
  const { lane, exitLine, index } = problem.segment;
  // One problem may have more messages than a call may have arguments.
  const last = problem.units.reduce((most, { lines }) => lines.reduce((highest, { number }) => Math.max(highest, number), most), 0);
  const next = segments.find((segment) => segment.index > index && segment.lane === lane && segment.command?.line === segment.firstLine);
  const end = exitLine ?? next?.firstLine ?? Number.POSITIVE_INFINITY;
  return gone.some((cut) => cut.number > last && (cut.number < end || end === Number.POSITIVE_INFINITY) && sameStep(lane, cut.lane));
}

/** Whether nothing but the first message shows the problem, and its beginning is gone. */
export function restsOnBeginning(problem: Problem, beginning: Line | null): boolean {
  return beginning !== null && problem.units.every(({ lines }) => lines[0] === beginning);
}

/** A cut without a lane concerns all of them, one around a lane those inside it. */
function sameStep(lane: string, where: string): boolean {
  return where === '' || lane === where || lane.startsWith(`${where}/`) || where.startsWith(`${lane}/`);
}

/** Shares of belief, lowered where the log does not show enough to be that sure. */
export function mostWhenGone(shares: readonly number[], hidden: boolean): readonly number[] {
  return hidden ? shares.map((share) => Math.min(share, justLikely)) : shares;
}
