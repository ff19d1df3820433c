import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import type { Shard } from '../../scan/shard.ts';

/** @throws ModwhyError E_USAGE when the number is beyond how many there are */
export function shardOf(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [number, of] = text.split('/').map(Number) as [number, number];
  if (number < 1 || number > of) throw new ModwhyError('E_USAGE', say`--shard ${text}: expected I/N with I from 1 to N, such as 2/8`);
  return { number, of };
}
