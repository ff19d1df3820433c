import { ModwhyError } from '../model/error.ts';
import type { Feed } from '../tui/screens/live/feed.ts';
import type { AtEnd } from '../tui/screens/live/screen.ts';
import { EXIT } from './exit.ts';
import { keepGivingBack } from './give-back.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';
import { screenSettings } from './screen.ts';

/**
 * Shows logs while they grow, until the reader leaves.
 * @returns the exit code: 130 when the reader left with Ctrl+C before the end; null when the terminal cannot show it, so that text must do
 */
export async function showLive(feed: Feed, options: Options, io: Io, atEnd: AtEnd = 'stays'): Promise<number | null> {
  const [{ showOnTerminal }, { liveScreen }, { speakLanguage }] = await Promise.all([
    import('../tui/on-terminal.ts'),
    import('../tui/screens/live/screen.ts'),
    import('../tui/words.ts'),
  ]);
  await speakLanguage(options.language);
  const end = keepGivingBack('always');
  try {
    const { interrupted } = await showOnTerminal(liveScreen(feed, options, atEnd), screenSettings(options, io), feed.suspend);
    return interrupted ? EXIT.interrupted : EXIT.done;
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_TERMINAL') return null;
    throw error;
  } finally {
    end();
  }
}
