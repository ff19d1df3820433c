import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidences } from '../../../src/diagnose/ledger.ts';
import { isOpen, openQuestions } from '../../../src/diagnose/questions/choose.ts';
import { answerFinding } from '../../../src/diagnose/questions/question.ts';
import { decisionTree } from '../../../src/diagnose/questions/tree.ts';
import type { TreeNode } from '../../../src/model/tree.ts';
import { catalog, fired, rankingOf } from './catalog.ts';

const errors = catalog.signals.filter(({ role }) => role === 'error');
// What one message of Go shows: a few signals at once.
const someSignals = fc.uniqueArray(fc.constantFrom(...errors), { minLength: 1, maxLength: 4, selector: ({ id }) => id });

describe('S24: questions', () => {
  test('every answer to a question changes something, and not all lead to the same', () => {
    fc.assert(
      fc.property(someSignals, (signals) => {
        const findings = signals.map(fired);
        const rank = rankingOf(findings);
        const before = rank([]);
        for (const question of openQuestions(rank, [], findings, new Set())) {
          expect(isOpen(before)).toBe(true);
          const after = question.outcomes.map((outcome) => rank([answerFinding(question, outcome, 1)]));
          for (const candidates of after) expect(shares(candidates)).not.toEqual(shares(before));
          expect(new Set(question.leads.map((leader) => JSON.stringify(leader))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('no command is asked for twice on one way through the tree, and every way ends', () => {
    fc.assert(
      fc.property(someSignals, (signals) => {
        const findings = signals.map(fired);
        walk(decisionTree(rankingOf(findings), findings), []);
      }),
      { numRuns: 100 },
    );
  });

  test('the same findings give the same tree', () => {
    fc.assert(
      fc.property(someSignals, (signals) => {
        const tree = (list: typeof signals) => decisionTree(rankingOf(list.map(fired)), list.map(fired));
        expect(tree(signals)).toEqual(tree(signals));
      }),
      { numRuns: 50 },
    );
  });

  test('an answer alone never makes a cause: one that no message speaks for stays out', () => {
    for (const signal of errors) {
      const rank = rankingOf([fired(signal)]);
      const causes = new Set(rank([]).map(({ cause }) => cause.id));
      for (const question of openQuestions(rank, [], [], new Set()))
        for (const outcome of question.outcomes)
          for (const { cause } of rank([answerFinding(question, outcome, 1)])) expect(causes).toContain(cause.id);
    }
  });

  test('a failure stays a failure when the answer speaks against all that the log says', () => {
    const signal = errors.find(({ id }) => id === 'git-public-module-failed')!;
    const rank = rankingOf([fired(signal)]);
    const [question] = openQuestions(rank, [], [fired(signal)], new Set());
    const own = question!.outcomes.find(({ id }) => id === 'own')!;
    expect(rank([answerFinding(question!, own, 1)]).map(({ cause }) => cause.id)).toEqual(['auth.goprivate-too-broad']);
  });
});

function shares(candidates: Parameters<typeof confidences>[0]) {
  return Object.fromEntries(confidences(candidates).map((share, index) => [candidates[index]!.cause.id, share.toFixed(3)]));
}

function walk({ question }: TreeNode, above: readonly string[]): void {
  if (!question) return;
  const command = question.argv.join(' ');
  expect(above).not.toContain(command);
  expect(above.length).toBeLessThan(4);
  for (const { next } of question.outcomes) walk(next, [...above, command]);
}
