import { ModwhyError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import type { AskingSession } from '../session/types.ts';
import type { ScreenSettings } from '../tui/on-terminal.ts';
import { wantsColor } from './color.ts';
import { giveBackAfterDrawing } from './give-back.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** Whether one input is shown on the screen: a terminal on both sides, and nobody asked for something else. */
export function wantsScreen(options: Options, inputs: number, io: Io): boolean {
  if (inputs !== 1 || options.formatGiven || options.output !== null || !options.tui || !io.stdoutIsTerminal) return false;
  if (io.env.TERM === 'dumb' || (io.env.CI !== undefined && !['false', '0'].includes(io.env.CI))) return false;
  return io.stdinIsTerminal || io.canReadKeys();
}

/**
 * Shows the screen until the reader leaves it.
 * @returns the exit code, or null when the terminal cannot show it, so that text must do
 */
export async function showScreen(session: AskingSession, report: Report, options: Options, io: Io): Promise<number | null> {
  const { runScreen } = await import('../tui/main.ts');
  try {
    return await runScreen({
      session,
      report,
      waterfall: options.waterfall,
      redact: options.redact,
      language: options.language,
      ...screenSettings(options, io),
      drawn: giveBackAfterDrawing,
    });
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_TERMINAL') return null;
    throw error;
  }
}

/** How screens look, as the reader and the terminal want it. */
export function screenSettings({ color, ascii, theme, screenReader }: Options, io: Io): ScreenSettings {
  return {
    color: wantsColor(color, io.env, true),
    ascii,
    asciiSymbols: ascii || !drawsUnicode(io.env, process.platform),
    theme,
    screenReader,
  };
}

/** Whether our own symbols may be beyond ASCII: a UTF-8 locale, or Windows Terminal; a Mac's terminals are UTF-8 without saying so. */
export function drawsUnicode(env: Io['env'], platform: string): boolean {
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (platform === 'darwin' && locale === '') return true;
  return /utf-?8/i.test(locale);
}
