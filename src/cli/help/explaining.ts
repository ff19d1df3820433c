import { evidenceKinds } from '../../evidence/kinds.ts';
import { spoken } from '../told.ts';
import { helpText } from './overview.ts';
import { columns, flagRowsOf, type HelpTopics, prose } from './rows.ts';

/** Help about one log and what is known of it. */
export const explainingTopics: HelpTopics = {
  explain: () => [helpText().trimEnd(), '', 'modwhy explain', ...flagRowsOf('explain')],
  evidence: () => [
    spoken('modwhy explain build.log --with FILE - what stands beside the log'),
    '',
    ...columns(evidenceKinds.map(({ kind, shows }) => [kind, shows] as const)),
    '',
    ...prose(
      'A file is known by its content, not by its name, and up to 16 MiB are read. The same',
      'pasted into the log below its command (cat go.mod, go env) or in a fence of ```',
      'counts, too. What a file shows is quoted with its name and line. Of two go env the last',
      'one counts, unless the log shows which is its own; what differs is named.',
    ),
  ],
  ask: () => [
    spoken('modwhy explain --ask build.log - questions that settle what the log leaves open'),
    '',
    ...columns([
      ['modwhy explain --ask build.log', 'asks on the terminal'],
      ['modwhy explain --answer Q=OUTCOME build.log', 'an answer; may be repeated'],
      ['modwhy explain --answer Q=? build.log', 'not known: the question is left out'],
      ['modwhy tree build.log', 'all questions, and what follows from each'],
      ['modwhy tree GM0106', 'what tells this cause from what looks like it'],
      ['modwhy tree', 'the way that go takes to a module'],
    ]),
    '',
    ...prose(
      'Each question is a command that only looks. Run it where the build failed, and say what',
      'it shows. An answer counts as evidence, and is shown as "answered"; on the screen the',
      'key a opens the questions, and b takes the last answer back.',
    ),
  ],
  tree: () => [
    spoken('modwhy tree [FILE|TEXT] - what to look at where the log does not decide'),
    '',
    ...columns([
      ['modwhy tree build.log', 'the questions that would decide this log'],
      ["modwhy tree 'unknown revision v1.2.3'", 'those of an error line, in quotes'],
      ['modwhy tree GM0106', 'what tells this cause from what looks like it'],
      ['modwhy tree', 'the way that go takes to a module'],
    ]),
    '',
    ...prose(
      'Each question is a command that only looks; below each of its outcomes stands what',
      'follows: the next question, or a cause. Nothing is run. An answer that is known',
      'already shortens the tree: --answer QUESTION=OUTCOME, as modwhy explain takes it.',
      '--format json has a schema, schema/tree-v1.json.',
    ),
    '',
    ...flagRowsOf('tree'),
  ],
  paste: () => [
    spoken('modwhy paste - a log that is pasted, explained while it comes'),
    '',
    ...prose(
      'Up to 20 MB. A paste of more than 20 lines is one row. Secrets are hidden and counted,',
      'and nothing leaves this machine. The path of a file, pasted or dropped, opens that file.',
      'Enter explains, Ctrl+U clears, Ctrl+O opens a file, Esc goes back.',
    ),
    '',
    ...prose('Without a terminal: modwhy < build.log'),
    '',
    ...flagRowsOf('paste'),
  ],
  redact: () => [
    spoken('modwhy redact [FILE...] - the log with its secrets hidden, safe to share'),
    '',
    ...columns([
      ['modwhy redact build.log > shared.log', 'one log; several follow each other'],
      ['modwhy redact -o shared.log build.log', 'into a file that only you can read at first'],
      ['go build ./... 2>&1 | modwhy redact', 'what comes in on the pipe, as it comes'],
    ]),
    '',
    ...prose(
      'Passwords, tokens, keys and user names become <secret-1>, <user-1>: the same one has',
      'the same name throughout. All other bytes stay: line ends, colours, encoding.',
      'A file is read twice, so that a secret is hidden before the line that gives it away',
      'too; a pipe is read once. How many were hidden is said on standard error (-q: not).',
      'No program finds every secret: look through the result before you share it.',
    ),
  ],
};
