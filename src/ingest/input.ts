import type { ErrorCode } from '../model/error.ts';

/** One input that can be read: a file, or standard input. */
export interface Input {
  /** As the user named it, or as the glob found it; `-` for standard input. */
  readonly name: string;
  /** Decompressed bytes in chunks. @throws ModwhyError E_READ | E_DECOMPRESS, after every good byte was handed out */
  open(): AsyncIterable<Uint8Array>;
}

/** One input that cannot be read: it is reported as a row, and the others go on. */
export interface BrokenInput {
  readonly name: string;
  readonly error: { readonly code: ErrorCode; readonly message: string };
  /** Named one by one on the command line, so that the exit code says 2. */
  readonly named: boolean;
}
