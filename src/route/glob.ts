type OneChar = (char: string) => boolean;

/** What stands between two stars of a glob, character by character. */
interface Chunk {
  readonly star: boolean;
  readonly chars: readonly OneChar[];
}

/**
 * Whether a name matches a glob as path.Match says: `*` and `?` do not cross a slash, `[a-z]` is a class, `\` escapes.
 * A malformed glob matches nothing, as the go command treats it. Each chunk takes its first place and keeps it, so that
 * the time is that of the two lengths multiplied, whatever the glob. Source: path/match.go.
 */
export function matchGlob(glob: string, name: string): boolean {
  const chunks = parse([...glob]);
  if (chunks === null) return false;
  const chars = [...name];
  let at = 0;
  for (const [index, chunk] of chunks.entries()) {
    const last = index === chunks.length - 1;
    if (chunk.star && chunk.chars.length === 0 && last) return !chars.includes('/', at);
    const next = placeOf(chunk, chars, at, last);
    if (next < 0) return false;
    at = next;
  }
  return at === chars.length;
}

/** Where the chunk ends at its first place, or -1. The last one must end the name. */
function placeOf({ star, chars: wanted }: Chunk, name: readonly string[], from: number, last: boolean): number {
  for (let start = from; start + wanted.length <= name.length; start++) {
    const end = start + wanted.length;
    if ((!last || end === name.length) && wanted.every((matches, offset) => matches(name[start + offset]!))) return end;
    if (!star || name[start] === '/') return -1;
  }
  return -1;
}

/** @returns null when the glob is malformed */
function parse(glob: readonly string[]): Chunk[] | null {
  const chunks: Chunk[] = [];
  let star = false;
  let chars: OneChar[] = [];
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at]!;
    if (char === '*') {
      if (chars.length > 0) chunks.push({ star, chars });
      chars = [];
      star = true;
    } else if (char === '?') chars.push((other) => other !== '/');
    else if (char === '[') {
      const found = parseClass(glob, at + 1);
      if (found === null) return null;
      chars.push(found.matches);
      at = found.end;
    } else {
      const literal = char === '\\' ? glob[++at] : char;
      if (literal === undefined) return null;
      chars.push((other) => other === literal);
    }
  }
  if (star || chars.length > 0) chunks.push({ star, chars });
  return chunks;
}

/** A class, which unlike `*` and `?` may match a slash. @returns also where its `]` stands */
function parseClass(glob: readonly string[], open: number): { matches: OneChar; end: number } | null {
  const negated = glob[open] === '^';
  const ranges: [low: number, high: number][] = [];
  let at = negated ? open + 1 : open;
  while (at < glob.length && (glob[at] !== ']' || ranges.length === 0)) {
    const low = classChar(glob, at);
    if (low === null) return null;
    const high = glob[low.next] === '-' ? classChar(glob, low.next + 1) : low;
    if (high === null) return null;
    ranges.push([low.code, high.code]);
    at = high.next;
  }
  if (glob[at] !== ']') return null;
  const holds = (code: number) => ranges.some(([low, high]) => low <= code && code <= high);
  return { matches: (char) => holds(char.codePointAt(0)!) !== negated, end: at };
}

/** One end of a range; something must follow it, if only the closing bracket. */
function classChar(glob: readonly string[], at: number): { code: number; next: number } | null {
  const escaped = glob[at] === '\\';
  const char = glob[escaped ? at + 1 : at];
  if (char === undefined || (!escaped && (char === '-' || char === ']'))) return null;
  const next = at + (escaped ? 2 : 1);
  return next < glob.length ? { code: char.codePointAt(0)!, next } : null;
}
