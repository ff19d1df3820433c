import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createKernel } from '../../src/filter/kernel.ts';
import { createPlainScanner, type LineScanner, lineHint, lineSpecial } from '../../src/filter/line-scanner.ts';
import { aloneWords, ownWords } from '../../src/filter/words.ts';

// One line for each word, as the program prints it that the word is there for, or with `x` before it where its beginning alone would be remarkable.
// Literals of signals are left out here: what matters by a word must do so in any catalog.
const lines = readFileSync(`${import.meta.dirname}/lines-of-words.txt`, 'utf8')
  .trimEnd()
  .split('\n');
const allWords = [...ownWords, ...aloneWords];
const isRemarkable = (word: string) => !aloneWords.includes(word);
const module = new WebAssembly.Module(readFileSync('dist/filter.wasm'));
const scanners: Readonly<Record<string, (words: readonly string[]) => LineScanner>> = {
  kernel: (words) =>
    createKernel(module, { literals: [], words: words.filter(isRemarkable), hints: words.filter((word) => !isRemarkable(word)) }),
  plain: (words) =>
    createPlainScanner({ literals: [], words: words.filter(isRemarkable), hints: words.filter((word) => !isRemarkable(word)) }),
};

// In every line that holds one of these, something else is remarkable.
const neverAlone = new Set(['building at step', '/@v/']);

/** Which lines matter. */
function remarkable(scanner: LineScanner, texts: readonly string[]): boolean[] {
  const bytes = Buffer.from(`${texts.join('\n')}\n`);
  const matter: boolean[] = [];
  for (let from = 0; from < bytes.length; ) {
    const count = scanner.scan(bytes, from);
    for (let line = 0; line < count; line++) matter.push((scanner.kinds[line]! & (lineSpecial | lineHint)) !== 0);
    from += scanner.ends[count - 1]! + 1;
  }
  return matter;
}

/** The words that stand in a line. */
const wordsIn = (line: string) => [...new Set(allWords)].filter((word) => line.toLowerCase().includes(word));

test.each(Object.keys(scanners))('%s: each of these lines matters by one word, and not without it', (name) => {
  const make = scanners[name]!;
  const scanner = make(allWords);
  const [matters, without] = [remarkable(scanner, lines), remarkable(make(['a word of no line']), lines)];
  expect(lines.filter((_, index) => !matters[index] || without[index])).toEqual([]);
  // What has a letter more in the middle of the word.
  const near = lines.map((line) => {
    const word = wordsIn(line)[0]!;
    const middle = line.toLowerCase().indexOf(word) + Math.ceil(word.length / 2);
    return `${line.slice(0, middle)}j${line.slice(middle)}`;
  });
  const stillMatters = remarkable(scanner, near);
  expect(near.filter((_, index) => stillMatters[index])).toEqual([]);
});

test('every word has a line that matters by it alone', () => {
  const alone = new Set(lines.map(wordsIn).flatMap((words) => (words.length === 1 ? words : [])));
  const inOthers = (word: string) => allWords.some((other) => other !== word && word.includes(other));
  expect(allWords.filter((word) => !alone.has(word) && !inOthers(word) && !neverAlone.has(word))).toEqual([]);
});
