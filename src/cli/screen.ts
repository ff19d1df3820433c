import { ModwhyError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import type { AskingSession } from '../session/types.ts';
import { wantsColor } from './color.ts';
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
    const color = wantsColor(options.color, io.env, true);
    return await runScreen({ session, report, color, ascii: options.ascii, language: options.language });
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_TERMINAL') return null;
    throw error;
  }
}
