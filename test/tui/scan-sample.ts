import type { ScanModel } from '../../src/tui/screens/scan/model.ts';

const files = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `logs/${name}-${index + 1}.log`, line: index * 7 + 12, label: 'likely' }));

/** A scan that is half done. */
export const reading: ScanModel = {
  target: 'logs/**/*.{log,zip}',
  phase: 'reading',
  files: { done: 1204, total: 2071 },
  bytes: { done: 6.1e9, total: 10.4e9 },
  bytesPerSecond: 96e6,
  secondsLeft: 45,
  workers: 2,
  now: 'logs/job-88121.zip > 7_Run go test.txt',
  reading: ['logs/job-88121.zip > 7_Run go test.txt', 'logs/job-88122.log.zst'],
  known: 310,
  days: { first: '11-02', last: '11-20' },
  groups: [
    { kind: 'no-failure', code: '', title: 'no failure', count: 571, firstSeen: '', files: [] },
    {
      kind: 'cause',
      code: 'GM0602',
      title: 'go.sum has no entry for a module',
      count: 133,
      firstSeen: '11-02',
      lastSeen: '11-20',
      days: [9, 8, 7, 9, 8, 0, 0, 7, 8, 9, 6, 7, 0, 0, 12, 14, 11, 10, 8],
      files: files('sum', 3),
    },
    {
      kind: 'cause',
      code: 'GM0401',
      title: 'the private module was asked from public servers',
      count: 412,
      firstSeen: '11-03',
      lastSeen: '11-20',
      days: [0, 4, 12, 9, 14, 1, 0, 22, 31, 28, 40, 35, 2, 0, 48, 61, 52, 33, 20],
      same: [
        { name: 'module path', value: 'git.corp.test/payments', count: 412 },
        { name: 'GOPRIVATE', value: 'not set', count: 409 },
        { name: 'runner', value: 'gitlab-runner 19.2.0', count: 388 },
      ],
      fix: { title: 'in the CI variables of all projects:', lines: ['GOPRIVATE=git.corp.test/*'] },
      files: [{ name: 'logs/job-70113.zip!/7_Run go test.txt', line: 412, label: 'likely' }, ...files('private', 39)],
    },
    { kind: 'unexplained', code: '', title: 'failed, and nothing explains it', count: 9, firstSeen: '', files: files('odd', 9) },
  ],
  problems: [
    { name: 'logs/core.bin', reason: 'binary file' },
    { name: 'logs/x.zip', reason: 'the entry "../a" has a path that leaves the archive' },
  ],
};
