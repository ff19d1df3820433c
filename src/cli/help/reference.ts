import { say } from '../../model/said.ts';
import { keySections } from '../../tui/key-table.ts';
import { type CommandEntry, commands } from '../commands.ts';
import { exitCodes } from '../exit.ts';
import type { Flag } from '../flag.ts';
import { flags, screens } from '../flags.ts';
import { spoken, told } from '../told.ts';
import { commandRow } from './overview.ts';
import { columns, flagRows, type HelpTopics } from './rows.ts';

/** Tables of names. */
export const referenceTopics: HelpTopics = {
  commands: () => columns((commands as readonly CommandEntry[]).map(commandRow)),
  keys: () => [
    ...keySections().flatMap(({ heading, keys }) => [heading, ...columns(keys), '']),
    spoken('flags of screens'),
    ...flagRows(({ of }) => of === screens),
  ],
  environment: () => [
    ...columns(
      (flags as readonly Flag[]).flatMap((flag) => (flag.variable ? [[flag.variable, told(say`as --${flag.name}`)] as const] : [])),
    ),
    ...columns([
      ['NO_COLOR', 'no colour'],
      ['FORCE_COLOR, CLICOLOR_FORCE', 'colour even in a pipe; --color is stronger than all of them'],
      ['TERM=dumb, CI', 'no screen'],
      ['LC_ALL, LC_MESSAGES, LANG, LANGUAGE', 'the language, where neither --lang nor MODWHY_LANG names one'],
      ['MODWHY_CONFIG', 'the only config file; empty: none'],
      ['MODWHY_RUN_OUTPUT', 'set by modwhy run for those inside it: the pipes that it reads'],
    ]),
  ],
  'exit-codes': () => columns(exitCodes.map(({ code, meaning }) => [String(code).padStart(3), meaning] as const)),
  formats: () =>
    columns([
      ['text', 'for a reader; several inputs are separated by an empty line'],
      ['lines', 'one line a finding, FILE:LINE: error: CODE cause: message, for editors'],
      ['json', 'one object for one input; its schema is schema/report-v1.json'],
      ['ndjson', 'one row for every input, in input order, errors included'],
      ['markdown', 'for a pull request comment or a job summary'],
      ['html', 'one page with charts that needs nothing beside itself'],
      ['sarif', 'SARIF 2.1.0, for code scanning'],
      ['junit', 'JUnit XML: what made a command fail is a failed test'],
      ['github', 'annotations of GitHub Actions, one a finding'],
      ['gitlab', 'a Code Quality report of GitLab'],
    ]),
};
