import { openInputs } from '../ingest/open.ts';
import { ModwhyError } from '../model/error.ts';
import type { KeptLines } from '../model/proxy-log.ts';
import { say } from '../model/said.ts';
import { createThinner, type Thinner } from '../parse/access-logs/thin.ts';
import type { Session } from '../session/types.ts';
import type { Io } from './io.ts';

/** A file named by `--with`, read whole. */
export interface EvidenceText {
  readonly name: string;
  readonly text: string;
  /** Of an access log that is too large to be held the lines that matter; `text` is empty. */
  readonly kept?: KeptLines;
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
      texts.push({ name: input.name, ...(await readWhole(input.open())) });
    } catch (error) {
      if (!(error instanceof ModwhyError)) throw error;
      failed(input.name, error);
    }
  }
  return texts;
}

/** The text of a file of `--with`; of a large access log that of the lines that matter. */
export function wholeText({ text, kept }: EvidenceText): string {
  return kept ? `${kept.lines.map((_, index) => kept.at(index)).join('\n')}\n` : text;
}

async function readWhole(stream: AsyncIterable<Uint8Array>): Promise<Omit<EvidenceText, 'name'>> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let thinner: Thinner | null = null;
  for await (const chunk of stream) {
    size += chunk.length;
    if (thinner === null && size > limit) {
      thinner = createThinner();
      for (const held of chunks) thinner.push(held);
      chunks = [];
    }
    if (thinner === null) chunks.push(chunk);
    else thinner.push(chunk);
    if (thinner?.wanted === false) break;
  }
  if (thinner === null) return { text: Buffer.concat(chunks).toString() };
  const thinned = thinner.end();
  if (thinned === null)
    throw new ModwhyError(
      'E_EVIDENCE',
      say`larger than ${limit >> 20} MiB: modwhy help evidence lists what is read; save a HAR without its bodies`,
    );
  return { text: '', kept: thinned };
}

/** Gives a session every file that it knows. @returns those that it knows */
export function addEvidence(
  session: Session,
  texts: readonly EvidenceText[],
  failed: (name: string, error: ModwhyError) => void,
): EvidenceText[] {
  return texts.filter(({ name, text, kept }) => {
    try {
      session.addEvidence(name, text, kept);
      return true;
    } catch (error) {
      if (!(error instanceof ModwhyError)) throw error;
      failed(name, error);
      return false;
    }
  });
}
