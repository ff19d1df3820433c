import { readSync } from 'node:fs';
import { openGunzip } from '../ingest/gunzip.ts';
import { archiveLimits } from '../ingest/limits.ts';

const inputLength = 1 << 16;
const { free, ratio, total: most } = archiveLimits;
const nothing = new Uint8Array(0);
let input: Buffer | null = null;

/**
 * What is packed in a gzip file, block by block within the limits.
 * @param onRead takes what was read of the file
 * @returns what fills a block: with how many bytes, 0 at the end; null where a reader has to say what is wrong with the file
 */
export function unpackInto(descriptor: number, onRead: (bytes: Uint8Array) => void): ((block: Buffer) => number | null) | null {
  const gunzip = openGunzip();
  if (gunzip === null) return null;
  gunzip.reset();
  input ??= Buffer.allocUnsafeSlow(inputLength);
  const buffer = input;
  let waiting: Uint8Array = nothing;
  let read = 0;
  let unpacked = 0;
  let ended = false;
  return (block) => {
    let length = 0;
    while (length < block.length) {
      if (waiting.length === 0 && !ended) {
        waiting = buffer.subarray(0, readSync(descriptor, buffer, 0, inputLength, read));
        onRead(waiting);
        read += waiting.length;
        ended = waiting.length === 0;
      }
      const left = gunzip.unpack(waiting, block.subarray(length), ended);
      if (left === null) return null;
      const [took, gave] = [waiting.length - left.input, block.length - length - left.output];
      // What stands behind the data, and is no more of it.
      if (left.input > 0 && left.output > 0) return null;
      waiting = waiting.subarray(took);
      length += gave;
      if (ended && left.output > 0) break;
    }
    unpacked += length;
    if (unpacked > Math.min(most, Math.max(free, ratio * (read - waiting.length)))) return null;
    return length;
  };
}
