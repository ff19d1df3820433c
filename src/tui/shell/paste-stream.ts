import { EventEmitter } from 'node:events';

const opening = '\u001b[200~';
const closing = '\u001b[201~';
/** A paste is kept up to here; the screens take less. */
const mostKept = 64 << 20;

/**
 * Joins what a terminal sends as one paste, which comes in thousands of pieces: looking through all of it at every piece would take minutes.
 * @returns the pieces that are complete: keys as they came, a paste with its marks
 */
export function createPasteJoiner(): (chunk: string) => string[] {
  let held = '';
  let parts: string[] | null = null;
  let kept = 0;
  return (chunk) => {
    const out: string[] = [];
    let text = held + chunk;
    held = '';
    for (;;) {
      const mark = parts === null ? opening : closing;
      const at = text.indexOf(mark);
      if (at < 0) {
        const cut = text.length - halfMark(text, mark, parts === null ? 3 : 1);
        held = text.slice(cut);
        const rest = text.slice(0, cut);
        if (parts === null) {
          if (rest !== '') out.push(rest);
        } else if (kept < mostKept) {
          parts.push(rest);
          kept += rest.length;
        }
        return out;
      }
      const before = text.slice(0, at);
      text = text.slice(at + mark.length);
      if (parts === null) {
        if (before !== '') out.push(before);
        parts = [];
        kept = 0;
      } else {
        out.push(opening + parts.join('') + (kept < mostKept ? before : '') + closing);
        parts = null;
      }
      if (text === '') return out;
    }
  };
}

/** How much of a mark stands at the end. Outside a paste one or two characters are a key of their own, such as Esc, and must not wait. */
function halfMark(text: string, mark: string, least: number): number {
  for (let length = mark.length - 1; length >= least; length--) if (text.endsWith(mark.slice(0, length))) return length;
  return 0;
}

/** The keyboard as Ink reads it, with pastes in one piece. It listens only as long as somebody listens to it, so that another program may have the terminal. */
class PasteStream extends EventEmitter {
  readonly isTTY = true;
  private readonly inner: NodeJS.ReadStream;
  private readonly join = createPasteJoiner();
  private readonly ready: string[] = [];
  private readonly pump = () => {
    for (let chunk: string | null = this.inner.read(); chunk !== null; chunk = this.inner.read())
      this.ready.push(...this.join(String(chunk)));
    if (this.ready.length > 0) this.emit('readable');
  };

  constructor(inner: NodeJS.ReadStream) {
    super();
    this.inner = inner;
    this.on('newListener', (event) => {
      if (event === 'readable' && this.listenerCount('readable') === 0) inner.on('readable', this.pump);
    });
    this.on('removeListener', (event) => {
      if (event === 'readable' && this.listenerCount('readable') === 0) inner.off('readable', this.pump);
    });
  }

  read(): string | null {
    return this.ready.shift() ?? null;
  }
  setEncoding(encoding: BufferEncoding): this {
    this.inner.setEncoding(encoding);
    return this;
  }
  setRawMode(mode: boolean): this {
    this.inner.setRawMode(mode);
    return this;
  }
  ref(): this {
    this.inner.ref();
    return this;
  }
  unref(): this {
    this.inner.unref();
    return this;
  }
  pause(): this {
    this.inner.pause();
    return this;
  }
  resume(): this {
    this.inner.resume();
    return this;
  }
}

/** @returns a stream for Ink, which uses no more of it than is here */
export function withWholePastes(stream: NodeJS.ReadStream): NodeJS.ReadStream {
  return new PasteStream(stream) as unknown as NodeJS.ReadStream;
}
