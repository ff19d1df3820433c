import { ModwhyError } from '../model/error.ts';
import type { Feed } from '../tui/screens/live/feed.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';
import { screenSettings } from './screen.ts';

/**
 * Shows logs while they grow, until the reader leaves.
 * @param becomesAnswer the explained log takes the place of the live screen when nothing more comes
 * @returns the exit code, or null when the terminal cannot show it, so that text must do
 */
export async function showLive(feed: Feed, options: Options, io: Io, becomesAnswer = false): Promise<number | null> {
  const [{ showOnTerminal }, { liveScreen }, { speakLanguage }] = await Promise.all([
    import('../tui/on-terminal.ts'),
    import('../tui/screens/live/screen.ts'),
    import('../tui/words.ts'),
  ]);
  await speakLanguage(options.language);
  try {
    await showOnTerminal(liveScreen(feed, options, becomesAnswer), screenSettings(options, io));
    return EXIT.done;
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_TERMINAL') return null;
    throw error;
  }
}
