import { createInterface, type Interface } from 'node:readline/promises';
import type { Io } from '../io.ts';
import type { Wish } from './conduct.ts';

/** Asks about each step on a terminal: Enter, `s` or `q`; the end of the input stops. */
export interface Asking {
  wish(): Promise<Wish>;
  close(): void;
}

export function askOnTerminal(io: Io, words: string): Asking {
  let lines: Interface | null = null;
  return {
    async wish() {
      lines ??= createInterface({ input: io.stdin, output: process.stderr });
      const ended = new Promise<null>((done) => lines!.once('close', () => done(null)));
      const said = await Promise.race([lines.question(`      ${words}`), ended]);
      if (said === null || /^\s*q/i.test(said)) return 'stop';
      return /^\s*s/i.test(said) ? 'skip' : 'run';
    },
    close: () => lines?.close(),
  };
}
