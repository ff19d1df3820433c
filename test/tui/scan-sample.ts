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
  groups: [
    { kind: 'no-failure', code: '', title: 'no failure', count: 571, firstSeen: '', files: [] },
    { kind: 'cause', code: 'GM0602', title: 'go.sum has no entry for a module', count: 133, firstSeen: '11-02', files: files('sum', 3) },
    {
      kind: 'cause',
      code: 'GM0401',
      title: 'the private module was asked from public servers',
      count: 412,
      firstSeen: '11-03',
      files: files('private', 40),
    },
    { kind: 'unexplained', code: '', title: 'failed, and nothing explains it', count: 9, firstSeen: '', files: files('odd', 9) },
  ],
  problems: [
    { name: 'logs/core.bin', reason: 'binary file' },
    { name: 'logs/x.zip', reason: 'the entry "../a" has a path that leaves the archive' },
  ],
};
