import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { manPage } from '../man.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';

/**
 * `modwhy man`: the manual page, for `man -l -`.
 * @throws ModwhyError E_USAGE for operands
 */
export async function runMan(options: Options, io: Io): Promise<number> {
  if (options.operands.length > 0)
    throw new ModwhyError('E_USAGE', say`modwhy man takes no operands, found "${options.operands[0]!}": modwhy man | man -l -`);
  const output = openOutput(options.output, [], io);
  output.write(manPage());
  output.close();
  return EXIT.done;
}
