import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { encodingAtStart } from '../encoding.ts';
import { foreignError, formatOf } from '../format.ts';
import type { Notes } from '../notes.ts';
import { decoderFor } from '../text.ts';

/** The text of one file that grows, as UTF-8. Bytes are given out as soon as their line has ended. */
export interface FollowedText {
  /** @throws ModwhyError E_BINARY | E_DECOMPRESS when it is no text */
  push(chunk: Uint8Array): Buffer;
  /** The rest. */
  end(): Buffer;
  /** Bytes of the line that has not ended; null where a place in the file cannot be gone on from. */
  unfinished(): number | null;
}

const NEWLINE = 10;

export function createFollowedText(notes: Notes): FollowedText {
  let decode: ReturnType<typeof decoderFor> | null = null;
  let unfinished: number | null = 0;
  return {
    push(chunk) {
      // The decoder may keep what it is given.
      const bytes = Buffer.from(chunk);
      if (!decode) {
        refusePacked(bytes);
        decode = decoderFor(bytes, notes);
        if (encodingAtStart(bytes) !== 'bytes') unfinished = null;
      }
      if (unfinished !== null) {
        const end = bytes.lastIndexOf(NEWLINE) + 1;
        unfinished = end > 0 ? bytes.length - end : unfinished + bytes.length;
      }
      return Buffer.concat(decode(bytes, false));
    },
    end: () => Buffer.concat(decode?.(new Uint8Array(0), true) ?? []),
    unfinished: () => unfinished,
  };
}

function refusePacked(start: Buffer): void {
  const format = formatOf(start);
  if (format === 'text') return;
  if (format === 'foreign') throw foreignError(start);
  throw new ModwhyError(
    'E_DECOMPRESS',
    say`this is packed with ${format}, and what is packed does not grow; explain it: modwhy explain FILE`,
  );
}
