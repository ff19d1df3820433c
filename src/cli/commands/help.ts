import { EXIT } from '../exit.ts';
import { helpTopic } from '../help.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

/** `modwhy help [TOPIC]` */
export function runHelp(options: Options, io: Io): number {
  io.out(helpTopic(options.operands[0]));
  return EXIT.done;
}
