import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

// Settings are small; a larger file, or a device, is none.
const limit = 1 << 20;

/** The text of a small regular file; null for everything else, without waiting for a pipe or a device. */
export function readText(name: string, most = limit): string | null {
  let descriptor: number | null = null;
  try {
    // Opening a named pipe waits for its writer, without this flag; Windows has none.
    descriptor = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > most) return null;
    const bytes = Buffer.alloc(stat.size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, stat.size, 0)).toString();
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
