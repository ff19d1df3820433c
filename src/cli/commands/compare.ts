import { comparingTexts, speakComparing } from '../../i18n/comparing/texts.ts';
import { ModwhyError } from '../../model/error.ts';
import { parseEvidence } from '../../parse/evidence.ts';
import { isGitLog } from '../../parse/git-log.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { checkFormat } from '../tool-output.ts';
import { openTwice, type TwiceReadable } from '../twice.ts';

type Kind = 'log' | 'git log' | 'go.mod' | 'go.sum' | 'go env';

/**
 * `modwhy compare GOOD BAD`: two logs, two go.mod, two go.sum, or what `git log -p` printed, alone or with the failed log.
 * @throws ModwhyError E_USAGE for anything else, or a reading error
 */
export async function runCompare(options: Options, io: Io): Promise<number> {
  await speakComparing(options.language);
  checkFormat('compare', options);
  const { compare } = comparingTexts();
  const { operands } = options;
  if (operands.length < 1 || operands.length > 2) throw new ModwhyError('E_USAGE', compare.usage(operands.length));
  const inputs = await openTwice(operands, io);
  const kinds = inputs.map(kindOf);
  const logs = inputs.filter((_, index) => kinds[index] === 'log');
  const history = inputs.find((_, index) => kinds[index] === 'git log');
  if (history && logs.length === inputs.length - 1)
    return (await import('./compare-modules.ts')).compareHistory(history, logs[0] ?? null, { options, io });
  const [a, b] = inputs;
  if (a === undefined || b === undefined) throw new ModwhyError('E_USAGE', compare.usage(operands.length));
  if (kinds[0] !== kinds[1]) throw new ModwhyError('E_USAGE', compare.mixed(compare.kinds[kinds[0]!]!, compare.kinds[kinds[1]!]!));
  if (kinds[0] === 'go env') throw new ModwhyError('E_USAGE', compare.env);
  if (kinds[0] === 'log') return (await import('./compare-logs.ts')).compareLogs(a, b, { options, io });
  return (await import('./compare-modules.ts')).compareFiles(a, b, { options, io });
}

/** By its content, never by its name. */
function kindOf({ text }: TwiceReadable): Kind {
  if (text === null) return 'log';
  if (isGitLog(text)) return 'git log';
  try {
    const { kind } = parseEvidence('', text);
    return kind === 'go env' || kind === 'go.mod' || kind === 'go.sum' ? kind : 'log';
  } catch {
    return 'log';
  }
}
