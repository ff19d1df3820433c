import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';

// Go may be running: every file can vanish or change between two looks. What is gone is passed over, what is denied is told.

/** What looking at a name gave. */
type Look = { readonly stat: Stats } | { readonly error: 'missing' | 'denied' };

const missing: Look = { error: 'missing' };
const denied: Look = { error: 'denied' };

/** The status of a name itself, without following a link. */
function look(name: string): Look {
  try {
    const stat = lstatSync(name, { throwIfNoEntry: false });
    return stat ? { stat } : missing;
  } catch (error) {
    return isDenied(error) ? denied : missing;
  }
}

/** The same, where only being there counts. */
export function statOf(name: string): Stats | null {
  const found = look(name);
  return 'stat' in found ? found.stat : null;
}

/** The names in a folder, in the order of their bytes; null when it is none, or is gone. */
export function listFolder(name: string, onDenied?: (name: string) => void): Dirent[] | null {
  try {
    return readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isDenied(error)) onDenied?.(name);
    return null;
  }
}

/**
 * Opens a regular file for reading. A link is not followed, and a pipe or device not waited for.
 * @returns null when it is none, or cannot be opened
 */
export function openFile(name: string, onDenied?: (name: string) => void): { descriptor: number; stat: Stats } | null {
  let descriptor: number | null = null;
  try {
    // Windows has neither flag.
    descriptor = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stat = fstatSync(descriptor);
    if (stat.isFile()) return { descriptor, stat };
  } catch (error) {
    if (isDenied(error)) onDenied?.(name);
  }
  closeFile(descriptor);
  return null;
}

export function closeFile(descriptor: number | null): void {
  if (descriptor !== null) closeSync(descriptor);
}

/** Up to so many bytes of a regular file from its start; null when it is none. */
export function readStart(name: string, limit: number, onDenied?: (name: string) => void): Buffer | null {
  const file = openFile(name, onDenied);
  if (!file) return null;
  try {
    return readAt(file.descriptor, 0, Math.min(limit, file.stat.size));
  } finally {
    closeFile(file.descriptor);
  }
}

/** Up to so many bytes; fewer where the file ends, or cannot be read on. */
export function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  try {
    while (done < length) {
      const count = readSync(descriptor, bytes, done, length - done, position + done);
      if (count === 0) break;
      done += count;
    }
  } catch {
    // A damaged disk: what was read until here is what there is.
  }
  return bytes.subarray(0, done);
}

function isDenied(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM';
}
