import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../src/cli/parse.ts';
import { thresholds } from '../src/store/thresholds.ts';

const pages = ['ci', 'history'].map((name) => ({
  name,
  english: readFileSync(`docs/${name}.md`, 'utf8'),
  chinese: readFileSync(`docs/${name}.zh-CN.md`, 'utf8'),
}));

const around = { env: {}, stdinHasInput: false, fileExists: () => false };

/** What stands between backquotes or in a block, where it calls modwhy. */
function callsIn(page: string): string[] {
  const code = [...page.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block!.split('\n').map((line) => line.split(/ {2,}/)[0]!),
  );
  const inline = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
  return [...code, ...inline].filter((text) => /^modwhy [a-z]/.test(text)).map((text) => text.trim());
}

/** Blocks without what is said beside a command. */
const blocks = (page: string) => (page.match(/```[a-z]*\n[\s\S]*?```/g) ?? []).map((block) => block.replace(/ {3,}\S.*$/gm, ''));
const inTables = (page: string) => page.match(/^\|.*\|$/gm)!.map((row) => row.match(/\d[\d,.]*/g) ?? []);
const codeOf = (page: string) => [...page.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!).sort();

test.each(pages)('docs/$name.md says the same in both languages: commands, code and numbers', ({ english, chinese }) => {
  expect(blocks(chinese)).toEqual(blocks(english));
  expect(codeOf(chinese)).toEqual(codeOf(english));
  const figures = (rows: string[][]) => rows.flat().filter((figure) => figure.length > 1);
  // Ten million are 1000 times ten thousand in Chinese.
  const exceptScale = (page: string) => figures(inTables(page.replace(/10 million|1000 万|1 million|100 万/g, '')));
  expect(exceptScale(chinese).sort()).toEqual(exceptScale(english).sort());
  expect(chinese.match(/^## /gm)).toHaveLength(english.match(/^## /gm)!.length);
});

test.each(pages)('every command of docs/$name.md exists, with its flags, in both languages', ({ english, chinese }) => {
  const calls = callsIn(english);
  expect(calls.length).toBeGreaterThan(8);
  expect(callsIn(chinese).sort()).toEqual([...calls].sort());
  for (const call of calls) {
    const words = call.replace('postgres://...', 'postgres://ci@db/modwhy').split(' ').slice(1);
    expect([call, parse(words, around).command]).toEqual([call, words[0]]);
  }
});

test('docs/history.md has the numbers of the code', () => {
  const days = (time: number) => time / 86_400_000;
  const { newWithin, goneFor, quietFor, passes, flakyLogs, moreLogs } = thresholds;
  const { english } = pages[1]!;
  for (const said of [
    `first seen in the last ${days(newWithin)} days`,
    `not seen for ${days(goneFor)} days or more, in which its jobs passed at least ${passes} times`,
    `not seen for the last ${days(quietFor)} days or more`,
    `newest ${flakyLogs} logs`,
    `at least ${moreLogs} logs`,
  ])
    expect(english).toContain(said);
});

test('CONTRIBUTING.md says of every folder of src what it is for, and names no file that is not there', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const table = guide.slice(guide.indexOf('## Where things are'), guide.indexOf('## How it starts'));
  expect(folders.map(({ name }) => `src/${name}`).filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  const named = [...guide.matchAll(/`((?:src|test|build|bench|rules|bin)\/[\w./-]+)`/g)].map(([, name]) => name!);
  expect(named.filter((name) => !existsSync(name) && !existsSync(`${name}.yaml`))).toEqual([]);
});
