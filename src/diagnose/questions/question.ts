import { fillWord, type SentenceWords } from '../../catalog/template.ts';
import type { ProbeOutcome } from '../../model/catalog.ts';
import type { Finding, Unit } from '../../model/finding.ts';
import type { Line } from '../../model/line.ts';
import type { Candidate } from '../ledger.ts';
import { capturesOf } from '../subject.ts';

/** A probe of a cause as it is asked: its command filled in, each outcome with what it would be worth. */
export interface Question {
  readonly id: string;
  readonly argv: readonly string[];
  /** Nothing is left in the command for the reader to fill in. */
  readonly complete: boolean;
  readonly outcomes: readonly ProbeOutcome[];
}

/** The questions of all causes in play, those of the stronger causes first. A fact that was seen is not asked for. */
export function questionsOf(candidates: readonly Candidate[], seen: readonly Finding[], words?: SentenceWords): Question[] {
  const shown = new Set(seen.map(({ signal }) => signal.id));
  return candidates.flatMap((candidate) => {
    const asked = candidate.cause.probes.filter(
      ({ id, outcomes }) => id !== null && !outcomes.some(({ shows }) => shows !== null && shown.has(shows)),
    );
    if (asked.length === 0) return [];
    const captures = capturesOf(candidate);
    return asked.map(({ id, argv, outcomes }) => {
      const filled = argv.map((word) => fillWord(word, captures, words));
      const complete = filled.every((word) => word.complete) && !argv.some((word) => /^<.+>$/.test(word));
      return { id: id!, argv: filled.map(({ text }) => text), complete, outcomes };
    });
  });
}

/** By which one knows the same command again. */
export function commandOf({ argv }: Pick<Question, 'argv'>): string {
  return argv.join('\0');
}

/** An answer as a finding that only supports, as a file beside the log would be. @param position of the answer among all, from 1 */
export function answerFinding({ id, argv }: Question, outcome: ProbeOutcome, position: number): Finding {
  const text = `${argv.join(' ')}: ${outcome.outcome}`;
  const line: Line = { number: position, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
  const unit: Unit = { text, lines: [line], segment: -1, aboutModules: true };
  const signal = {
    id: outcome.shows ?? `answer-${id}`,
    literals: [],
    needs: [],
    pattern: '',
    native: true,
    captures: {},
    observer: 'local',
    generic: false,
    role: 'context',
    speaks: [],
  } as const;
  return {
    signal,
    unit,
    start: 0,
    end: text.length,
    line,
    captures: {},
    observer: 'local',
    share: 1,
    reduced: null,
    file: 'answered',
    says: outcome.then,
    answer: { means: outcome.means },
  };
}
