import { expect, test } from 'vitest';
import { readRules } from '../../src/catalog/read.ts';
import { SCENARIOS } from './scenarios/index.ts';
import { unproven } from './unproven.ts';

const { causes: rules } = readRules('rules');
const remedies = rules.flatMap((cause) => cause.remedies.map((remedy) => ({ cause: cause.id, ...remedy })));

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

test('what is listed and was not run is no proof', () => {
  const all = { healed: remedies.flatMap(({ cause, id, proof }) => proof.map((lab) => `${cause} ${id}: ${lab.slice(4)}`)), notPlayed: [] };
  expect(unproven(rules, all)).toEqual([]);
  const [first] = remedies.filter(({ applicability, proof }) => applicability === 'automatic' && proof.length === 1);
  const name = first!.proof[0]!.slice(4);
  const row = `${first!.cause} ${first!.id}: ${name}`;
  const without = { ...all, healed: all.healed.filter((one) => one !== row) };
  expect(unproven(rules, without)).toEqual([`${first!.cause} ${first!.id}`]);
  expect(unproven(rules, { ...without, healed: [...without.healed, `${row}-other`] }), 'another scenario').toEqual([
    `${first!.cause} ${first!.id}`,
  ]);
  expect(unproven(rules, { ...without, notPlayed: [`${name}: no such program`] }), 'this machine cannot').toEqual([]);
});
