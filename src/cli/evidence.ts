import { openInputs } from '../ingest/open.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import type { Session } from '../session/types.ts';
import type { Io } from './io.ts';

/** A file named by `--with`, read whole. */
export interface EvidenceText {
  readonly name: string;
  readonly text: string;
}

// The largest go.sum files have some megabytes; a HAR has more only with its bodies.
const limit = 1 << 24;

/**
 * Reads the files of `--with`.
 * @param failed told about each that cannot be read; the others go on
 */
export async function readEvidence(
  names: readonly string[],
  io: Io,
  failed: (name: string, error: ModwhyError) => void,
): Promise<EvidenceText[]> {
  const texts: EvidenceText[] = [];
  for (const input of await openInputs(names, io)) {
    if ('error' in input) {
      failed(input.name, input.error);
      continue;
    }
    try {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of input.open()) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit)
          throw new ModwhyError(
            'E_EVIDENCE',
            say`larger than ${limit >> 20} MiB: modwhy help evidence lists what is read; save a HAR without its bodies`,
          );
      }
      texts.push({ name: input.name, text: Buffer.concat(chunks).toString() });
    } catch (error) {
      if (!(error instanceof ModwhyError)) throw error;
      failed(input.name, error);
    }
  }
  return texts;
}

/** Gives a session every file that it knows. @returns those that it knows */
export function addEvidence(
  session: Session,
  texts: readonly EvidenceText[],
  failed: (name: string, error: ModwhyError) => void,
): EvidenceText[] {
  return texts.filter(({ name, text }) => {
    try {
      session.addEvidence(name, text);
      return true;
    } catch (error) {
      if (!(error instanceof ModwhyError)) throw error;
      failed(name, error);
      return false;
    }
  });
}
