import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { completionWords } from '../completion/words.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { openOutput } from '../output.ts';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion, powershell: powershellCompletion };

/**
 * `modwhy completion SHELL`: a script that completes commands, flags and values.
 * @throws ModwhyError E_USAGE without the name of a shell
 */
export async function runCompletion(options: Options, io: Io): Promise<number> {
  const [shell = '', ...more] = options.operands;
  if (!Object.hasOwn(shells, shell) || more.length > 0) {
    const near = shell === '' || more.length > 0 ? null : nearest(shell, Object.keys(shells));
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy completion: expected bash, zsh, fish or powershell, found "${options.operands.join(' ')}"${near ? say`, did you mean ${near}?` : ''}`,
    );
  }
  const output = openOutput(options.output, [], io);
  output.write(shells[shell as keyof typeof shells](completionWords()));
  output.close();
  return EXIT.done;
}
