import type { Readable } from 'node:stream';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

const longest = 65_536;

/**
 * Names from a list, one a line; where the list has NUL bytes, these end the names, as `find -print0` and `git ls-files -z` write them.
 * @throws ModwhyError E_READ for a name of more than 64 KiB
 */
export async function* readNames(source: Readable): AsyncGenerator<string> {
  let held = Buffer.alloc(0);
  let end: number | null = null;
  for await (const chunk of source) {
    held = Buffer.concat([held, typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)]);
    // A name without an end says nothing about how names end.
    end ??= held.includes(0) ? 0 : held.includes(10) ? 10 : null;
    let from = 0;
    if (end !== null)
      for (let at = held.indexOf(end); at >= 0; at = held.indexOf(end, from)) {
        yield* oneName(held.subarray(from, at), end);
        from = at + 1;
      }
    held = held.subarray(from);
    if (held.length > longest)
      throw new ModwhyError('E_READ', say`the list on standard input has a name of more than 64 KiB: is it a list?`);
  }
  yield* oneName(held, end ?? 10);
}

function* oneName(bytes: Uint8Array, end: number): Generator<string> {
  const name = Buffer.from(bytes).toString();
  const bare = end === 10 && name.endsWith('\r') ? name.slice(0, -1) : name;
  if (bare !== '') yield bare;
}
