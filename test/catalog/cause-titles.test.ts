import { expect, test } from 'vitest';
import { causeTitles } from '../../src/catalog/cause-titles.ts';
import { loadPack } from '../../src/catalog/load.ts';
import { loadLanguage } from '../../src/i18n/texts.ts';

test('a title that begins with a file or a program is written as they are, others as sentences', () => {
  const titles = causeTitles(loadPack('en'));
  const shown = [...titles.values()].map(({ title }) => title);
  expect(shown.length).toBe(loadPack('en').causes);
  expect(shown.filter((title) => /^(?:Go\.|Git\b|Go (?:list|mod|get|build|env)\b)/.test(title))).toEqual([]);
  expect(shown.filter((title) => /^(?:git|go\.mod|go\.sum)\b/.test(title)).length).toBeGreaterThan(2);
  expect(shown.filter((title) => /^(?:a|an|the|this) /.test(title))).toEqual([]);
});

test('a Chinese title has no space where words stand for a name', async () => {
  await loadLanguage('zh');
  const shown = [...causeTitles(loadPack('zh')).values()].map(({ title }) => title);
  expect(shown.filter((title) => /\p{Script=Han} \p{Script=Han}/u.test(title))).toEqual([]);
});
