import type { Line } from '../model/line.ts';

/** Lines of a log in few large pieces of memory: an object with all its fields for each takes four times as much. */
export interface PackedLines {
  readonly count: number;
  /** Characters of the text of one of them. */
  lengthAt(index: number): number;
  /** All of them, as new objects, which read their fields where they are packed. */
  unpack(): Line[];
}

/** What lines that follow each other mostly share. */
type Shared = Pick<Line, 'kind' | 'clock' | 'lane' | 'entry' | 'dialects'>;

/** So many are looked through for one that is the same. */
const near = 8;

/** The fields of a line that has nothing else, which is nearly all lines. */
const usual: ReadonlySet<string> = new Set([
  'number',
  'offset',
  'text',
  'kind',
  'time',
  'clock',
  'lane',
  'entry',
  'dialects',
  'unfinished',
]);

/** A line that a dialect may still add to is kept as it is, and so is one with something rare to it. @param lines at most 65,536 */
export function packLines(lines: readonly Line[]): PackedLines {
  const piece = new Piece(lines);
  // The lines themselves must not be held by what is returned.
  const count = lines.length;
  return {
    count,
    lengthAt: (index) => piece.endAt(index) - piece.endAt(index - 1),
    unpack: () => Array.from({ length: count }, (_, index) => piece.wholeAt(index) ?? new PackedLine(piece, index)),
  };
}

class Piece {
  readonly numbers: Float64Array;
  readonly offsets: Float64Array;
  /** NaN: none. */
  readonly times: Float64Array;
  /** For each line, which of those that follow holds the rest of it. */
  private readonly which: Uint16Array;
  private readonly rests: (Shared | Line)[] = [];
  private readonly ends: Uint32Array;
  private readonly text: string;
  /** Texts that were changed later. */
  private changed: Map<number, string> | null = null;

  constructor(lines: readonly Line[]) {
    const { length } = lines;
    this.numbers = new Float64Array(length);
    this.offsets = new Float64Array(length);
    this.times = new Float64Array(length);
    this.ends = new Uint32Array(length);
    this.which = new Uint16Array(length);
    let end = 0;
    // One loop: `from` with a function makes an object for each number.
    for (let index = 0; index < length; index++) {
      const line = lines[index]!;
      this.numbers[index] = line.number;
      this.offsets[index] = line.offset;
      this.times[index] = line.time ?? Number.NaN;
      this.ends[index] = end += line.text.length;
      this.which[index] = this.keepRest(line);
    }
    // One text of its own, so that the much longer one that its parts were cut from can go.
    this.text = lines.map(({ text }) => text).join('');
  }

  /** @returns where it is: lines near each other mostly have the same one */
  private keepRest(line: Line): number {
    if (!isUsual(line)) return this.rests.push(line) - 1;
    const { length } = this.rests;
    for (let at = length - 1; at >= Math.max(0, length - near); at--) if (isSame(this.rests[at]!, line)) return at;
    const { kind, clock, lane, entry, dialects } = line;
    return this.rests.push({ kind, clock, lane, ...(entry && { entry }), ...(dialects && { dialects }) }) - 1;
  }

  endAt(index: number): number {
    return index < 0 ? 0 : this.ends[index]!;
  }

  /** The line itself where it was kept. */
  wholeAt(index: number): Line | null {
    const one = this.sharedAt(index);
    return 'text' in one ? one : null;
  }

  sharedAt(index: number): Shared | Line {
    return this.rests[this.which[index]!]!;
  }

  textAt(index: number): string {
    return this.changed?.get(index) ?? this.text.slice(this.endAt(index - 1), this.ends[index]);
  }

  change(index: number, text: string): void {
    this.changed ??= new Map();
    this.changed.set(index, text);
  }
}

/** One of the lines of a piece. */
class PackedLine implements Line {
  private readonly piece: Piece;
  private readonly index: number;

  constructor(piece: Piece, index: number) {
    this.piece = piece;
    this.index = index;
  }

  get number(): number {
    return this.piece.numbers[this.index]!;
  }

  get offset(): number {
    return this.piece.offsets[this.index]!;
  }

  get text(): string {
    return this.piece.textAt(this.index);
  }

  set text(text: string) {
    this.piece.change(this.index, text);
  }

  get time(): number | null {
    const time = this.piece.times[this.index]!;
    return Number.isNaN(time) ? null : time;
  }

  get kind(): Line['kind'] {
    return this.piece.sharedAt(this.index).kind;
  }

  get clock(): Line['clock'] {
    return this.piece.sharedAt(this.index).clock;
  }

  get lane(): string {
    return this.piece.sharedAt(this.index).lane;
  }

  get entry(): Line['entry'] {
    return this.piece.sharedAt(this.index).entry;
  }

  get dialects(): Line['dialects'] {
    return this.piece.sharedAt(this.index).dialects;
  }
}

function isUsual(line: Line): boolean {
  if (line.unfinished) return false;
  for (const name in line) if (!usual.has(name)) return false;
  return true;
}

function isSame(rest: Shared | Line, { kind, clock, lane, entry, dialects }: Line): boolean {
  if ('text' in rest) return false;
  return rest.kind === kind && rest.clock === clock && rest.lane === lane && rest.entry === entry && rest.dialects === dialects;
}
