import { spoken } from '../told.ts';
import { columns, flagRowsOf, type HelpTopics, prose } from './rows.ts';

/** Help about builds that run. */
export const runningTopics: HelpTopics = {
  run: () => [
    spoken('modwhy run [FLAGS] -- CMD ARGS... - run a command, explain when it fails'),
    '',
    ...columns([
      ['modwhy run -- go build ./...', 'the answer appears below the output'],
      ["make GO='modwhy run -- go'", 'a Makefile that says $(GO)'],
      ['modwhy run --retry-if-transient 3 -- go get .', 'in a CI job, or in a RUN line'],
    ]),
    '',
    ...prose(
      'What CMD prints comes out unchanged and at once; the answer goes to standard',
      'error or to -o. Standard input, signals and the exit code are those of CMD:',
      '128+n when a signal ended it, 126 when it cannot be run, 127 when it is not',
      'found, 125 when modwhy failed before that. When CMD succeeds, modwhy says',
      'nothing. Inside another modwhy run, the outer one explains. What CMD prints into',
      'a pipe may be less coloured than on a terminal: --pty gives it one.',
    ),
    '',
    ...flagRowsOf('run'),
    '',
    ...prose(
      'Retried is only go build, test, mod, get, list or install (unless --retry-any),',
      'when every cause that ended it is transient and at least likely. Waits: 2 s, 4',
      's, 8 s ... up to 60 s, each a little longer so that many jobs do not ask at',
      'once. modwhy config shows what may be retried.',
    ),
  ],
  watch: () => [
    spoken('modwhy watch FILE... - follow logs that grow, and say why a build in them failed'),
    '',
    ...columns([
      ['modwhy watch build.log', 'a screen on a terminal, answers in a pipe'],
      ['modwhy watch --format ndjson agent.log', 'a row for each report that differs'],
      ['modwhy watch --from resume agent.log', 'goes on where it was left'],
    ]),
    '',
    ...columns([
      ['--from start', 'from the first byte (the default)'],
      ['--from end', 'only what is written from now on'],
      ['--from resume', 'from the place that the last one left, else from the first byte'],
    ]),
    '',
    ...prose(
      'A file may be renamed, emptied, replaced, deleted, and need not be there yet.',
      'The head of a job (GitHub, GitLab, Jenkins, BuildKit), an emptied file, or the',
      'next command that someone types after a failure begins another build with a',
      'report of its own. Text is printed when a failure is complete, or when nothing',
      'was written for 2 seconds. In a row, "final" says that the build is over, and',
      '"revision" counts what changed. Ctrl+C ends it: exit code 130.',
    ),
  ],
};
