import { createHash } from 'node:crypto';
import type { StoredLog } from '../../src/model/history.ts';

const HOUR = 3_600_000;

/** A log that is told from all others by its number: every third one passed. */
export function numberedLog(number: number): StoredLog {
  const passed = number % 3 === 0;
  const module = `example.com/lib-${number % 7}`;
  return {
    source: `/logs/${number}.log`,
    size: 1000 + number,
    modified: null,
    content: createHash('sha256').update(String(number)).digest('hex'),
    catalog: '2026.12.0',
    verdict: passed ? 'no-failure' : 'module-failure',
    error: null,
    lines: 20,
    at: Date.UTC(2026, 9, 1) + number * HOUR,
    clock: 'log',
    job: `job-${number % 5}`,
    commit: `commit-${number >> 2}`,
    runner: `runner-${number % 2}`,
    ids: [`run:${number >> 1}`],
    incidents: passed
      ? []
      : [
          {
            position: 0,
            fingerprint: `1:${module}`,
            verdict: 'module-failure',
            terminal: true,
            recovered: false,
            cause: 'network.connect-refused',
            code: 'GM0101',
            label: 'likely',
            observer: 'local',
            transient: true,
            module,
            version: 'v1.2.3',
            host: 'proxy.example.com',
            path: null,
            line: 7,
            text: `go: ${module}@v1.2.3: connection refused`,
            command: 'go mod download',
            template: null,
          },
        ],
  };
}
