import type { Gone } from '../diagnose/gone.ts';
import type { Line } from '../model/line.ts';
import type { CutList } from './cut-list.ts';

/** Where somebody else had left a part out before the log came to us, with a row each; the end, too, when we did not see it. */
export function cutsByOthers(lines: readonly Line[], cuts: CutList): Gone[] {
  const gone: Gone[] = cuts.complete() ? [] : [{ number: Number.POSITIVE_INFINITY, lane: '' }];
  for (const { cut, number, lane } of lines) {
    if (!cut) continue;
    gone.push({ number, lane });
    cuts.add(cut.limit, cut.bytes, cut.bytes, number);
  }
  return gone;
}
