import { runChild } from '../../proc/child.ts';
import type { Ending } from '../../proc/ending.ts';
import type { KeptOutput } from '../../proc/kept-output.ts';
import { isInside } from '../../proc/nested.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { wantsScreen } from '../screen.ts';

/**
 * How each attempt is started: with pipes, or with a terminal of its own.
 * @throws ModwhyError E_TERMINAL when `--pty` cannot have one
 */
export async function startCommand(options: Options, { env }: Io): Promise<(kept: KeptOutput) => Promise<Ending>> {
  const argv = options.operands as [string, ...string[]];
  if (!options.run.pty) return (kept) => runChild(argv, env, kept);
  const { preparePty } = await import('../../proc/pty-child.ts');
  return preparePty(argv, env);
}

/** Whether a command is shown on the screen while it runs: a terminal of its own draws over it. */
export function wantsLive(options: Options, io: Io): boolean {
  return options.run.screen && !options.run.pty && !isInside(io.env) && wantsScreen(options, 1, io);
}
