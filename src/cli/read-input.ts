import type { Input } from '../ingest/input.ts';
import { type ErrorCode, ModwhyError } from '../model/error.ts';
import type { Session } from '../session/types.ts';

const LIMITS: Partial<Readonly<Record<ErrorCode, string>>> = { E_DECOMPRESS: 'gzip-truncated', E_READ: 'read-error' };

/**
 * Pushes a whole input into a session. One that breaks off is explained up to there, and the report says so.
 * @returns what broke it off, or null
 * @throws ModwhyError when nothing could be read
 */
export async function readInput(input: Input, session: Session): Promise<ModwhyError | null> {
  let bytes = 0;
  try {
    for await (const chunk of input.open()) {
      bytes += chunk.length;
      session.push(chunk);
    }
    return null;
  } catch (error) {
    const limit = error instanceof ModwhyError ? LIMITS[error.code] : undefined;
    if (limit === undefined || bytes === 0) throw error;
    session.cut(limit, bytes, bytes);
    return error as ModwhyError;
  }
}
