import { Transform } from 'node:stream';
import { LINE_LIMIT } from './splitter.ts';

/** Stands where the guard has cut a line; no byte maps to it. */
export const CUT_MARK = '\u0100';

/**
 * Stands before split2, which joins and searches an unfinished line again with every chunk and so needs minutes for one of 100 MB:
 * puts a mark after every 64 KiB without a line end. Each byte becomes the character of its number, since split2 decodes UTF-8 and would replace broken bytes.
 */
export function createLineGuard(): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let out = '';
      let from = 0;
      while (from < chunk.length) {
        const newline = chunk.indexOf(10, from);
        const lineEnd = newline < 0 ? chunk.length : newline + 1;
        const end = Math.min(lineEnd, from + LINE_LIMIT - length);
        out += chunk.toString('latin1', from, end);
        length += end - from;
        if (end === newline + 1) length = 0;
        else if (length === LINE_LIMIT) {
          out += CUT_MARK;
          length = 0;
        }
        from = end;
      }
      done(null, out);
    },
  });
}
