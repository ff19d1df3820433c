import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { readRules } from '../../src/catalog/read.ts';
import { planPlaybook } from '../../src/remedy/playbook.ts';

const rules = readRules('rules');
const { causes, playbooks } = compileRules(rules, 'test');

describe.each(playbooks)('playbook $id', (playbook) => {
  const own = causes.filter((cause) => cause.playbook !== null && playbooks[cause.playbook] === playbook);

  test.each(own.map((cause) => cause.id))('%s has one step that is due, and what comes before it is no `later`', (id) => {
    const [server] = playbook.hosts;
    const captures = server === undefined ? {} : { host: { type: 'host' as const, value: server } };
    const { steps } = planPlaybook(playbook, captures, new Set([id]))!;
    const due = steps.findIndex(({ state }) => state === 'due');
    expect(steps[due]!.why).toBeTruthy();
    expect(steps.slice(0, due).map(({ state }) => state)).not.toContain('later');
    expect(steps.slice(due + 1).map(({ state }) => state)).not.toContain('due');
  });

  test('is for some causes, and no sign of a step stands twice', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { due, done } of playbook.steps) expect(Object.keys(due).filter((id) => id in done)).toEqual([]);
  });
});

test('what a playbook names must exist, and a cause is in one playbook only', () => {
  const [first] = rules.playbooks;
  const step = { id: 'x', title: 'x', steps: [{ manual: 'x' }], due: { 'no.such': 'x' }, done: { 'no-such': 'x' } };
  const copy = { ...first!, id: 'copy', file: 'copy.yaml' };
  const cause = first!.steps.flatMap(({ due }) => Object.keys(due))[0]!;
  const broken = { ...first!, id: 'broken', file: 'broken.yaml', steps: [step, step] };
  let said = '';
  try {
    compileRules({ ...rules, playbooks: [first!, copy, broken] }, 'test');
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said.split('\n')).toEqual(
    expect.arrayContaining([
      `copy.yaml: "${cause}" is also in ${first!.file}`,
      'broken.yaml: two steps have one name',
      'broken.yaml: step "x": cause "no.such" does not exist',
      'broken.yaml: step "x": "no-such" is no cause, signal or fact',
    ]),
  );
});
