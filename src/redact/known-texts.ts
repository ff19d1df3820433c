import { countWhile } from '../model/sorted.ts';

/** A text that is to be hidden, and the whole value that it is a form of. */
export interface KnownText {
  readonly text: string;
  readonly whole: string;
  /** Also within a word; the others only where no word goes on before and after them. */
  readonly anywhere: boolean;
}

const shortestCut = 8;

/** Texts that begin alike, as all tokens of one service do: whatever their number, a place in a line costs a look for each length that they have. */
export class KnownTexts {
  private readonly texts = new Map<string, KnownText>();
  private readonly lengths: number[] = [];
  // In the order of their characters, for those that the end of a line has cut.
  private readonly anywhere: string[] = [];
  private readonly alone: string[] = [];

  /** @param known one that is not there yet */
  add(known: KnownText): void {
    const { text, anywhere } = known;
    this.texts.set(text, known);
    const shorter = this.lengths.findIndex((length) => length <= text.length);
    if (this.lengths[shorter] !== text.length) this.lengths.splice(shorter < 0 ? this.lengths.length : shorter, 0, text.length);
    const sorted = anywhere ? this.anywhere : this.alone;
    sorted.splice(position(sorted, text), 0, text);
  }

  /** The longest that stands at this place of the line, whole or cut by its end. */
  at(line: string, at: number): KnownText | undefined {
    const left = line.length - at;
    if (left >= shortestCut && this.lengths[0]! > left) {
      const cut = this.cut(line.slice(at), startsWord(line, at));
      if (cut) return cut;
    }
    for (const length of this.lengths) {
      if (length > left) continue;
      const known = this.texts.get(line.slice(at, at + length));
      if (known && (known.anywhere || (startsWord(line, at) && !/\w/.test(line[at + length] ?? ' ')))) return known;
    }
    return undefined;
  }

  private cut(start: string, alone: boolean): KnownText | undefined {
    for (const sorted of alone ? [this.anywhere, this.alone] : [this.anywhere]) {
      let index = position(sorted, start);
      // It is there whole, and may be the beginning of a longer one.
      if (sorted[index] === start) index++;
      if (sorted[index]?.startsWith(start)) return this.texts.get(sorted[index]!);
    }
    return undefined;
  }
}

function startsWord(line: string, at: number): boolean {
  return !/\w/.test(line[at - 1] ?? ' ');
}

/** The first index whose text does not come before this one. */
function position(sorted: readonly string[], text: string): number {
  return countWhile(sorted.length, (index) => sorted[index]! < text);
}
