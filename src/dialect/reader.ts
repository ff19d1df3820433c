import type { Line } from '../model/line.ts';
import { stripEscapes } from './escape.ts';
import { dialects } from './registry.ts';

/** Takes the decoration of CI systems, tools and shells off the lines of one log. */
export interface DialectReader {
  /** Sets the line's text, kind, time, clock and lane. Lines must come in order. */
  read(line: Line): void;
  /** The dialects that were seen, outermost first; `plain` when there were none. */
  names(): string[];
}

/** One reader reads one log: dialects remember what they have seen. */
export function createDialectReader(): DialectReader {
  const states = dialects.map((dialect) => dialect.create());
  const seen = dialects.map(() => false);
  return {
    read(line) {
      const raw = line.text;
      line.text = stripEscapes(raw);
      for (let index = 0; index < states.length; index++) {
        if (states[index]!.read(line, raw)) seen[index] = true;
        if (line.kind !== 'output') return;
      }
    },
    names() {
      const names = dialects.filter((_, index) => seen[index]).map((dialect) => dialect.name);
      // A CI system's own time stamps are not a dialect of their own.
      const bare = names.length > 1 ? names.filter((name) => name !== 'timestamps') : names;
      return bare.length > 0 ? bare : ['plain'];
    },
  };
}
