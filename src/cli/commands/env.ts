import { speakComparing } from '../../i18n/comparing/texts.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { checkFormat } from '../tool-output.ts';

const words = ['diff', 'why'];

/**
 * `modwhy env diff A B` and `modwhy env why NAME`
 * @throws ModwhyError E_USAGE for any other word
 */
export async function runEnv(options: Options, io: Io): Promise<number> {
  const [word, ...operands] = options.operands;
  await speakComparing(options.language);
  checkFormat(`env ${word ?? ''}`.trim(), options);
  if (word === 'diff') return (await import('./env-diff.ts')).runEnvDiff({ ...options, operands }, io);
  if (word === 'why') return (await import('./env-why.ts')).runEnvWhy({ ...options, operands }, io);
  const near = word === undefined ? null : nearest(word, words);
  throw new ModwhyError(
    'E_USAGE',
    say`modwhy env needs diff or why, as in: modwhy env diff laptop.txt ci.log, modwhy env why GOPROXY; found "${word ?? ''}"${near ? say`, did you mean ${near}?` : ''}`,
  );
}
