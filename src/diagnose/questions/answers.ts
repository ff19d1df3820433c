import type { SentenceWords } from '../../catalog/template.ts';
import type { Finding } from '../../model/finding.ts';
import type { Answer } from '../../model/question.ts';
import type { Candidate } from '../ledger.ts';
import { answerFinding, commandOf, questionsOf } from './question.ts';

/** An answer that counted for a problem, with the words that it stands for. */
export interface Counted {
  readonly question: string;
  readonly outcome: string;
  readonly argv: readonly string[];
  readonly text: string;
  readonly then: string;
}

/** Joins the answers of a person with the problems that have their questions. */
export interface AnswerBook {
  /** What the answers say about a problem. @param candidates its causes before any answer */
  about(candidates: readonly Candidate[], seen: readonly Finding[]): Finding[];
  /** In the order in which they were given. */
  counted(): Counted[];
  /** Commands of the questions that were answered. */
  asked(): ReadonlySet<string>;
}

/** An answer counts only where its command was shown: the same question about another module is another question. */
export function createAnswerBook(answers: readonly Answer[], words?: SentenceWords): AnswerBook {
  const counted = new Map<number, Counted>();
  const asked = new Map<number, readonly string[]>();
  return {
    about(candidates, seen) {
      if (answers.length === 0) return [];
      const questions = questionsOf(candidates, seen, words);
      return answers.flatMap((answer, index) => {
        const argv = asked.get(index) ?? answer.argv;
        const question = questions.find(
          (one) => one.id === answer.question && (argv === undefined || commandOf(one) === commandOf({ argv })),
        );
        if (!question) return [];
        asked.set(index, question.argv);
        const outcome = question.outcomes.find(({ id }) => id === answer.outcome);
        if (!outcome) return [];
        const { outcome: text, then } = outcome;
        counted.set(index, { question: question.id, outcome: outcome.id!, argv: question.argv, text, then });
        return [answerFinding(question, outcome, index + 1)];
      });
    },
    counted: () => answers.flatMap((_, index) => counted.get(index) ?? []),
    asked: () => new Set([...asked.values()].map((argv) => commandOf({ argv }))),
  };
}
