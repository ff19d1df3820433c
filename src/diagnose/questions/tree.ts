import { fillSentence, type SentenceWords } from '../../catalog/template.ts';
import type { Finding } from '../../model/finding.ts';
import type { TreeCause, TreeNode } from '../../model/tree.ts';
import { type Candidate, confidences } from '../ledger.ts';
import { capturesOf } from '../subject.ts';
import { labelOf } from '../weights.ts';
import { openQuestions, type Ranking } from './choose.ts';
import { answerFinding, commandOf } from './question.ts';

const deepest = 4;
const mostCauses = 3;
const leastShare = 0.05;

/** The questions that decide a problem, each below the answer that leads to it: the tree that the catalog implies. */
export function decisionTree(
  rank: Ranking,
  known: readonly Finding[],
  answered: ReadonlySet<string> = new Set(),
  words?: SentenceWords,
): TreeNode {
  const walk = (given: readonly Finding[], asked: ReadonlySet<string>): TreeNode => {
    const causes = treeCauses(rank(given), words);
    const [question] = given.length < deepest ? openQuestions(rank, given, known, asked, words) : [];
    if (!question) return { causes, question: null };
    const then = new Set([...asked, commandOf(question)]);
    const outcomes = question.outcomes.map((outcome) => ({
      id: outcome.id!,
      outcome: outcome.outcome,
      then: outcome.then,
      next: walk([...given, answerFinding(question, outcome, given.length + 1)], then),
    }));
    return { causes, question: { id: question.id, argv: [...question.argv], outcomes } };
  };
  return walk([], answered);
}

function treeCauses(candidates: readonly Candidate[], words?: SentenceWords): TreeCause[] {
  const shares = confidences(candidates);
  return candidates
    .slice(0, mostCauses)
    .filter((_, index) => index === 0 || shares[index]! >= leastShare)
    .map((candidate, index) => ({
      cause: candidate.cause.id,
      code: candidate.cause.code,
      title: fillSentence(candidate.cause.title, capturesOf(candidate), words),
      label: labelOf(shares[index]!),
    }));
}
