import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { exitCodes } from '../../src/cli/exit.ts';
import type { Flag } from '../../src/cli/flag.ts';
import { flags } from '../../src/cli/flags.ts';
import { helpTopic, helpTopics } from '../../src/cli/help/topics.ts';
import { sentencesZh } from '../../src/i18n/zh-sentences.ts';
import { say, wordsOf } from '../../src/model/said.ts';
import { displayWidth } from '../../src/report/width.ts';
import { modwhy } from '../cli/modwhy.ts';

/** The pattern of every `say` in the source, those inside the holes of others too. */
function patternsIn(text: string): string[] {
  return [...text.matchAll(/\bsay`/g)].map(({ index }) => {
    let at = index + 4;
    let pattern = '';
    for (let hole = 1; text[at] !== '`'; ) {
      if (!text.startsWith('${', at)) pattern += text[at++];
      else {
        pattern += `{${hole++}}`;
        for (let depth = 0; ; ) {
          if (text[at] === '{') depth++;
          if (text[at++] === '}' && --depth === 0) break;
        }
      }
    }
    return pattern;
  });
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith('said.ts'),
);
const patterns = new Set(sources.flatMap((name) => patternsIn(readFileSync(`src/${name}`, 'utf8'))));

test('every sentence of an error or a notice has its Chinese, with the same values', () => {
  expect(patterns.size).toBeGreaterThan(60);
  expect([...patterns].filter((pattern) => !Object.hasOwn(sentencesZh, pattern))).toEqual([]);
  const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
  for (const pattern of patterns) expect([pattern, holes(sentencesZh[pattern]!)]).toEqual([pattern, holes(pattern)]);
});

test('every command, flag and exit code has its Chinese', () => {
  const english = [
    ...commands.map(({ help }) => help),
    ...(flags as readonly Flag[]).flatMap(({ help, helpOf }) => [help, ...Object.values(helpOf ?? {})]),
    ...exitCodes.map(({ meaning }) => meaning),
  ];
  expect(english.filter((words) => !Object.hasOwn(sentencesZh, words))).toEqual([]);
});

test.each(helpTopics())('help %s is all Chinese, and fits 80 columns', (topic) => {
  const { out } = modwhy(['help', topic, '--lang', 'zh']);
  expect(out).toMatchSnapshot();
  // What stands in both languages is a name, with nothing said of it.
  const english = new Set(helpTopic(topic).split('\n'));
  const same = out.split('\n').filter((line) => english.has(line) && /^\S| {2,}/.test(line.replace(/^ +(?=\S)/, ' ')));
  expect(same.filter((line) => line !== 'modwhy explain')).toEqual([]);
  expect(out.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
});

test.each(helpTopics())('help %s fits 80 columns in English', (topic) => {
  expect(
    helpTopic(topic)
      .split('\n')
      .filter((line) => displayWidth(line) > 80),
  ).toEqual([]);
});

test('every command has help of its own', () => {
  expect(commands.map(({ name }) => name).filter((name) => !helpTopics().includes(name))).toEqual([]);
});

test('a sentence without a translation is said in English, and one in another is translated too', () => {
  const inner = say`its folder does not exist; make it first`;
  expect(wordsOf(say`cannot write ${'a.txt'}: ${inner}`, sentencesZh)).toBe('无法写入 a.txt：所在目录不存在；先建目录');
  expect(wordsOf(say`cannot fly to ${'a.txt'}: ${inner}`, sentencesZh)).toBe('cannot fly to a.txt: 所在目录不存在；先建目录');
});

test('the values of a sentence are not taken for holes', () => {
  expect(wordsOf(say`cannot write ${'{2}'}: ${'{1}'}`, sentencesZh)).toBe('无法写入 {2}：{1}');
});
