import { stripEscapes } from '../../dialect/escape.ts';

/** A line as it is shown while it is new, or a remark of ours between two lines. */
export interface RecentLine {
  readonly build: number;
  /** Within its build; null for a remark. */
  readonly number: number | null;
  readonly text: string;
}

interface Stretch {
  readonly build: number;
  readonly first: number;
  readonly lines: number;
  readonly bytes: Buffer;
  readonly remark: string | null;
}

const heldBytes = 1 << 20;
/** Of what comes at once, more than so much has gone by before anybody sees it. */
const mostAtOnce = 1 << 18;
const longest = 2000;
const NEWLINE = 10;

/** The last lines of a log that grows, as bytes: most of them are never shown. */
export class RecentLines {
  private stretches: readonly Stretch[] = [];
  private size = 0;
  private total = 0;
  private moved = 0;
  private rest: Buffer = Buffer.alloc(0);

  /** @param bytes are kept @param build the first line is its line 1 when it is another one than before */
  push(bytes: Buffer, build: number): void {
    this.moved++;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      this.rest = this.rest.length < longest * 4 ? Buffer.concat([this.rest, bytes.subarray(0, longest * 4)]) : this.rest;
      return;
    }
    const whole = this.rest.length > 0 ? Buffer.concat([this.rest, bytes.subarray(0, end)]) : bytes.subarray(0, end);
    this.rest = Buffer.from(bytes.subarray(end));
    const lines = countLines(whole);
    const last = this.stretches.findLast(({ remark }) => remark === null);
    this.total += lines;
    const before = last?.build === build ? last.first + last.lines : 1;
    const kept = whole.length <= mostAtOnce ? whole : Buffer.from(whole.subarray(whole.indexOf(NEWLINE, whole.length - mostAtOnce) + 1));
    const seen = kept === whole ? lines : countLines(kept);
    this.add({ build, first: before + lines - seen, lines: seen, bytes: kept, remark: null });
  }

  remark(text: string, build: number): void {
    this.moved++;
    this.add({ build, first: 0, lines: 1, bytes: Buffer.alloc(0), remark: text });
  }

  /** Changes with whatever comes. */
  moves(): number {
    return this.moved;
  }

  /** Lines seen, those that are no longer held too. */
  count(): number {
    return this.total;
  }

  /** The lines that are held now, which stay as they are while others come. */
  window(): RecentWindow {
    return new RecentWindow(this.stretches, this.total);
  }

  private add(stretch: Stretch): void {
    const stretches = [...this.stretches, stretch];
    this.size += stretch.bytes.length;
    while (stretches.length > 1 && (this.size - stretches[0]!.bytes.length > heldBytes || stretches.length > 4000))
      this.size -= stretches.shift()!.bytes.length;
    this.stretches = stretches;
  }
}

/** What was recent at one moment. */
export class RecentWindow {
  /** How many lines had come. */
  readonly total: number;
  private readonly stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[], total: number) {
    this.stretches = stretches;
    this.total = total;
  }

  /** How many lines and remarks are held. */
  held(): number {
    return this.stretches.reduce((sum, { lines }) => sum + lines, 0);
  }

  /** How many lines and remarks stand after this line; null when it is not held any more. */
  after(build: number, number: number): number | null {
    let after = 0;
    for (let index = this.stretches.length - 1; index >= 0; index--) {
      const { build: own, first, lines, remark } = this.stretches[index]!;
      if (remark === null && own === build && number >= first && number < first + lines) return after + first + lines - 1 - number;
      after += lines;
    }
    return null;
  }

  /** So many lines before the last `skip` ones, in order, without colours; their secrets are in them. */
  last(count: number, skip = 0): RecentLine[] {
    const found: RecentLine[] = [];
    let left = skip;
    for (let index = this.stretches.length - 1; index >= 0 && found.length < count; index--) {
      const stretch = this.stretches[index]!;
      if (left >= stretch.lines) {
        left -= stretch.lines;
        continue;
      }
      found.push(...backwards(stretch, left, count - found.length));
      left = 0;
    }
    return found.reverse();
  }
}

function backwards({ build, first, lines, bytes, remark }: Stretch, skip: number, most: number): RecentLine[] {
  if (remark !== null) return [{ build, number: null, text: remark }];
  const found: RecentLine[] = [];
  let end = bytes.length - 1;
  for (let at = lines - 1; at >= 0 && found.length < most; at--) {
    const start = end > 0 ? bytes.lastIndexOf(NEWLINE, end - 1) + 1 : 0;
    if (lines - 1 - at >= skip) found.push({ build, number: first + at, text: textOf(bytes, start, end) });
    end = start - 1;
  }
  return found;
}

function textOf(bytes: Buffer, start: number, end: number): string {
  const text = stripEscapes(bytes.toString('utf8', start, Math.min(end, start + longest * 4))).slice(0, longest);
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
