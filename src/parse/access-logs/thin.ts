import type { LinePlace } from '../../model/proxy-log.ts';
import { isAccessLog, mostRequests } from './access-log.ts';

/** Lines of a large access log that ask for modules, with where they stand in it. */
interface Thinned {
  readonly text: string;
  readonly places: readonly LinePlace[];
}

/** Takes the bytes of a file that is too large to be held, and keeps what matters of it when it is an access log. */
export interface Thinner {
  push(bytes: Uint8Array): void;
  /** Null when it is no access log. */
  end(): Thinned | null;
  /** False once its beginning has shown that it is none. */
  readonly wanted: boolean;
}

// What requests for modules have in them; also with `@` as browsers write it.
const words = /\/(?:@|%40)(?:v\/|latest)|\/(?:lookup|tile|supported)\b/i;
const judged = 65_536;
const longest = 16_384;
const newline = 10;

/** @param most lines that are kept, the last ones */
export function createThinner(most = mostRequests): Thinner {
  let head = '';
  let verdict: boolean | null = null;
  let rest: Uint8Array = new Uint8Array(0);
  // Of a line that is too long, only where it ends matters.
  let dropping = false;
  let line = 1;
  let offset = 0;
  let kept: string[] = [];
  let places: LinePlace[] = [];
  const judge = () => {
    verdict ??= isAccessLog(head.split('\n').slice(0, -1));
    return verdict;
  };
  const take = (bytes: Uint8Array) => {
    if (!dropping && bytes.length <= longest) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
      // The first lines show which format it is, and the first and last times what it covers.
      if (line <= 20 || words.test(text)) {
        kept.push(text);
        places.push({ line, offset });
        if (kept.length === most + Math.ceil(most / 10)) {
          kept = kept.slice(-most);
          places = places.slice(-most);
        }
      }
    }
    dropping = false;
    line++;
  };
  return {
    get wanted() {
      return verdict !== false;
    },
    push(bytes) {
      if (head.length < judged) head += Buffer.from(bytes.subarray(0, judged)).toString();
      if (head.length >= judged && !judge()) return;
      let from = 0;
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
        const piece = bytes.subarray(from, at);
        take(rest.length === 0 ? piece : Buffer.concat([rest, piece]));
        offset += rest.length + piece.length + 1;
        rest = new Uint8Array(0);
        from = at + 1;
      }
      const left = bytes.subarray(from);
      if (rest.length + left.length > longest) {
        dropping = true;
        offset += rest.length + left.length;
        rest = new Uint8Array(0);
      } else rest = rest.length === 0 ? left.slice() : Buffer.concat([rest, left]);
    },
    end() {
      if (!judge()) return null;
      if (rest.length > 0) take(rest);
      return { text: kept.slice(-most).join('\n'), places: places.slice(-most) };
    },
  };
}
