import { blockLength, type LineScanner, type Sought, type Suspect } from './line-scanner.ts';
import { levelHint } from './lone-lines.ts';

const NEWLINE = 10;

/** What `wasm/main.ts` gives out: places in its memory, and what can be called. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly textAt: WebAssembly.Global;
  readonly endsAt: WebAssembly.Global;
  readonly marksAt: WebAssembly.Global;
  readonly kindsAt: WebAssembly.Global;
  readonly timesAt: WebAssembly.Global;
  readonly startsAt: WebAssembly.Global;
  readonly stopsAt: WebAssembly.Global;
  readonly foundAt: WebAssembly.Global;
  readonly foundCount: WebAssembly.Global;
  readonly weightsAt: WebAssembly.Global;
  readonly textRoom: WebAssembly.Global;
  readonly beforeRoom: WebAssembly.Global;
  readonly mostLines: WebAssembly.Global;
  readonly mostHits: WebAssembly.Global;
  claim(size: number): number;
  prepare(literals: number, windows: number, count: number, wordsFrom: number, hintsFrom: number, level: number): void;
  except(word: number, texts: number, lengths: number, count: number): void;
  judge(length: number, timed: boolean): number;
  find(from: number, to: number): number;
  readonly suspectTo: WebAssembly.Global;
  readonly suspectLines: WebAssembly.Global;
  watch(words: number, count: number): void;
  suspect(length: number): number;
}

/**
 * A scanner that runs as WebAssembly: it needs a tenth of the time of that in plain JavaScript, and is quick from the first byte on.
 * @param windows where the grams of each text begin, when that was chosen before
 */
export function createKernel(module: WebAssembly.Module, sought: Sought, windows: readonly number[] = []): LineScanner {
  const kernel = new WebAssembly.Instance(module).exports as Exports;
  const { secrets = [] } = sought;
  load(kernel, sought, windows);
  if (secrets.length > 0) watch(kernel, secrets);
  // Nothing makes the memory larger after this, so that the views stay.
  const { buffer } = kernel.memory;
  const { value: room } = kernel.textRoom;
  const { value: most } = kernel.mostLines;
  const { value: mostFound } = kernel.mostHits;
  const { value: textAt } = kernel.textAt;
  const { value: before } = kernel.beforeRoom;
  const text = new Uint8Array(buffer, textAt, room);
  const fill = (bytes: Uint8Array, from: number): number => {
    const length = Math.min(room, bytes.length - from);
    text.set(length === bytes.length ? bytes : bytes.subarray(from, from + length));
    return length;
  };
  const marks = new Int32Array(buffer, kernel.marksAt.value, most);
  const starts = new Uint32Array(buffer, kernel.startsAt.value, mostFound);
  const stops = new Uint32Array(buffer, kernel.stopsAt.value, mostFound);
  return {
    ends: new Uint32Array(buffer, kernel.endsAt.value, most),
    marks,
    kinds: new Uint8Array(buffer, kernel.kindsAt.value, most),
    times: new Uint32Array(buffer, kernel.timesAt.value, most),
    found: {
      get count() {
        return kernel.foundCount.value;
      },
      starts,
      ends: stops,
      kinds: new Uint8Array(buffer, kernel.foundAt.value, mostFound),
    },
    scan: (bytes, from, timed = true) => kernel.judge(fill(bytes, from), timed),
    find: (bytes, from) => kernel.find(textAt, textAt + fill(bytes, from)),
    own: { bytes: Buffer.from(buffer, textAt - before, before + blockLength + 1), block: before },
    findOwn: (from, to) => kernel.find(textAt - before + from, textAt - before + to),
    suspects(bytes) {
      if (secrets.length === 0) return null;
      const found: Suspect[] = [];
      let line = 0;
      for (let from = 0; from < bytes.length; ) {
        const to = from + room >= bytes.length ? bytes.length : bytes.lastIndexOf(NEWLINE, from + room - 1) + 1;
        if (to > from) {
          text.set(bytes.subarray(from, to));
          const count = kernel.suspect(to - from);
          for (let at = 0; at < count; at++) found.push({ line: line + marks[at]!, from: from + starts[at]!, to: from + stops[at]! });
          line += kernel.suspectLines.value;
          from += kernel.suspectTo.value;
        } else {
          // Longer than what is looked at in one go.
          const end = bytes.indexOf(NEWLINE, from);
          found.push({ line: line++, from, to: end < 0 ? bytes.length : end });
          from = found.at(-1)!.to + 1;
        }
      }
      return found;
    },
  };
}

function load(kernel: Exports, { literals, words, hints = [], exception }: Sought, windows: readonly number[]): void {
  const texts = literals.concat(words, hints);
  // None of them has a line end: how long each is, the kernel finds out sooner.
  const bytes = Buffer.from(`${texts.join('\n')}\n`);
  const bytesAt = kernel.claim(bytes.length);
  const windowsAt = kernel.claim(texts.length);
  const { buffer } = kernel.memory;
  new Uint8Array(buffer, windowsAt, texts.length).fill(unknown).set(windows);
  new Uint8Array(buffer).set(bytes, bytesAt);
  new Uint8Array(buffer).set(weights(), kernel.weightsAt.value);
  const hintsFrom = literals.length + words.length;
  const level = hints.indexOf(levelHint);
  kernel.prepare(bytesAt, windowsAt, texts.length, literals.length, hintsFrom, level < 0 ? -1 : hintsFrom + level);
  if (!exception) return;
  const before = texts.slice(0, texts.lastIndexOf(exception.word));
  const wordAt = bytesAt + Buffer.byteLength(before.join('')) + before.length;
  kernel.except(wordAt, ...write(kernel, exception.before), exception.before.length);
}

/** @returns where the texts stand, one behind the other, and where their lengths */
function write(kernel: Exports, texts: readonly string[]): [texts: number, lengths: number] {
  const bytes = Buffer.from(texts.join(''));
  const lengths = Uint32Array.from(texts, (text) => Buffer.byteLength(text));
  const bytesAt = kernel.claim(bytes.length);
  const lengthsAt = kernel.claim(lengths.byteLength);
  new Uint8Array(kernel.memory.buffer).set(bytes, bytesAt);
  new Uint32Array(kernel.memory.buffer, lengthsAt, lengths.length).set(lengths);
  return [bytesAt, lengthsAt];
}

function watch(kernel: Exports, secrets: readonly string[]): void {
  const bytes = Buffer.from([...secrets, ''].join('\n'));
  const place = kernel.claim(bytes.length);
  new Uint8Array(kernel.memory.buffer).set(bytes, place);
  kernel.watch(place, secrets.length);
}

/** For a literal whose window was not chosen before. */
const unknown = 255;

// How often logs have a character, as the logarithm, roughly; letters stand for both cases.
const common = ['bkjqxz', 'vwymhp_,', 'cdfglu[]()"=', 'nrstoaiel-:', ' e0123456789./'];

function weights(): Uint8Array {
  const table = new Uint8Array(256).fill(2);
  for (const [level, chars] of common.entries()) for (const char of chars) table[char.charCodeAt(0) | 0x20] = level + 3;
  return table;
}
