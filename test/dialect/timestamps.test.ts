import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from '../../src/dialect/timestamps.ts';
import { show } from './show.ts';

const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
const seconds = fc
  .tuple(fc.constantFrom('1969', '2025', '2026', '0000'), two(13), two(32), two(24), two(60), two(60))
  .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}`);
const fraction = fc.option(fc.stringMatching(/^\.\d{1,9}$/), { nil: undefined });

test('times in any order are what the engine reads, to the millisecond', () => {
  const time = fc.tuple(seconds, fraction, fc.constantFrom('Z', '+02:00', '-0330'));
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 5 }), (times) => {
      for (const [second, part, zone] of [...times, ...times]) {
        const written = `${second}${(part ?? '').slice(0, 4)}${zone === '-0330' ? '-03:30' : zone}`;
        expect(isoTime(second, part, zone)).toBe(Date.parse(written));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a time that no calendar has is none', () => {
  expect(show('[Container] 2026/99/02 03:04:05 Running command go build')).toBe('dialects: codebuild\ncommand step | go build');
});
