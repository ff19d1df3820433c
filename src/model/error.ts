import { type Said, wordsOf } from './said.ts';

/** Every way modwhy itself can fail; the exit code of each is in `cli/exit.ts`. */
export type ErrorCode =
  | 'E_USAGE'
  | 'E_READ'
  | 'E_NOT_FOUND'
  | 'E_DIRECTORY'
  | 'E_BINARY'
  | 'E_DECOMPRESS'
  | 'E_EVIDENCE'
  | 'E_WRITE'
  | 'E_CONFIG'
  | 'E_RULES'
  | 'E_PACK'
  | 'E_TERMINAL'
  | 'E_STORE';

/** The one error class: a closed set of codes, and one sentence that says what was expected and what was found. */
export class ModwhyError extends Error {
  override readonly name = 'ModwhyError';
  readonly code: ErrorCode;
  readonly #said: Said | null;

  constructor(code: ErrorCode, message: string | Said, options?: ErrorOptions) {
    super(typeof message === 'string' ? message : wordsOf(message), options);
    this.code = code;
    this.#said = typeof message === 'string' ? null : message;
  }

  /** The sentence, where it can be said in other languages; `message` is English. */
  get said(): Said | null {
    return this.#said;
  }
}
