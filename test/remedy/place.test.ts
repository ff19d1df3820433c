import { expect, test } from 'vitest';
import { createDialectReader } from '../../src/dialect/reader.ts';
import type { Line } from '../../src/model/line.ts';
import { placeOf } from '../../src/remedy/place.ts';

/** The place of the last line, with the last echo before it. */
function placeIn(...texts: string[]): string {
  const reader = createDialectReader();
  const lines = texts.map((text, index): Line => {
    const line: Line = { number: index + 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
    reader.read(line);
    return line;
  });
  const echo = lines.findLast((line) => line.kind === 'command');
  return placeOf([lines.at(-1)!, ...(echo ? [echo] : [])], reader.names());
}

const failed = 'go: example.com/a@v1.0.0: invalid version: unknown revision v1.0.0';

test.each([
  ['posix', failed],
  ['posix', '$ go mod tidy', failed],
  ['powershell', 'PS C:\\src\\app> go mod tidy', failed],
  ['powershell', 'PS /home/ada> go mod tidy', failed],
  ['cmd', 'C:\\src\\app>go mod tidy', failed],
  ['powershell', 'go: open C:\\Users\\ada\\go\\pkg\\mod\\cache\\lock: Access is denied.'],
  ['posix', 'ada@box MINGW64 ~/app', '$ go mod tidy', 'go: open C:\\Users\\ada\\go\\pkg\\mod\\cache\\lock: Access is denied.'],
  ['posix', 'go: example.com/a:\\b'],
  ['dockerfile', '#9 [4/5] RUN go mod download', `#9 0.512 ${failed}`],
  ['dockerfile', 'Step 4/5 : RUN go mod download', ' ---> Running in 0123456789ab', failed],
  [
    'github-actions',
    '2026-01-02T03:04:05.1234567Z ##[group]Run go mod download',
    '2026-01-02T03:04:05.1234567Z ##[endgroup]',
    `2026-01-02T03:04:06.1234567Z ${failed}`,
  ],
  [
    'dockerfile',
    '2026-01-02T03:04:05.1234567Z ##[group]Run docker build .',
    '2026-01-02T03:04:05.1234567Z ##[endgroup]',
    '2026-01-02T03:04:05.1234567Z #9 [4/5] RUN go mod download',
    `2026-01-02T03:04:06.1234567Z #9 0.512 ${failed}`,
  ],
  [
    'gitlab-ci',
    'section_start:1767323045:step_script\r\u001b[0K\u001b[0K\u001b[36;1mExecuting "step_script" stage of the job script\u001b[0;m',
    '\u001b[32;1m$ go mod download\u001b[0;m',
    failed,
  ],
  ['jenkins', '[Pipeline] sh', '+ go mod download', failed],
])('%s', (expected, ...lines) => {
  expect(placeIn(...lines)).toBe(expected);
});

test('a CI system without forms of its own', () => {
  const line: Line = { number: 1, offset: 0, text: failed, kind: 'output', time: null, clock: 'order', lane: '', dialects: ['circleci'] };
  expect(placeOf([line], ['circleci'])).toBe('ci');
  expect(placeOf([{ ...line, dialects: ['make', 'toString'] }], ['make'])).toBe('posix');
});
