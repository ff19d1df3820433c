import type { Span } from './rule.ts';

/** A private key over several lines (RFC 7468, RFC 4880). */
export interface KeyBlock {
  /** The part of this line that is key, or null when the line is none and the rules are to see it. */
  line(text: string): Span | null;
  /** Whether the next line may be key. */
  isOpen(): boolean;
}

const begins = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn])?["']?\s*$/;
const ends = /-----END/;
// Headers of old PEM and of PGP keep their sense.
const header = /(?:^|\s)(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID):/;
const body = /(?:^|[\s"'|>])([A-Za-z0-9+/]{4,100}={0,2})(?:\\[rn])?["']?,?\s*$/;
const fullLine = 40;

/** Follows lines in their order. A block that was cut ends with the first line that cannot belong to it. */
export function createKeyBlock(): KeyBlock {
  let name: string | null = null;
  let inside = false;
  let last = false;
  return {
    line(text) {
      if (begins.test(text)) {
        inside = true;
        last = false;
        name = null;
        return null;
      }
      if (!inside) return null;
      if (ends.test(text)) {
        inside = false;
        return null;
      }
      if (text.trim() === '' || header.test(text)) return null;
      const match = body.exec(text);
      const value = match?.[1] ?? '';
      // After a short line only a checksum may follow.
      if (match === null || (last && !value.startsWith('='))) {
        inside = false;
        return null;
      }
      last = value.length < fullLine;
      name ??= value;
      const start = match.index + match[0].indexOf(value);
      return { start, end: start + value.length, kind: 'secret', whole: name };
    },
    isOpen: () => inside,
  };
}
