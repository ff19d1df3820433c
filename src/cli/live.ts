import { ModwhyError } from '../model/error.ts';
import type { Feed } from '../tui/screens/live/feed.ts';
import { wantsColor } from './color.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

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
    const color = wantsColor(options.color, io.env, true);
    await showOnTerminal(liveScreen(feed, options, becomesAnswer), { color, ascii: options.ascii });
    return EXIT.done;
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_TERMINAL') return null;
    throw error;
  }
}
