import type { Input } from '../ingest/input.ts';
import { ModwhyError } from '../model/error.ts';
import type { Session } from '../session/types.ts';

/**
 * Pushes a whole input into a session. One that breaks off is explained up to there, and the report says so.
 * @returns what broke it off, or null
 * @throws ModwhyError when nothing could be read
 */
export async function readInput(input: Input, session: Session): Promise<ModwhyError | null> {
  let bytes = 0;
  try {
    for await (const chunk of input.open(session)) {
      bytes += chunk.length;
      session.push(chunk);
    }
    return null;
  } catch (error) {
    if (!(error instanceof ModwhyError) || bytes === 0 || (error.code !== 'E_READ' && error.code !== 'E_DECOMPRESS')) throw error;
    // What cannot be unpacked has told so where it was found.
    if (error.code === 'E_READ') session.cut('read-error', bytes, bytes);
    return error;
  }
}
