import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Run } from './skin.ts';

export interface Failure extends Run {
  readonly name: string;
}

const folder = path.join(import.meta.dirname, 'failures');
const form = /^\$ (.+)\n([\s\S]*)^exit (\d+)\n$/m;

/** Real outputs of the go command: each file has the command, what it printed, and its exit code. */
export const failures: readonly Failure[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const match = form.exec(readFileSync(path.join(folder, file), 'utf8'));
    if (!match) throw new Error(`${file}: not "$ command", output, "exit N"`);
    return { name: path.basename(file, '.txt'), command: match[1]!, output: match[2]!, exitCode: Number(match[3]) };
  });
