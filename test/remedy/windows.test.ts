import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cmdCommand, quoteCmd, setCmd } from '../../src/remedy/cmd.ts';
import { powershellCommand, quotePowershell, replacePowershell, setPowershell, unsetPowershell } from '../../src/remedy/powershell.ts';
import { runStep } from '../../src/remedy/step.ts';
import { argumentsOf, cmdSets, cmdStarts, newPowershellLine, oldPowershellLine, powershellWords } from './windows-shells.ts';

const nasty = fc.constantFrom(
  ...'\'"`$%!^&|<>();,\\ @#{}[]*?~=-.\n\r\t\0\u2019\u201c\uff02\u00a0'.split(''),
  '--',
  '$(',
  '%PATH%',
  '!x!',
  'a',
);
const word = fc.oneof(
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
);

describe('what the parsers of this test know', () => {
  test.each([
    ['a "b c" d', ['a', 'b c', 'd']],
    [String.raw`a "b\\" c\d \"`, ['a', 'b\\', 'c\\d', '"']],
    ['a "" b', ['a', '', 'b']],
  ])('%s', (line, words) => {
    expect(argumentsOf(line)).toEqual(words);
  });
  test.each(['go & calc', 'go "a" | b', 'go "a', 'go %X%', 'go a^b', 'go "!x!"'])('cmd.exe: %s', (line) => {
    expect(() => cmdStarts(line)).toThrow();
  });
  test.each(["go 'a", 'go a;b', 'go $x', "go 'a'b", 'go -a.b', 'go -- x', 'go @x', 'go a,b', 'go # x'])('PowerShell: %s', (line) => {
    expect(() => powershellWords(line)).toThrow();
  });
});

// Words that the reader types over may be Chinese.
const withoutWords = (value: string) => value.replace(/<[^<>]*>/g, (words) => words.replace(/[\u3001\u3002\u4e00-\u9fff（），：；]/g, ''));

test('what is to be filled in may be Chinese, but nothing in it becomes a quote or a command', () => {
  expect(setCmd('GOPRIVATE', '<你的主机（例如：git.corp.test）>')).toBe('set "GOPRIVATE=<你的主机（例如：git.corp.test）>"');
  for (const value of ['<＂>', '<＂&calc>', '<％PATH％>', '<！x！>', '你的主机']) expect(setCmd('GOPRIVATE', value)).toBeNull();
});

test('cmd.exe hands words over as they are, or there is no command', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => {
      const line = cmdCommand(['go', ...words]);
      const impossible = words.some((text) => /["%!\p{Cc}]|\P{ASCII}/u.test(withoutWords(text)));
      expect(line === null).toBe(impossible);
      if (line !== null) expect(argumentsOf(cmdStarts(line))).toEqual(['go', ...words]);
    }),
    { numRuns: 3000 },
  );
});

test('every PowerShell hands words over as they are, or there is no command', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => {
      const line = powershellCommand(['go', ...words]);
      const impossible = words.some((text) => text === '' || /["\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\s.*\\$/u.test(text));
      expect(line === null).toBe(impossible);
      if (line === null) return;
      const read = powershellWords(line);
      expect(read).toEqual(['go', ...words]);
      expect(argumentsOf(newPowershellLine(read))).toEqual(read);
      expect(argumentsOf(oldPowershellLine(read))).toEqual(read);
    }),
    { numRuns: 3000 },
  );
});

