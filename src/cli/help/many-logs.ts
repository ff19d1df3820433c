import { historyEnglish } from '../../i18n/en-history.ts';
import { spoken } from '../told.ts';
import { columns, flagRowsOf, type HelpTopics, prose } from './rows.ts';

const { state } = historyEnglish;

/** Help about many logs: reading them, asking what was found, and doing so on many machines. */
export const manyLogsTopics: HelpTopics = {
  scan: () => [
    spoken('modwhy scan PATH|GLOB|URL|-... - many logs: which causes, how often, since when'),
    '',
    ...columns([
      ['modwhy scan logs', 'everything below a folder, archives too'],
      ["modwhy scan 'logs/**/*.log.gz'", 'what a pattern finds'],
      ['find logs -print0 | modwhy scan -', 'names from a list, one a line or ended by NUL'],
      ['modwhy scan --shard 2/8 logs', 'the second of eight parts, for eight machines'],
    ]),
    '',
    ...prose(
      'Each log gets the answer of modwhy explain; of an archive each log or job is one.',
      'A number counts logs. What was found is kept, so that the next scan reads only',
      'what is new or has changed, and modwhy history says what all of it shows.',
    ),
    '',
    ...prose(
      'What cannot be read has its row and does not stop the others; a log that takes too',
      'long or too much memory is set aside. Links to folders elsewhere are not entered,',
      'nor are .git and node_modules below a folder: name them to have them read.',
      'Only https URLs that you name are asked. --format ndjson gives a report for every',
      'log and the summary at the end. Ctrl+C shows what was found until then.',
    ),
    '',
    ...flagRowsOf('scan'),
  ],
  history: () => [
    spoken('modwhy history [ACTION] - what many scanned logs say together'),
    '',
    ...columns([
      ['modwhy history', 'what fails most (top)'],
      ['modwhy history top --since 30d', 'in the last 30 days that are stored'],
      ['modwhy history trend --by host', 'a row for each host, over time'],
      ['modwhy history show 1', 'the first of top: when, where, newest logs'],
      ['modwhy history compare --since 7d', 'the last week against the one before'],
      ['modwhy history unexplained', 'failures that no cause explains'],
      ['modwhy history prune --older 180d', 'what would be removed; --yes removes it'],
    ]),
    '',
    ...prose(
      'modwhy scan keeps what it finds, and this asks it: no log is read again. A number',
      'counts logs in which the failure ended a command; what a retry mended does not',
      'count. Times are UTC, and 30d counts back from the newest log that is stored, so',
      'that the same store always gives the same answer.',
    ),
    '',
    ...columns([
      [spoken(state.new), 'first seen in the last 7 days that are stored'],
      [spoken(state.regressed), 'seen again in the last 7 days, after 7 or more in which its jobs passed without it'],
      [spoken(state.fixed), 'not seen for 3 days, and its jobs passed 3 times since'],
      [spoken(state.ongoing), 'all others'],
    ]),
    '',
    ...prose(
      'What was found stays until prune, or history: { keep: 180d } in your config, removes it.',
      'The logs themselves are not kept.',
    ),
    '',
    ...flagRowsOf('history'),
  ],
  worker: () => [
    spoken('modwhy worker --store postgres://... - reads the logs that wait on a server'),
    '',
    ...columns([
      ['modwhy scan --enqueue --store URL /mnt/logs', 'once: their names wait in a queue'],
      ['modwhy worker --store URL', 'on each machine: reads until none is left'],
      ['modwhy worker --store URL --status', 'how many wait, and what was set aside'],
    ]),
    '',
    ...prose(
      'URL is postgres://user@host/database; MODWHY_STORE can hold it. The queue has names,',
      'not contents: every worker must see the logs at the same path or URL. It takes 100',
      'at a time and ends when none is left and no other worker holds any. What a worker',
      'held that died comes back after 15 minutes, and a log that is read twice counts',
      'once. One that cannot be read is tried three times, then set aside. What was found',
      'is asked by modwhy history --store URL.',
    ),
    '',
    ...flagRowsOf('worker'),
  ],
};
