import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { findLiterals } from '../../src/filter/find-literals.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { toEnglish } from '../../src/match/translate.ts';

const phrases = loadPack().phrases();
const stemsIn = findLiterals(phrases.stems, middleGrams(phrases.stems));
const english = (text: string) => toEnglish(text, phrases, stemsIn([text])[0]!);

test.each([
  // git 2.39 and bash 5.2 of Debian 12, run with these locales.
  ["\t致命错误：'http://127.0.0.1:8080/ash/' 鉴权失败", "\tfatal: Authentication failed for 'http://127.0.0.1:8080/ash/'"],
  ["\tSchwerwiegend: Repository 'http://127.0.0.1:8080/ash/' nicht gefunden", "\tfatal: repository 'http://127.0.0.1:8080/ash/' not found"],
  ['致命错误：文件 /home/ada/.gitconfig 中错误的配置行 1', 'fatal: bad config line 1 in file /home/ada/.gitconfig'],
  ['bash: 行 1: stringer: 未找到命令', 'bash: 行 1: stringer: command not found'],
  ['make: *** [Mk:2 : build] Erreur 1', 'make: *** [Mk:2: build] Error 1'],
])('%s', (found, wanted) => {
  expect(english(found)).toBe(wanted);
});

test.each([
  'fatal: could not read from remote repository',
  '致命错误：',
  'Fehler: der Dienst antwortet nicht',
  'make: *** [Mk:2: build] Error 1',
  'drwxr-xr-x 2 ada ada 4096 错误',
])('no phrase, no change: %s', (text) => {
  expect(english(text)).toBe(text);
});

test('every phrase of the tables becomes its English, whatever stands in its holes', () => {
  const filler = fc.constantFrom('x', '/home/ada/a.txt', 'https://git.northwind.test/ash', '3');
  fc.assert(
    fc.property(fc.nat(phrases.list.length - 1), filler, (position, value) => {
      const { pieces, english: wanted } = phrases.list[position]!;
      const found = pieces.join(value);
      const filled = wanted.replace(/\{\d\}/g, value);
      // A longer phrase of the table may stand in a shorter one; then it is that one's turn.
      expect(toEnglish(found, phrases, [position]).trimStart()).toBe(filled.trimStart());
    }),
    { numRuns: 2000 },
  );
});

test('any text is read in one pass, and lines stay lines', () => {
  const words = fc.constantFrom(...phrases.stems, '\n', '\t', "'", ' ');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      expect(english(text).split('\n').length).toBe(text.split('\n').length);
    }),
  );
});
