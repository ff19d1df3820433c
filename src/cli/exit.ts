import { type ErrorCode, ModwhyError } from '../model/error.ts';

/** Every exit code and what it promises; help and README show this table. */
export const exitCodes = [
  { code: 0, name: 'done', meaning: 'done, whatever was found; also when the reader of our pipe went away' },
  { code: 1, name: 'check', meaning: 'a check you asked for failed (--fail-on, doctor --preflight)' },
  { code: 2, name: 'usage', meaning: 'wrong usage, a file that was named could not be read, or the output could not be written' },
  { code: 70, name: 'internal', meaning: 'an error in modwhy itself' },
  {
    code: 125,
    name: 'not-started',
    meaning: 'run: it failed before it started the command (126, 127: that cannot be run)',
  },
  { code: 130, name: 'interrupted', meaning: 'interrupted (143: terminated)' },
] as const;

export const EXIT = { done: 0, check: 1, usage: 2, internal: 70, notStarted: 125, interrupted: 130 } as const;

const CODES: Readonly<Record<ErrorCode, number>> = {
  E_USAGE: EXIT.usage,
  E_READ: EXIT.usage,
  E_NOT_FOUND: EXIT.usage,
  E_DIRECTORY: EXIT.usage,
  E_BINARY: EXIT.usage,
  E_DECOMPRESS: EXIT.usage,
  E_EVIDENCE: EXIT.usage,
  E_WRITE: EXIT.usage,
  E_CONFIG: EXIT.usage,
  E_RULES: EXIT.usage,
  E_PACK: EXIT.internal,
  E_TERMINAL: EXIT.usage,
  E_STORE: EXIT.usage,
};

/** The exit code of something thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof ModwhyError ? CODES[error.code] : EXIT.internal;
}

/**
 * The table of the README, which a test compares with this.
 * @param spoken gives English words in the language of the table
 */
export function exitTable(spoken: (english: string) => string = (english) => english): string {
  const head = `| ${spoken('exit')} | ${spoken('meaning')} |`;
  return [head, '|---|---|', ...exitCodes.map(({ code, meaning }) => `| ${code} | ${spoken(meaning)} |`)].join('\n');
}
