import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

export type Packing = 'gzip' | 'zstd';
export type Format = Packing | 'zip' | 'tar' | 'text' | 'foreign';

// Which bytes a format starts with, and where: RFC 1952, RFC 8878, PKWARE's APPNOTE 4.3 (an empty zip file has no first file), POSIX ustar.
const known: readonly [Format, number, string][] = [
  ['gzip', 0, '1f8b'],
  ['zstd', 0, '28b52ffd'],
  ['zip', 0, '504b0304'],
  ['zip', 0, '504b0506'],
  ['tar', 257, '7573746172'],
];

// What Node cannot unpack, and the command that can.
const foreign: readonly [name: string, bytes: string, command: string][] = [
  ['xz', 'fd377a585a00', 'xz -dc FILE | modwhy'],
  ['bzip2', '425a68', 'bzip2 -dc FILE | modwhy'],
  ['lz4', '04224d18', 'lz4 -dc FILE | modwhy'],
  ['compress', '1f9d', 'uncompress -c FILE | modwhy'],
  ['7-Zip', '377abcaf271c', '7z x -so FILE | modwhy'],
  ['RAR', '526172211a07', 'unrar p -inul FILE | modwhy'],
];
// Three letters may start a log, too: bzip2 goes on with the size of its blocks and the number pi.
const bzip2 = /^425a683[1-9]314159265359/;
// Skippable frames may stand before the first one.
const skippable = /^5[0-9a-f]2a4d18/;

/** What the content is, by its first bytes; the name says nothing. `foreign` has to be unpacked first. */
export function formatOf(start: Uint8Array): Format {
  if (foreignOf(start)) return 'foreign';
  const found = known.find(([, at, bytes]) => hexOf(start, at, bytes.length / 2) === bytes);
  return found?.[0] ?? (skippable.test(hexOf(start, 0, 4)) ? 'zstd' : 'text');
}

/** For content of a foreign format: its name, and what to do. */
export function foreignError(start: Uint8Array): ModwhyError {
  const [name, , command] = foreignOf(start)!;
  return new ModwhyError('E_DECOMPRESS', say`it is packed with ${name}, which modwhy does not unpack; unpack it first: ${command}`);
}

function foreignOf(start: Uint8Array): (typeof foreign)[number] | undefined {
  const hex = hexOf(start, 0, 16);
  return foreign.find(([name, bytes]) => hex.startsWith(bytes) && (name !== 'bzip2' || bzip2.test(hex)));
}

function hexOf(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.subarray(from, from + length)).toString('hex');
}
