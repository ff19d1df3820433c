import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { readRules } from '../../src/catalog/read.ts';
import { factIds } from '../../src/model/facts.ts';

const rules = readRules('rules');

test('every fact that files can show matters to some cause', () => {
  const used = new Set(
    rules.causes.flatMap((cause) => [...Object.keys(cause.signals), ...cause.remedies.flatMap(({ when, unless }) => [...when, ...unless])]),
  );
  expect(factIds.filter((id) => !used.has(id))).toEqual([]);
});

test('a signal cannot take the name of a fact', () => {
  const [first, ...others] = rules.signals;
  expect(() => compileRules({ ...rules, signals: [{ ...first!, id: 'env-goproxy-off' }, ...others] }, 'test')).toThrow(
    '"env-goproxy-off" is the name of a fact',
  );
});
