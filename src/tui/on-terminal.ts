import { openKeyboard } from './shell/keyboard.ts';
import { withWholePastes } from './shell/paste-stream.ts';
import type { Screen } from './shell/screen.ts';
import { show } from './shell/show.tsx';
import { glyphsOf } from './view/glyphs.ts';
import { type ThemeName, themeOf } from './view/theme.ts';
import { realWorld } from './world/real-world.ts';

/** How the reader wants screens to look. */
export interface ScreenSettings {
  readonly color: boolean;
  /** Nothing outside ASCII. */
  readonly ascii: boolean;
  /** Our own symbols in ASCII; texts stay as they are. */
  readonly asciiSymbols: boolean;
  readonly theme: ThemeName;
  /** Sentences, one after the other, instead of a screen. */
  readonly screenReader: boolean;
  /** Told of each drawing. */
  readonly drawn?: () => void;
}

/**
 * Shows a screen, and those that it opens, on the terminal of this process until the reader leaves.
 * @param suspend stops the process, and what belongs to it, until the shell brings it back
 * @returns the state that the screen ended with
 * @throws ModwhyError E_TERMINAL when there is no terminal to read keys from; whatever went wrong while drawing
 */
export async function showOnTerminal<State, Action, Effect>(
  screen: Screen<State, Action, Effect>,
  { color, asciiSymbols, theme, screenReader, drawn }: ScreenSettings,
  suspend: () => void = () => process.kill(process.pid, 'SIGSTOP'),
): Promise<State> {
  const keyboard = openKeyboard(process.platform);
  try {
    return await show(
      {
        screen,
        look: { glyphs: glyphsOf(asciiSymbols) },
        theme: themeOf(theme, color, process.env.COLORFGBG),
        world: realWorld,
        stop: process.platform === 'win32' ? null : suspend,
      },
      { keyboard: { ...keyboard, stream: withWholePastes(keyboard.stream) }, stdout: process.stdout },
      screenReader,
      drawn,
    );
  } finally {
    keyboard.close();
  }
}
