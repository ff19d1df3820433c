import { openKeyboard } from './shell/keyboard.ts';
import { withWholePastes } from './shell/paste-stream.ts';
import type { Screen } from './shell/screen.ts';
import { show } from './shell/show.tsx';
import { glyphsOf } from './view/glyphs.ts';
import { themeOf } from './view/theme.ts';
import { openDocs } from './world/browser.ts';
import { copyWithProgram, osc52 } from './world/clipboard.ts';

/** How the reader wants screens to look. */
export interface ScreenSettings {
  readonly color: boolean;
  readonly ascii: boolean;
}

/**
 * Shows a screen, and those that it opens, on the terminal of this process until the reader leaves.
 * @returns the state that the screen ended with
 * @throws ModwhyError E_TERMINAL when there is no terminal to read keys from; whatever went wrong while drawing
 */
export async function showOnTerminal<State, Action, Effect>(
  screen: Screen<State, Action, Effect>,
  { color, ascii }: ScreenSettings,
): Promise<State> {
  const keyboard = openKeyboard(() => process.stdin, process.stdin.isTTY ?? false, process.platform);
  try {
    return await show(
      {
        screen,
        look: { glyphs: glyphsOf(ascii) },
        theme: themeOf(color),
        world: { copy, openDocs },
        stop: process.platform === 'win32' ? null : () => void process.kill(process.pid, 'SIGSTOP'),
      },
      { stdin: withWholePastes(keyboard.stream), stdout: process.stdout },
    );
  } finally {
    keyboard.close();
  }
}

/** Both ways: the terminal's may be switched off, the program's may not be there. */
async function copy(text: string): Promise<string | null> {
  process.stdout.write(osc52(text));
  return copyWithProgram(text, process.platform, process.env);
}
