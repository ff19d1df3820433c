import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posixCommand, sedCommand } from '../../src/remedy/quote.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'));

test.each(['bash', 'dash'])('words come back from a real %s as they went in', (shell) => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const script = posixCommand(['printf', '%s\\0', ...words]);
      const back = execFileSync(shell, ['-c', script], { encoding: 'utf8' });
      expect(back).toBe(words.map((text) => `${text}\0`).join(''));
    }),
    { numRuns: 60 },
  );
});

test('environment values come back too', () => {
  fc.assert(
    fc.property(word, (value) => {
      const script = posixCommand(['sh', '-c', 'printf %s "$LAB_VALUE"'], { LAB_VALUE: value });
      expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe(value);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['go mod tidy', ['go', 'mod', 'tidy']],
  ["go env -w 'GOPRIVATE=corp.example.com/*'", ['go', 'env', '-w', 'GOPRIVATE=corp.example.com/*']],
  ["echo 'it'\\''s'", ['echo', "it's"]],
  ["'=x'", ['=x']],
  ["'~/x'", ['~/x']],
  ["''", ['']],
])('%s', (expected, argv) => {
  expect(posixCommand(argv)).toBe(expected);
});

test('sed replaces the literal text, whatever it holds', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sed-'));
  const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });
  try {
    fc.assert(
      fc.property(printable, printable, (find, replace) => {
        const file = path.join(folder, 'go.mod');
        writeFileSync(file, `before\n${find}\nafter\n`);
        execFileSync('bash', ['-c', sedCommand('go.mod', find, replace)], { cwd: folder });
        const first = `before\n${find}\nafter\n`
          .split('\n')
          .map((line) => (line.includes(find) ? line.replace(find, () => replace) : line));
        expect(readFileSync(file, 'utf8')).toBe(first.join('\n'));
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
