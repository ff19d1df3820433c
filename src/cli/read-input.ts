import { fstatSync } from 'node:fs';
import type { Language } from '../i18n/texts.ts';
import type { Input } from '../ingest/input.ts';
import { ModwhyError } from '../model/error.ts';
import type { Session } from '../session/types.ts';
import type { Progress } from './progress.ts';

// What is read sooner needs no bar, and where nobody looks only a line now and then.
const PATIENCE = 300;
const PATIENCE_UNSEEN = 30_000;

/**
 * Pushes a whole input into a session. One that breaks off is explained up to there, and the report says so.
 * @param shown what the reader calls it in a bar on standard error while it takes long; null: no bar
 * @returns what broke it off, or null
 * @throws ModwhyError when nothing could be read
 */
export async function readInput(
  input: Input,
  session: Session,
  shown: string | null = null,
  language: Language = 'en',
): Promise<ModwhyError | null> {
  let bytes = 0;
  let progress: Progress | null = null;
  let ended = false;
  const begin = async () => {
    const { startProgress } = await import('./progress.ts');
    if (ended) return;
    progress = startProgress(shown!, language);
    progress.read(bytes);
  };
  // A long file leaves no moment to a timer, and a quiet pipe gives no chunk.
  const since = shown === null ? Number.POSITIVE_INFINITY : Date.now();
  const patience = mayBeTerminal(2) ? PATIENCE : PATIENCE_UNSEEN;
  const timer = shown === null ? null : setTimeout(() => void begin(), patience);
  try {
    for await (const chunk of input.open(session)) {
      bytes += chunk.length;
      session.push(chunk);
      if (progress) (progress as Progress).read(chunk.length);
      // Once in a while timers get their turn.
      else if (Date.now() - since > patience) await new Promise((resolve) => setImmediate(resolve));
    }
    return null;
  } catch (error) {
    if (!(error instanceof ModwhyError) || bytes === 0 || (error.code !== 'E_READ' && error.code !== 'E_DECOMPRESS')) throw error;
    // What cannot be unpacked has told so where it was found.
    if (error.code === 'E_READ') session.cut('read-error', bytes, bytes);
    return error;
  } finally {
    ended = true;
    if (timer) clearTimeout(timer);
    (progress as Progress | null)?.done();
  }
}

/** A cheap look; the bar itself asks the system whether it is one. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}
