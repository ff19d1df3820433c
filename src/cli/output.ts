import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';
import type { Io } from './io.ts';

/** Where reports go: standard output as they come, or one file at the end. */
export interface Output {
  write(text: string): void;
  /** @throws ModwhyError E_WRITE when the file cannot be written */
  close(): void;
}

/**
 * @param file null or `-`: standard output
 * @throws ModwhyError E_USAGE when the file is one of the inputs
 */
export function openOutput(file: string | null, inputs: readonly string[], io: Io): Output {
  if (file === null || file === '-') return { write: (text) => io.out(text), close: () => {} };
  if (inputs.some((input) => input !== '-' && path.resolve(input) === path.resolve(file)))
    throw new ModwhyError('E_USAGE', say`-o ${file} is also an input: the report would overwrite the log`);
  const parts: string[] = [];
  return {
    write: (text) => void parts.push(text),
    close: () => {
      try {
        writeFileSync(file, parts.join(''));
      } catch (error) {
        throw new ModwhyError('E_WRITE', say`cannot write ${file}: ${writeReason(error as NodeJS.ErrnoException)}`, { cause: error });
      }
    },
  };
}

/** Why a file cannot be written, and what to do. */
export function writeReason(error: NodeJS.ErrnoException): Said | string {
  if (error.code === 'ENOENT') return say`its folder does not exist; make it first`;
  if (error.code === 'EISDIR') return say`it is a folder; name a file in it`;
  if (error.code === 'EACCES') return say`permission denied; check who may write there`;
  return error.message;
}
