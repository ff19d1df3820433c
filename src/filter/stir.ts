import type { LineJudge } from './line-judge.ts';

/** As `blocksAfter` of the filter: so much of what follows a line that matters may belong to it. */
const blocksAfter = 3;

/** Says of lines in order whether one of them may change what is known; the same judgement as the filter's. */
export function createStir(judge: LineJudge): (text: string) => boolean {
  let after = 0;
  return (text) => {
    const bytes = Buffer.from(`${text}\n`);
    const { kind, special, alone } = judge.judge(bytes, 0, bytes.length - 1);
    if (special) after = blocksAfter;
    else if (kind !== 'continues' && after > 0) after--;
    return special || alone || after > 0;
  };
}
