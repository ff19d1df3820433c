import { expect, test } from 'vitest';
import { readRules } from '../../src/catalog/read.ts';
import { hole } from '../../src/catalog/template.ts';
import { typeCaptures } from '../../src/match/capture.ts';

const { causes, signals, playbooks } = readRules('rules');

/** Every name that a log can give a value: what patterns capture, and what follows from it. */
function captured(): ReadonlySet<string> {
  const names = new Set(signals.flatMap((signal) => Object.keys(signal.captures)));
  for (const { captures } of signals) {
    const groups = Object.fromEntries(Object.keys(captures).map((name) => [name, 'https://example.com/example.com/lib/@v/v1.0.0.zip']));
    for (const name of Object.keys(typeCaptures(groups, captures))) names.add(name);
  }
  for (const name of ['goprivate', 'gonosumdb', 'goflags', 'goproxy'])
    for (const form of ['seen', 'existing']) names.add(`${name}_${form}`);
  // src/diagnose/packages.ts, src/remedy/plan.ts
  for (const name of ['packages', 'own_packages', 'other_packages', 'module_in_cache', 'version_in_cache']) names.add(name);
  return names;
}

test('every hole of a command can be filled; one of another program, as of curl -w, would be eaten', () => {
  const known = captured();
  const rules = [
    ...causes.map(({ id, probes, remedies }) => ({ id, text: [probes, remedies] })),
    ...playbooks.map(({ id, steps }) => ({ id, text: steps })),
  ];
  const unknown = rules.flatMap(({ id, text: rule }) =>
    [...JSON.stringify(rule).matchAll(hole)]
      .filter(([, name, fallback]) => !known.has(name!) && fallback === undefined)
      .map(([text]) => `${id}: ${text}`),
  );
  expect(unknown).toEqual([]);
});
