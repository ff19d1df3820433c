import { realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type SaveResult = 'saved' | 'exists' | 'is-log' | { readonly failed: string };

/**
 * Writes a report into a file. One that is there stays, unless the reader agreed; the log itself always does.
 * @param log the file that is explained, or null
 */
export function saveReport(file: string, text: string, overwrite: boolean, log: string | null): SaveResult {
  try {
    if (log !== null && sameFile(file, log)) return 'is-log';
    writeFileSync(file, text, { flag: overwrite ? 'w' : 'wx' });
    return 'saved';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return 'exists';
    return { failed: code === 'ENOENT' ? `the folder ${path.dirname(path.resolve(file))} does not exist` : message };
  }
}

function sameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
}
