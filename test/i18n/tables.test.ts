import { expect, test } from 'vitest';
import { readRules } from '../../src/catalog/read.ts';
import { comparingEnglish } from '../../src/i18n/comparing/texts.ts';
import { comparingChinese } from '../../src/i18n/comparing/zh.ts';
import { en } from '../../src/i18n/en.ts';
import { cacheEnglish } from '../../src/i18n/en-cache.ts';
import { routeEnglish } from '../../src/i18n/en-route.ts';
import { zh } from '../../src/i18n/zh.ts';
import { cacheChinese } from '../../src/i18n/zh-cache.ts';
import { routeChinese } from '../../src/i18n/zh-route.ts';
import { english } from '../../src/tui/words.ts';
import { chinese } from '../../src/tui/words-zh.ts';

type Table = { readonly [key: string]: unknown };
type Leaf = readonly [key: string, value: unknown];

function leaves(table: Table, prefix = ''): Leaf[] {
  return Object.entries(table).flatMap(([key, value]): Leaf[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as Table, `${prefix}${key}.`)
      : [[prefix + key, value]],
  );
}

const tables = {
  reports: [en, zh],
  route: [routeEnglish, routeChinese],
  cache: [cacheEnglish, cacheChinese],
  screens: [english, chinese],
  comparing: [comparingEnglish, comparingChinese],
} as const;
const pairs = Object.entries(tables).flatMap(([name, [of, as]]) => {
  const others = new Map(leaves(as));
  return leaves(of).map(([key, value]) => [`${name}.${key}`, value, others.get(key)] as const);
});

// Chinese of these is the same, or they have no words of their own.
const same = new Set([
  'reports.join.after',
  'reports.ownLists',
  'reports.unknown.steps.docker.command',
  'reports.unknown.steps.download.command',
  'reports.diagnosis.advice.download-v.instead',
  'route.source.GOROOT/go.env',
  'comparing.env.why.names.GOROOT/go.env',
  'comparing.blame.goMod',
  'comparing.blame.commands.vulnerabilities.command',
  'comparing.blame.commands.licences.command',
  'comparing.compare.kinds.go.mod',
  'comparing.compare.kinds.go.sum',
]);
// Names of keys and commands, and marks between words.
const wordless =
  /^(?:reports\.join\.|reports\.sentence\.comma|(?:route|cache)\.(?:join|colon|semicolon)|screens\.(?:colon|comma|semicolon)|screens\.keys\..*\.shown|screens\.of$|screens\.summary)|^reports\.places\.posix/;

test('each language has the same keys', () => {
  for (const [of, as] of Object.values(tables)) {
    const extra = leaves(as).filter(([key]) => !leaves(of).some(([other]) => other === key));
    // Where English shows a name as it is, Chinese has words for it.
    expect(extra.map(([key]) => key).filter((key) => !/^(?:sentence|causeNames)\./.test(key))).toEqual([]);
  }
  expect(pairs.filter(([, , chinese]) => chinese === undefined).map(([key]) => key)).toEqual([]);
});

test('every text is Chinese, and none is empty that English has', () => {
  const wrong = pairs.filter(([key, english, chinese]) => {
    if (typeof english !== 'string' || same.has(key) || wordless.test(key)) return false;
    return english === '' ? chinese !== '' : !/\p{Script=Han}/u.test(String(chinese));
  });
  expect(wrong).toEqual([]);
});

const samples = [
  ['alpha.test', 'beta.test', 'gamma.test', 'delta.test'],
  [7, 1203, 45],
  [1, 1, 1],
] as const;

/** What a sentence says of its values, whatever kinds they are; null when it is not made for these. */
function said(make: (...values: unknown[]) => unknown, values: readonly unknown[]): string | null {
  try {
    return JSON.stringify(make(...values));
  } catch {
    return null;
  }
}

test.each(pairs.filter(([, english]) => typeof english === 'function'))('%s says the same values', (key, english, chinese) => {
  const [inEnglish, inChinese] = [english, chinese] as ((...values: unknown[]) => unknown)[];
  const lists = [[['alpha.test', 'beta.test']], ['alpha.test', ['beta.test', 'gamma.test']]];
  const marks = [{ sure: 'S!', possible: 'P!', unlikely: 'U!', unknown: 'X!', past: 'E!', evidence: 'V!' }];
  let compared = 0;
  for (const values of [...samples, ...lists, marks]) {
    const [before, after] = [said(inEnglish!, values), said(inChinese!, values)];
    if (before === null || after === null) continue;
    const names = ['alpha.test', 'beta.test', 'gamma.test', 'delta.test', '1203', '1,203', '45', ...Object.values(marks[0]!)];
    expect([key, names.filter((name) => before.includes(name) && !after.includes(name))]).toEqual([key, []]);
    compared++;
  }
  expect(compared).toBeGreaterThan(0);
});

test('every cause that is said not to be meant has a short name', () => {
  const causes = readRules('rules').causes.map(({ id }) => id);
  const families = new Set(Object.keys(zh.causeNames).map((id) => id.split('.')[0]));
  expect(Object.keys(zh.causeNames).filter((id) => !causes.includes(id))).toEqual([]);
  expect(causes.filter((id) => families.has(id.split('.')[0]) && !(id in zh.causeNames))).toEqual([]);
});
