/** What `GODEBUG=gocachehash=1` prints of one cache key, line by line. */
export interface HashLine {
  /** `build example.com/p`, `link example.com/p`, `moduleIndex`; empty for lines about files and subkeys. */
  readonly key: string;
  /** `begin`: a key begins. `input`: goes into it. `sum`: the key itself. `other`: the hash of a file, or a key made of another one. */
  readonly is: 'begin' | 'input' | 'sum' | 'other';
  /** Of an input, its text without quotes; of a sum, its digits. */
  readonly text: string;
}

const longestKey = 600;
// cmd/go/internal/cache/hash.go: NewHash, Write, Sum, Subkey and FileHash; the same words since Go 1.10.
const sum = /^[0-9a-f]{64}$/;
const ofFile = /^HASH (?:subkey [0-9a-f]{64} |\S{1,1000}: [0-9a-f]{64}$)/;
const escaped = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/g;
const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** One line of `GODEBUG=gocachehash=1`; null for any other. */
export function readHashLine(text: string): HashLine | null {
  if (!text.startsWith('HASH[')) return text.startsWith('HASH ') && ofFile.test(text) ? { key: '', is: 'other', text: '' } : null;
  const end = text.indexOf(']: ', 5);
  if (end < 0) {
    const key = text.slice(5, -1);
    return text.endsWith(']') && isKey(key) ? { key, is: 'begin', text: '' } : null;
  }
  const key = text.slice(5, end);
  const rest = text.slice(end + 3);
  if (!isKey(key)) return null;
  if (sum.test(rest)) return { key, is: 'sum', text: rest };
  return rest.startsWith('"') ? { key, is: 'input', text: unquoteGo(rest) } : null;
}

/** What stands between the quotes of Go's `%q`; a text that was cut off has none at its end. */
export function unquoteGo(quoted: string): string {
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith('"') ? -1 : undefined);
  if (!inner.includes('\\')) return inner;
  return inner.replace(escaped, (_, byte?: string, short?: string, long?: string, letter?: string) => {
    const point = Number.parseInt(byte ?? short ?? long ?? '', 16);
    if (Number.isNaN(point)) return letters[letter!] ?? letter!;
    return point > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(point);
  });
}

function isKey(key: string): boolean {
  return key !== '' && key.length <= longestKey && !key.includes('\n');
}
