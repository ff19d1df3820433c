import { type Language, textsOf } from '../../../i18n/texts.ts';
import type { Answer } from '../../../model/question.ts';
import type { Report } from '../../../model/report.ts';
import { commandLine } from '../../../report/command-line.ts';
import { guardData } from '../../../report/guard.ts';
import { shownCode } from '../../../report/text-hypothesis.ts';
import { nextQuestion } from '../../../session/interview.ts';
import { words } from '../../words.ts';

/** One answer that can be chosen. */
export interface Choice {
  /** The key that chooses it. */
  readonly key: string;
  /** Null: not known. */
  readonly outcome: string | null;
  readonly text: string;
  /** What would lead then; empty where nothing changes. */
  readonly leads: string;
}

/** What the screen shows of a report and the answers so far, guarded. */
export interface QuestionsView {
  readonly question: { readonly number: number; readonly command: string; readonly choices: readonly Choice[] } | null;
  /** The causes of the problem in their present order. */
  readonly causes: readonly {
    readonly label: string;
    readonly standing: 'very-likely' | 'likely' | 'possible' | 'unlikely';
    readonly text: string;
  }[];
  readonly answered: readonly string[];
}

export interface QuestionsLook {
  readonly ascii: boolean;
  readonly language: Language;
}

const mostCauses = 4;

/** @param answers in the order in which they were given */
export function questionsView(report: Report, answers: readonly Answer[], { ascii, language }: QuestionsLook): QuestionsView {
  const safe = guardData(report, { ascii });
  const { label, ask } = textsOf(language);
  const open = nextQuestion(safe);
  const incident = open?.incident ?? safe.incidents.find(({ terminal }) => terminal);
  const choices = open?.question.outcomes.map(
    ({ id, outcome, leads }, index): Choice => ({
      key: String(index + 1),
      outcome: id,
      text: outcome,
      leads: leads ? ask.leads(label[leads.label], leads.title) : '',
    }),
  );
  return {
    question: open && {
      number: answers.length + 1,
      command: commandLine(open.question.argv),
      choices: [...choices!, { key: '0', outcome: null, text: ask.dontKnow, leads: '' }],
    },
    causes: (incident?.hypotheses ?? []).slice(0, mostCauses).map((hypothesis) => ({
      label: label[hypothesis.label],
      standing: hypothesis.label,
      text: `${hypothesis.title}  ${shownCode(hypothesis)}`,
    })),
    answered: answers.map(({ question, outcome }) => {
      const counted = safe.answers?.find((answer) => answer.question === question);
      return counted && outcome !== null ? `${commandLine(counted.argv)}: ${counted.text}` : `${question}: ${words.questions.notKnown}`;
    }),
  };
}
