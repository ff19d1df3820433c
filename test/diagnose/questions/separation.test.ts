import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/diagnose/ledger.ts';
import { isOpen, openQuestions, type Ranking } from '../../../src/diagnose/questions/choose.ts';
import { answerFinding, commandOf } from '../../../src/diagnose/questions/question.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { catalog, fired, rankingOf } from './catalog.ts';

// S24: where one message stands for two causes, a command tells them apart, or it is written here why none does.
const noCommand: Readonly<Record<string, string>> = {
  'not-module.compile-error | not-module.infra': 'the C compiler speaks, and not-module.cgo-toolchain leads: neither of the two would',
  'not-module.compile-error | not-module.lint': 'a linter quotes the compiler: the code has to be mended in both cases',
  'not-module.runtime-error | not-module.test-failure': 'a program of the build crashed: only its own trace says whether a test did it',
};

/** Log odds between two causes that a reader would see move. */
const apart = 1;

test('S24: every pair of causes that share a message is told apart by the message, by a question, or by nothing that can be typed', () => {
  const together: string[] = [];
  const pairs = new Set<string>();
  for (const signal of catalog.signals) {
    if (signal.role !== 'error') continue;
    const finding = fired(signal);
    const rank = rankingOf([finding]);
    const candidates = rank([]);
    const forks = isOpen(candidates) ? forksOf(rank, finding, [], new Set()) : [];
    for (const [one, other] of pairsOf(candidates)) {
      const pair = [one, other].sort().join(' | ');
      pairs.add(pair);
      const separated = forks.some((outcomes) => {
        const gaps = outcomes.map((answers) => gap(rank(answers), one, other));
        return Math.max(...gaps) - Math.min(...gaps) >= apart;
      });
      if (isOpen(candidates) && !separated) together.push(pair);
    }
  }
  expect(pairs.size).toBeGreaterThan(50);
  expect([...new Set(together)].sort()).toEqual(Object.keys(noCommand));
});

function pairsOf(candidates: readonly Candidate[]): [string, string][] {
  return candidates.flatMap((one, index) => candidates.slice(index + 1).map((other): [string, string] => [one.cause.id, other.cause.id]));
}

/** Every question that comes up on the way through the tree, as the answers up to it with each of its own. */
function forksOf(rank: Ranking, finding: Finding, given: readonly Finding[], asked: ReadonlySet<string>): (readonly Finding[])[][] {
  const open = openQuestions(rank, given, [finding], asked);
  const forks = open.map((question) => question.outcomes.map((outcome) => [...given, answerFinding(question, outcome, 1)]));
  const then = new Set([...asked, ...open.slice(0, 1).map(commandOf)]);
  return [...forks, ...(forks[0] ?? []).flatMap((answers) => forksOf(rank, finding, answers, then))];
}

/** What was refuted has nothing left. */
function gap(candidates: readonly Candidate[], one: string, other: string): number {
  const scores = new Map(candidates.map(({ cause, score }) => [cause.id, score]));
  return (scores.get(one) ?? 0) - (scores.get(other) ?? 0);
}
