import { statSync } from 'node:fs';

/** Has characters that mean something in a pattern. */
export function isPattern(name: string): boolean {
  return /[*?[\]{}!()]/.test(name);
}

/** Files that a pattern finds, sorted by their bytes so that every machine has one order. Linked folders are not entered: they may go in circles. */
export async function findByPattern(pattern: string): Promise<string[]> {
  const { default: glob } = await import('fast-glob');
  const slashes = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  // Linked files are wanted, and `onlyFiles` would leave them out.
  const found = await glob(slashes, { followSymbolicLinks: false, onlyFiles: false });
  return found.filter((name) => !isFolder(name)).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    // A broken link gets its row when it is opened.
    return false;
  }
}
