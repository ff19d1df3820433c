import type { Answer } from '../../../model/question.ts';
import type { Report } from '../../../model/report.ts';
import { answered, nextQuestion } from '../../../session/interview.ts';
import type { AskingSession } from '../../../session/types.ts';
import type { Screen, Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { type Effect, questionBindings } from './keys.ts';
import { questionRows } from './rows.ts';
import { type Action, reduce, type State } from './state.ts';
import { type QuestionsLook, questionsView } from './view.ts';

/** The answers of one reader, kept while the log is open. */
export interface Interview {
  readonly session: AskingSession;
  answers: readonly Answer[];
}

/**
 * Puts the open questions of a report, one after the other; each answer counts at once, and the last one can be taken back.
 * @param changed told the report after each answer
 */
export function questionsScreen(
  interview: Interview,
  look: QuestionsLook,
  changed: (report: Report) => void,
): Screen<State, Action, Effect> {
  const { session } = interview;
  const view = () => questionsView(session.report(), interview.answers, look);
  const become = (answers: readonly Answer[], shell: Shell<State, Action>) => {
    interview.answers = answers;
    session.answer(answers);
    changed(session.report());
    shell.dispatch({ type: 'became', view: view() });
  };
  const choose = (position: number, shell: Shell<State, Action>) => {
    const choice = shell.state().view.question?.choices[position];
    const open = nextQuestion(session.report());
    if (choice && open) become(answered(interview.answers, open.question, choice.outcome), shell);
  };
  return {
    name: 'questions',
    initial: { view: view(), cursor: 0 },
    bindings: questionBindings,
    reduce,
    rows: (state, size, { glyphs }) => questionRows(state, size, glyphs),
    async perform(effect, shell) {
      const { view: shown, cursor } = shell.state();
      if (effect === 'choose') return choose(cursor, shell);
      if (effect === 'notKnown') return choose((shown.question?.choices.length ?? 0) - 1, shell);
      if (typeof effect === 'object')
        return effect.choice < (shown.question?.choices.length ?? 0) - 1 ? choose(effect.choice, shell) : undefined;
      if (effect === 'back') return interview.answers.length > 0 ? become(interview.answers.slice(0, -1), shell) : undefined;
      await copy(shown.question?.command ?? null, shell);
    },
  };
}

async function copy(command: string | null, { world, notice }: Shell<State, Action>): Promise<void> {
  if (command === null) return notice(words.copied.nothing);
  const program = await world.copy(command);
  const hint = /<[a-z][\w -]*>/i.test(command) ? words.copied.fillIn : '';
  notice(`${program ? words.copied.by(program) : words.copied.asked}${hint}: ${command}`);
}
