import { type Language, textsOf } from '../i18n/texts.ts';
import type { Pack } from '../model/catalog.ts';
import { ModwhyError } from '../model/error.ts';
import type { Answer } from '../model/question.ts';
import type { Report } from '../model/report.ts';
import { type Said, say } from '../model/said.ts';
import { nearest } from './nearest.ts';

/** "I do not know", on the command line. */
const notKnown = '?';

/**
 * Understands the values of `--answer`.
 * @throws ModwhyError E_USAGE for what is no QUESTION=OUTCOME, a question or outcome that no rule has, and a question that is answered twice
 */
export function parseAnswers(values: readonly string[], pack: Pack): Answer[] {
  if (values.length === 0) return [];
  const known = questionsIn(pack);
  const answers: Answer[] = [];
  for (const value of values) {
    const [, question, outcome] = /^([^=]+)=([^=]+)$/.exec(value) ?? [];
    if (question === undefined || outcome === undefined)
      throw usage(say`--answer expected QUESTION=OUTCOME, such as goprivate-covers=misses, found "${value}"`);
    const outcomes = known.get(question);
    if (!outcomes) throw usage(say`--answer ${value}: no question is called "${question}"${meant(question, [...known.keys()])}`);
    if (outcome !== notKnown && !outcomes.includes(outcome))
      throw usage(
        say`--answer ${value}: expected ${outcomes.map((one) => `${question}=${one}`).join(', ')} or ${`${question}=${notKnown}`}${meant(outcome, outcomes)}`,
      );
    if (answers.some((answer) => answer.question === question)) throw usage(say`--answer ${value}: ${question} was answered before`);
    answers.push({ question, outcome: outcome === notKnown ? null : outcome });
  }
  return answers;
}

/** What to say of answers that fit no problem of a log. */
export function uncounted(answers: readonly Answer[], { answers: counted = [], input }: Report, language: Language): string[] {
  return answers
    .filter(({ question, outcome }) => outcome !== null && !counted.some((answer) => answer.question === question))
    .map(({ question }) => textsOf(language).ask.countsNothing(question, input.name));
}

/** Every question of the catalog with its outcomes. */
function questionsIn(pack: Pack): Map<string, readonly string[]> {
  const questions = new Map<string, readonly string[]>();
  for (let position = 0; position < pack.causes; position++) {
    for (const { id, outcomes } of pack.cause(position).probes)
      if (id !== null)
        questions.set(
          id,
          outcomes.map((outcome) => outcome.id!),
        );
  }
  return questions;
}

function meant(word: string, words: readonly string[]): Said | string {
  const near = nearest(word, words);
  return near ? say`, did you mean ${`"${near}"`}?` : '';
}

function usage(message: Said): ModwhyError {
  return new ModwhyError('E_USAGE', message);
}
