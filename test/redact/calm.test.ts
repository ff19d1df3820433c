import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKnownSecrets } from '../../src/redact/known.ts';
import { createLineScanner, isCalm } from '../../src/redact/line-scanner.ts';
import { rules } from '../../src/redact/rules.ts';

const words = [...new Set(rules.flatMap(({ near }) => near))];
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words.map((word) => word.toUpperCase())),
  fc.constantFrom(
    ...[
      '://',
      'https://',
      'http:',
      'https:/',
      'bob:',
      'hunter2x',
      '@',
      'example.com',
      '/',
      ' ',
      ': ',
      '=',
      '"',
      "'",
      ',',
      '\\',
      '|',
      '>',
      '?',
      '&',
      '#',
    ],
    ...[
      'pass:',
      'PASS: ',
      'Pass:',
      '--- PASS: TestA (0.00s)',
      '  password ',
      'machine a login b',
      '"name": "',
      '"value": "',
      'name: DB_PASS',
      'value: ',
    ],
    ...[
      '--password \\',
      'Authorization:',
      'Bearer ',
      `ghp_${'a1'.repeat(3)}`,
      `AKIA${'A1'.repeat(3)}`,
      `eyJ${'a1'.repeat(8)}`,
      'a'.repeat(70),
    ],
    ...[
      '-----BEGIN RSA PRIVATE KEY-----',
      '-----END',
      'MIIabc12',
      'Q'.repeat(64),
      '\x1b[31m',
      '\u200b',
      '\t',
      '2026-01-02T03:04:05Z ',
      '#12 0.3 ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const log = fc.array(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  { maxLength: 8 },
);

test('lines that are passed over have no secrets, and give none away in the lines after them', () => {
  fc.assert(
    fc.property(log, (lines) => {
      const quick = createLineScanner(createKnownSecrets());
      const thorough = createLineScanner(createKnownSecrets(), () => false);
      for (const line of lines) expect(quick.spans(line)).toEqual(thorough.spans(line));
    }),
    { numRuns: 2_000 },
  );
});

test.for([
  ['Setting up libexample-7:amd64 (1.2.7-1) ...', true],
  ['    --- PASS: TestParse/case_7 (0.00s)', true],
  ['2026-01-02T03:04:05Z Get:7 https://deb.example.org/debian bookworm/main amd64', true],
  ['Get https://example.org', false],
  ['PASS: https://example.org/a', true],
  ['see http:', false],
  ['https://bob:hunter2x@example.org/a', false],
  ['Config{Pass:hunter2x}', false],
  ['pass\x1b[1mword=hunter2x', false],
] as const)('%s', ([line, calm]) => {
  expect(isCalm(line)).toBe(calm);
});
