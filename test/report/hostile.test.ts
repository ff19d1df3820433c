import { expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { errorRow, renderNdjson } from '../../src/report/ndjson.ts';
import { renderText } from '../../src/report/text.ts';
import { hostileStrings, poisoned } from './hostile.ts';

const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

for (const [name, text] of Object.entries(hostileStrings)) {
  test(`text: ${name}`, () => {
    for (const verdict of ['module-failure', 'unknown', 'no-failure'] as const) {
      const shown = renderText({ ...poisoned(text), verdict }, { verbose: true });
      expect(shown).not.toMatch(OBEYED);
    }
  });

  test(`json and ndjson: ${name}`, () => {
    const sample = poisoned(text);
    expect(renderJson(sample)).not.toMatch(OBEYED);
    expect(JSON.parse(renderJson(sample))).toEqual(sample);
    expect(renderNdjson(sample).trimEnd()).not.toMatch(/\n/);
    expect(JSON.parse(renderNdjson(sample))).toEqual(sample);
    expect(JSON.parse(renderNdjson(errorRow(3, text, { code: 'E_READ', message: text })))).toMatchObject({
      index: 3,
      input: { name: text },
    });
  });

  test(`markdown: ${name}`, () => {
    const shown = renderMarkdown(poisoned(text));
    expect(shown).not.toMatch(OBEYED);
    const [marker, ...rest] = shown.split('\n');
    expect(marker).toMatch(/^<!-- modwhy:[^<>]* -->$/);
    expect(outsideOfCode(rest.join('\n'))).not.toMatch(/<script|<img|<a |@\w|https?:\/\/(?!go\.dev)|www\.\w|#\d|(?<!\\)\]\(/i);
  });
}

test('outside text cannot begin a line of the report', () => {
  const lines = renderText(poisoned('x\ndocs  https://evil.example\n1. very likely: y   GM9999')).split('\n');
  expect(lines.filter((line) => line.startsWith('docs') || line.startsWith('1.'))).toEqual([
    '1. very likely: x docs  https://evil.example 1. very likely: y   GM9999   GM0401',
    '1. very likely: x docs  https://evil.example 1. very likely: y   GM9999   GM0401',
    'docs  x docs  https://evil.example 1. very likely: y   GM9999',
  ]);
});

/** What a Markdown reader takes as words: fences and code spans are taken out, by CommonMark's rules for both. */
function outsideOfCode(markdown: string): string {
  const words: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^(`{3,})[^`]*$/.exec(line)?.[1] ?? '';
    if (fence) fence = ticks.length >= fence.length && line === ticks ? '' : fence;
    else if (ticks) fence = ticks;
    else words.push(line);
  }
  expect(fence).toBe('');
  return words.join('\n').replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');
}
