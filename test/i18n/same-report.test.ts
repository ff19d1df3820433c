import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { type Language, loadLanguage } from '../../src/i18n/texts.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

const packs = { en: loadPack('en'), zh: loadPack('zh') };
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();

beforeAll(() => loadLanguage('zh'));

function explain(name: string, language: Language): Report {
  const session = createSession(packs[language], { name: path.basename(name), version: '0', language }, linearEngine);
  session.push(readFileSync(path.join('samples', name)));
  return session.report();
}

// What is said in words of ours; commands have such words only between < and >.
const ours = new Set(['title', 'why', 'says', 'price', 'because', 'instead', 'outcome', 'then', 'what', 'changes']);

/** A report without the words that a language may choose. */
function withoutWords(value: unknown, key = '', kind = ''): unknown {
  if (ours.has(key) || (key === 'text' && (kind === 'manual' || kind === 'exit'))) return '';
  if (typeof value === 'string') return value.replace(/<[^<>\n]*>/g, '<>');
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, key));
  if (typeof value !== 'object' || value === null) return value;
  const own = 'kind' in value ? String(value.kind) : '';
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutWords(item, name, own)]));
}

test.each(samples)('%s is judged the same in each language', (name) => {
  expect(withoutWords(explain(name, 'zh'))).toEqual(withoutWords(explain(name, 'en')));
});

const settings = new Set([
  'not set',
  'default',
  'loopback',
  'GOSUMDB',
  'GONOSUMDB',
  'GOPRIVATE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'toolchain',
  'file-proxy',
]);

test('every text of ours is Chinese, in every sample', () => {
  const english: string[] = [];
  const look = (value: unknown, key = '', kind = ''): void => {
    const mine = ours.has(key) || (key === 'text' && kind === 'manual');
    // What is advised against, what changes and what a probe may show can be a name alone.
    // `because` of a route is the name of a setting.
    const words = typeof value === 'string' && !['what', 'changes', 'outcome', 'instead'].includes(key) && !settings.has(value);
    if (mine && words && value !== '' && !/\p{Script=Han}/u.test(value as string)) english.push(`${key}: ${value}`);
    if (Array.isArray(value)) for (const item of value) look(item, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) look(item, name, 'kind' in value ? String(value.kind) : '');
  };
  for (const name of samples) look(explain(name, 'zh').incidents);
  expect([...new Set(english)]).toEqual([]);
});
