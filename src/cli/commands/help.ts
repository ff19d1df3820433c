import { speakLanguage } from '../../tui/words.ts';
import { EXIT } from '../exit.ts';
import { helpTopic } from '../help/topics.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

/** `modwhy help [TOPIC]` */
export async function runHelp(options: Options, io: Io): Promise<number> {
  await speakLanguage(options.language);
  io.out(helpTopic(options.operands[0]));
  return EXIT.done;
}
