import { type ErrorCode, ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';

/** One input that may be read: it is plain data, since other threads read it. */
export interface Found {
  readonly kind: 'file' | 'url';
  /** As it is shown: what the user typed, and the way below it. */
  readonly name: string;
  /** An absolute path, or a URL. */
  readonly path: string;
  /** As the system said when it was found; 0 where nobody says. */
  readonly size: number;
  /** Milliseconds since 1970; null where nobody says. */
  readonly modified: number | null;
  /** Named one by one, so that the exit code says 2 when it cannot be read. */
  readonly named: boolean;
}

/** What kept an input from being read. */
export interface Problem {
  readonly code: ErrorCode | 'E_INTERNAL';
  /** In English. */
  readonly message: string;
  /** The sentence for other languages. */
  readonly said: Said | null;
}

/** An input that was found and cannot be read. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly name: string;
  readonly path: string;
  readonly named: boolean;
  readonly problem: Problem;
}

/** Why something failed; what is no error of ours is one of the program. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ModwhyError) return { code: error.code, message: error.message, said: error.said };
  const first = (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
  const internal = new ModwhyError('E_READ', say`an internal error ended the reading: ${first}; it is set aside`);
  return { code: 'E_INTERNAL', message: internal.message, said: internal.said };
}

export function troubleOf(name: string, path: string, named: boolean, error: unknown): Trouble {
  return { kind: 'trouble', name, path, named, problem: problemOf(error) };
}
