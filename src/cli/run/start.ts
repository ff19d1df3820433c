import { runChild } from '../../proc/child.ts';
import type { Ending } from '../../proc/ending.ts';
import type { KeptOutput } from '../../proc/kept-output.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

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
