import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { withinBudget } from '../../src/catalog/budget.ts';
import { compileRules } from '../../src/catalog/compile.ts';
import { readRules } from '../../src/catalog/read.ts';

const rules = readRules('rules');
const pack = compileRules(rules, 'test');

describe.each(rules.signals.map((rule) => [rule.id, rule] as const))('signal %s', (_, rule) => {
  const pattern = rule.frame.replaceAll('(?P<', '(?<');
  const linear = RE2JS.compile(pattern, RE2JS.MULTILINE);
  const native = new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'im' : 'm');

  test('matches its examples in both engines, and none of its near misses', () => {
    for (const { text, captures } of rule.examples.match) {
      const matcher = linear.matcher(text);
      expect(matcher.find(), text).toBe(true);
      const found = native.exec(text);
      expect(found?.index, text).toBe(matcher.start());
      expect(found?.[0].length, text).toBe(matcher.end() - matcher.start());
      expect(found?.groups ?? {}).toMatchObject(captures ?? {});
      expect(
        rule.literals.some((literal) => text.includes(literal)),
        `no literal in ${text}`,
      ).toBe(true);
    }
    for (const { text, because } of rule.examples.near) expect(native.test(text), `${text}: ${because}`).toBe(false);
  });
});

test('every built-in pattern is within the budget of the native engine', () => {
  expect(rules.signals.filter((rule) => !withinBudget(rule.frame.replaceAll('(?P<', '(?<'))).map((rule) => rule.id)).toEqual([]);
});

test('every signal speaks for or against some cause, or is a note', () => {
  const used = new Set(
    pack.causes.flatMap((cause) => [...Object.keys(cause.signals), ...cause.remedies.flatMap(({ when, unless }) => [...when, ...unless])]),
  );
  expect(pack.signals.filter((signal) => signal.role !== 'note' && !used.has(signal.id)).map((signal) => signal.id)).toEqual([]);
});

test('every cause has a remedy, or says why there is none', () => {
  expect(rules.causes.filter((cause) => cause.remedies.length === 0 && !cause['no-remedy']).map((cause) => cause.id)).toEqual([]);
});

test('what weakens security or gives something up names its price', () => {
  const silent = pack.causes.flatMap((cause) =>
    cause.remedies
      .filter((remedy) => (remedy.applicability === 'confirm' || remedy.risk !== 'none') && !remedy.price)
      .map((remedy) => `${cause.id} ${remedy.id}`),
  );
  expect(silent).toEqual([]);
});

test('no remedy that is unsafe comes first', () => {
  expect(pack.causes.filter((cause) => cause.remedies[0]?.risk === 'unsafe').map((cause) => cause.id)).toEqual([]);
});
