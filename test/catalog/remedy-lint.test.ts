import { expect, test } from 'vitest';
import { readRules } from '../../src/catalog/read.ts';
import { lintRemedy } from '../../src/catalog/remedy-lint.ts';
import { causeRule } from '../../src/catalog/schema.ts';

const remedies = readRules('rules').causes.flatMap((cause) =>
  cause.remedies.map((remedy) => [`${cause.id} ${remedy.id}`, remedy] as const),
);
type Draft = { applicability: string; steps: unknown[]; price?: string };
const said = (remedy: Draft) => lintRemedy(causeRule.shape.remedies.parse([{ id: 'x', title: 'x', ...remedy }])[0]!);

test('every remedy says what to fill in, looks before it sets, keeps lists, and names its price', () => {
  expect(remedies.flatMap(([name, remedy]) => lintRemedy(remedy).map((problem) => `${name}: ${problem}`))).toEqual([]);
});

test('a placeholder must have one, and it must say what belongs there', () => {
  expect(said({ applicability: 'placeholder', steps: [{ run: ['go', 'mod', 'download'] }] })).toEqual([
    'is a placeholder, and nothing is to be filled in',
  ]);
  expect(said({ applicability: 'placeholder', steps: [{ run: ['go', 'get', '<value>'] }] })).toEqual([
    '<value> does not say what belongs there',
  ]);
  expect(said({ applicability: 'placeholder', steps: [{ run: ['go', 'get', '{module}@<another version>'] }] })).toEqual([]);
});

test('a list keeps what is there, and is looked at first', () => {
  const look = { run: ['go', 'env', 'GOPRIVATE'] };
  const set = (value: string) => ({ run: ['go', 'env', '-w', `GOPRIVATE=${value}`] });
  const price = 'Not checked any more.';
  expect(said({ applicability: 'placeholder', price, steps: [set('<existing>,{module}')] })).toEqual([
    'sets GOPRIVATE without a step before that looks at it',
  ]);
  expect(said({ applicability: 'placeholder', price, steps: [look, set('{module}')] })).toEqual([
    'sets GOPRIVATE without what is there already',
  ]);
  expect(said({ applicability: 'placeholder', steps: [look, set('<existing>,{module}')] })).toEqual([
    'gives something up and names no price',
  ]);
  expect(said({ applicability: 'placeholder', price, steps: [look, set('{goprivate_existing|<existing>,}{module}')] })).toEqual([]);
});

test('what is done by hand says who does what', () => {
  expect(said({ applicability: 'manual', steps: [{ manual: 'Fix it.' }] })).toEqual(['"Fix it." does not say who does what, and where']);
});
