import { thousands } from './numbers.ts';
import type { Widened } from './texts.ts';

const logs = (count: number) => `${thousands(count)} ${count === 1 ? 'log' : 'logs'}`;

/** The words of `modwhy scan`. */
export const scanEnglish = {
  thousands,
  head: (count: number, size: string) => `${logs(count)}, ${size}`,
  known: (count: number) =>
    `${thousands(count)} of the files ${count === 1 ? 'was' : 'were'} known from an earlier scan and did not change: not read again`,
  stopped: 'stopped before the end: these are the logs that were read until then',
  totals: {
    moduleFailures: 'failed because of modules',
    notModule: 'failed for another reason',
    unknown: 'failed, and no cause explains it',
    noFailure: 'no failure',
    unreadable: 'could not be read',
  },
  causes: 'Causes',
  others: 'Not modules',
  unexplained: 'Without a cause',
  problems: 'Could not be read',
  column: { logs: 'logs', code: 'code', cause: 'cause', first: 'first seen', last: 'last seen' },
  transient: 'may pass by itself',
  days: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  more: (count: number) => `and ${thousands(count)} more`,
  nothing: 'nothing to read was found',
  next: 'look at one:',
  reading: 'scan',
  files: (done: string, total: string | null) => (total === null ? `${done} files` : `${done}/${total} files`),
  left: (seconds: number) => (seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`),
};

export type ScanTexts = Widened<typeof scanEnglish>;
