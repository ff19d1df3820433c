import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitTable } from '../src/cli/exit.ts';
import { flagTable } from '../src/cli/flags.ts';
import { parse } from '../src/cli/parse.ts';
import { evidenceTable } from '../src/evidence/kinds.ts';
import { sentencesZh } from '../src/i18n/zh-sentences.ts';
import { keyMarkdown } from '../src/tui/key-table.ts';
import { speakLanguage } from '../src/tui/words.ts';
import { modwhy } from './cli/modwhy.ts';

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');

const commandsOf = (readme: string) => /```sh\n([\s\S]*?)```/.exec(readme)![1]!.trim().split('\n');

test.each([
  ['README.md', english, 'en', 'What an answer looks like'],
  ['README.zh-CN.md', chinese, 'zh', '回答是什么样'],
])('the first block of %s has two commands, and the answer shown is what the first one prints', (_, readme, lang, heading) => {
  const commands = commandsOf(readme);
  expect(commands).toHaveLength(2);
  const sample = /samples\/\S+\.log/.exec(commands[0]!)![0];
  const shown = new RegExp(`## ${heading}\n\n\`\`\`text\n([\\s\\S]*?)\`\`\``).exec(readme)![1];
  const { out } = modwhy(['explain', '--lang', lang, sample]);
  expect(out).toBe(shown);
});

test.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('every command in the lists of %s exists, with its flags', (_, readme) => {
  const lists = [...readme.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, list]) => list!.split('\n'));
  const calls = lists.filter((line) => /^modwhy [a-z]/.test(line)).map((line) => line.split(/ {2,}|(?<=\d) (?=\p{Script=Han})| [>|]/u)[0]!);
  expect(calls.length).toBeGreaterThan(30);
  for (const call of calls) {
    const words = [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!).slice(1);
    expect([call, parse(words, { env: {}, stdinHasInput: false, fileExists: () => false }).command]).toEqual([call, words[0]]);
  }
});

test('the Chinese one has the tables in Chinese', () => {
  const spoken = (words: string) => sentencesZh[words] ?? words;
  expect(chinese).toContain(flagTable(spoken));
  expect(chinese).toContain(exitTable(spoken));
});

test('the Chinese one has the keys in Chinese', async () => {
  await speakLanguage('zh');
  expect(chinese).toContain(keyMarkdown());
  await speakLanguage('en');
});

test('both have the table of evidence from the code', () => {
  expect(english).toContain(evidenceTable((words) => words, '| file | from | shows |'));
  expect(chinese).toContain(evidenceTable((words) => sentencesZh[words] ?? words, '| 文件 | 来自 | 能看出 |'));
});

test('both say the same: commands, code, numbers of sections and tables', () => {
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
  const count = (readme: string, pattern: RegExp) => (readme.match(pattern) ?? []).length;
  // The languages have a section of their own in Chinese.
  expect(count(chinese, /^## /gm)).toBe(count(english, /^## /gm) + 1);
  expect(count(chinese, /^\|---/gm)).toBe(count(english, /^\|---/gm));
  expect(count(chinese, /^```/gm)).toBe(count(english, /^```/gm));
  const code = (readme: string) =>
    new Set([...readme.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, text]) => text!).filter((text) => !/[<\p{Script=Han}]/u.test(text)));
  const [said, original] = [code(chinese), code(english)];
  expect([...original].filter((text) => !said.has(text) && !labels.has(text))).toEqual([]);
  expect([...said].filter((text) => !original.has(text) && !ofLanguages.has(text))).toEqual([]);
});

// Words of the English answer, which are Chinese in the other, and what that one says of languages.
const labels = new Set(['where', 'asked', 'then', 'likely', 'MODWHY_LANG=zh']);
// What the section about languages names.
const ofLanguages = new Set(['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE', '--lang en|zh', '--lang zh', 'keys']);
