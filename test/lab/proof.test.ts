import { expect, test } from 'vitest';
import { readRules } from '../../src/catalog/read.ts';
import { SCENARIOS } from './scenarios/index.ts';

const remedies = readRules('rules').causes.flatMap((cause) => cause.remedies.map((remedy) => ({ cause: cause.id, ...remedy })));

test('scenarios have distinct names, and expect causes of the catalog', () => {
  const seen = SCENARIOS.map((scenario) => scenario.name);
  expect(seen.filter((name, index) => seen.indexOf(name) !== index)).toEqual([]);
  const causes = new Set(readRules('rules').causes.map((cause) => cause.id));
  expect(SCENARIOS.filter((scenario) => !causes.has(scenario.expect.cause)).map(({ name, expect }) => `${name}: ${expect.cause}`)).toEqual(
    [],
  );
});

test('every proof of a remedy is a scenario that runs it, and the other way round', () => {
  const claimed = remedies.flatMap(({ cause, id, proof }) => proof.map((lab) => `${lab} ${cause} ${id}`));
  const run = SCENARIOS.flatMap(({ name, heals, expect }) => (heals ?? []).map((id) => `lab:${name} ${expect.cause} ${id}`));
  expect(claimed.sort()).toEqual(run.sort());
});

test('every automatic or confirm remedy has a proof', () => {
  const unproven = remedies.filter(({ applicability, proof }) => /^(automatic|confirm)$/.test(applicability) && proof.length === 0);
  expect(unproven.map(({ cause, id }) => `${cause} ${id}`)).toEqual([]);
});
