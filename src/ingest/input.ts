import type { ModwhyError } from '../model/error.ts';
import type { Notes } from './notes.ts';

/** One input that can be read: a file, or standard input. */
export interface Input {
  /** As the user named it, or as the glob found it; `-` for standard input. */
  readonly name: string;
  /** UTF-8 text in chunks, unpacked; an archive gives its files one after the other. @throws ModwhyError E_READ | E_DECOMPRESS | E_BINARY, after every good byte was handed out */
  open(notes?: Notes): AsyncIterable<Uint8Array>;
}

/** One input that cannot be read: it is reported as a row, and the others go on. */
export interface BrokenInput {
  readonly name: string;
  readonly error: ModwhyError;
  /** Named one by one on the command line, so that the exit code says 2. */
  readonly named: boolean;
}
