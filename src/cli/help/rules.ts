import { spoken } from '../told.ts';
import { columns, flagRowsOf, type HelpTopics, prose } from './rows.ts';

/** Help about what modwhy knows of Go's errors. */
export const rulesTopics: HelpTopics = {
  causes: () => [
    spoken('modwhy causes [CODE|NAME|FAMILY] - why builds fail, as far as modwhy knows it'),
    '',
    ...columns([
      ['modwhy causes', 'all causes; on a terminal a screen with a filter'],
      ['modwhy causes GM0403', 'one: why, which signals show it, what to do'],
      ['modwhy causes checksum', 'those of one family'],
    ]),
    '',
    ...prose(
      'A code such as GM0403 stands in every report and never means another cause. Below a',
      'cause stand the signals that show it and those that speak against it, what to do,',
      'what that changes and costs, and commands that make sure. What is in < > here,',
      'modwhy explain fills in where the log says it.',
    ),
    '',
    ...flagRowsOf('causes'),
  ],
  rules: () => [
    spoken('modwhy rules [ID|CODE] - the patterns by which modwhy knows a message'),
    '',
    ...columns([
      ['modwhy rules', 'all signals; on a terminal a screen with a filter'],
      ['modwhy rules git-no-username', 'one: its pattern, texts that it matches, and near ones'],
    ]),
    '',
    ...prose(
      'A signal is a message of go, git or a server, and says nothing about why: that is what',
      'modwhy causes has. With --format json a report names the signal of each line that it',
      'rests on.',
    ),
    '',
    ...flagRowsOf('rules'),
  ],
};
