import { createLongLine, type LongLine, longLine } from './long-line.ts';
import type { LineSource } from './redactor.ts';

/** How a line becomes a text and the other way, without loss. */
export interface LineCodec {
  /** Null: the line is text as it is. */
  decode(line: string): string | null;
  encode(text: string): string;
}

/** Text in any pieces, the same text with its secrets hidden out; any cutting gives the same. */
export interface TextStream {
  push(text: string): string;
  end(): string;
}

export function createTextStream(redactor: LineSource, codec: LineCodec): TextStream {
  let lines = redactor.lines();
  let held = '';
  let long: LongLine | null = null;

  const one = (line: string): string => {
    if (line.length > longLine) {
      // What reaches over lines does not reach over such a one.
      lines = redactor.lines();
      const whole = createLongLine(redactor);
      return whole.push(line) + whole.end();
    }
    const decoded = codec.decode(line);
    return decoded === null ? lines.redact(line) : codec.encode(lines.redact(decoded));
  };
  return {
    push(text) {
      let out = '';
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        const rest = text.slice(from, end);
        if (long) out += long.push(rest) + long.end();
        else out += one(held + rest);
        out += '\n';
        long = null;
        held = '';
        from = end + 1;
      }
      const rest = text.slice(from);
      if (long) return out + long.push(rest);
      held += rest;
      if (held.length <= longLine) return out;
      lines = redactor.lines();
      long = createLongLine(redactor);
      out += long.push(held);
      held = '';
      return out;
    },
    end() {
      if (long) return long.end();
      return held === '' ? '' : one(held);
    },
  };
}
