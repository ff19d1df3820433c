import type { Answer } from '../model/question.ts';
import type { Incident, Question, Report } from '../model/report.ts';

/** A question that is open, and the problem that it is about. */
export interface OpenOne {
  readonly question: Question;
  readonly incident: Incident;
}

/** The question to ask next: of the first problem that has one, the one that separates its causes best. Null: nothing is left to ask. */
export function nextQuestion(report: Report): OpenOne | null {
  for (const incident of report.incidents) {
    const [question] = incident.questions ?? [];
    if (question) return { question, incident };
  }
  return null;
}

/** The answers with one more. @param outcome null: not known */
export function answered(answers: readonly Answer[], { id, argv }: Question, outcome: string | null): readonly Answer[] {
  return [...answers, { question: id, outcome, argv }];
}