test('variables have the value that was meant, or are not set', () => {
  fc.assert(
    fc.property(word, (value) => {
      const cmd = setCmd('GOPRIVATE', value);
      expect(cmd === null).toBe(/["%!\p{Cc}]|\P{ASCII}/u.test(withoutWords(value)));
      if (cmd !== null) expect(cmdSets(cmd)).toEqual(['GOPRIVATE', value]);
      const powershell = setPowershell('GOPRIVATE', value);
      expect(powershell === null).toBe(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value));
      if (powershell !== null) expect(powershellWords(powershell.replace('$env:GOPRIVATE = ', ''))).toEqual([value]);
    }),
    { numRuns: 2000 },
  );
});

test('a name that is not one is never typed', () => {
  for (const name of ['', 'a b', '<name>', 'A=B', 'A;calc', 'A"&calc'])
    expect([setCmd(name, 'x'), setPowershell(name, 'x'), unsetPowershell(name)]).toEqual([null, null, null]);
});

test('PowerShell replaces the literal text, once a line', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ascii, ascii, (find, replace) => {
      const line = replacePowershell('go.mod', find, replace)!;
      const found =
        /^\$file = Convert-Path -LiteralPath 'go\.mod'; \[IO\.File\]::WriteAllText\(\$file, \[regex\]::Replace\(\[IO\.File\]::ReadAllText\(\$file\), (.*)\)\)$/.exec(
          line,
        );
      const text = /^('(?:[^']|'')*'), ('(?:[^']|'')*')$/.exec(found![1]!)!;
      const [pattern, by] = [text[1]!, text[2]!].map((quoted) => powershellWords(quoted)[0]!);
      // .NET writes options in the pattern and the group as `${1}`.
      const search = new RegExp(
        pattern!
          .replace(/^\(\?m\)/, '')
          .replaceAll('\\ ', ' ')
          .replaceAll('\\#', '#'),
        'gm',
      );
      const before = `x ${find} ${find}\n${find}\n`;
      const once = before.split('\n').map((row) => row.replace(find, () => replace));
      expect(before.replace(search, by!.replace(/^\$\{1\}/, '$1').replace(/^\$1(?=\d)/, '$01'))).toBe(once.join('\n'));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [['go', 'mod', 'tidy'], {}, 'go mod tidy', 'go mod tidy'],
  [['go', 'get', 'example.com/a@v1.2.3'], {}, 'go get example.com/a@v1.2.3', 'go get example.com/a@v1.2.3'],
  [['go', 'build', './...'], {}, 'go build ./...', 'go build ./...'],
  [['git', 'ls-remote', '--', 'https://a.test/x'], {}, "git ls-remote '--' https://a.test/x", 'git ls-remote -- https://a.test/x'],
  [['go', 'env', '-w', 'GOPRIVATE=a.test,b.test/*'], {}, "go env -w 'GOPRIVATE=a.test,b.test/*'", 'go env -w "GOPRIVATE=a.test,b.test/*"'],
  [
    ['go', 'env', '-u', 'GOSUMDB'],
    { GOTOOLCHAIN: 'local' },
    "$was_GOTOOLCHAIN = $env:GOTOOLCHAIN; $env:GOTOOLCHAIN = 'local'; go env -u GOSUMDB; $env:GOTOOLCHAIN = $was_GOTOOLCHAIN",
    'cmd /c "set GOTOOLCHAIN=local&& go env -u GOSUMDB"',
  ],
  [['go', 'version'], { X: 'a&b' }, "$was_X = $env:X; $env:X = 'a&b'; go version; $env:X = $was_X", null],
  [['curl', '-sS', '-o', '/dev/null', 'https://a.test/'], {}, 'curl.exe -sS -o NUL https://a.test/', 'curl.exe -sS -o NUL https://a.test/'],
  [['env'], {}, 'Get-ChildItem Env:', 'set'],
  [['rm', '-rf', 'vendor'], {}, null, null],
])('%j %j', (argv, env, powershell, cmd) => {
  expect(runStep(argv, env as Record<string, string>, { cwd: null, changes: [] })).toMatchObject({ powershell, cmd });
});

test('single words', () => {
  expect(['a b', "it's", '', 'C:\\a b\\', '-x.y'].map(quotePowershell)).toEqual(["'a b'", "'it''s'", null, null, "'-x.y'"]);
  // What is filled in may be said in Chinese; anything else outside ASCII is not typed.
  expect(['A=<现有值>,b', '现有值', '<a>现'].map(quoteCmd)).toEqual(['"A=<现有值>,b"', null, null]);
  expect(['a b', "it's", '', 'C:\\a b\\', '100%'].map(quoteCmd)).toEqual(['"a b"', '"it\'s"', '""', '"C:\\a b\\\\"', null]);
});
