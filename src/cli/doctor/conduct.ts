import type { DoctorTexts } from '../../i18n/en-doctor.ts';
import type { DoctorStep } from '../../model/doctor.ts';
import { within } from '../../probe/time.ts';
import { type Conduct, type Learned, type Planned, Stopped } from '../../probe/tree.ts';

/** What a person said of a step. */
export type Wish = 'run' | 'skip' | 'stop';

export interface ConductOptions {
  /** Of the whole walk, in milliseconds. */
  readonly budget: number;
  /** Steps that an earlier walk did, by id. */
  readonly known: ReadonlyMap<string, DoctorStep>;
  readonly words: DoctorTexts;
  /** Shows a step before it runs. */
  show(step: Planned, budgetMs: number, known: boolean): void;
  wish(): Promise<Wish>;
  /** Told about each step that is done. */
  done(step: DoctorStep, learned: Learned): void;
}

// One minute, two and two of five.
const shares = { reach: 0.2, proxy: 0.6, fallback: 1 } as const;
const mostOfOne = 10_000;
const leastOfOne = 200;

/** Each step is shown, agreed to, run within what its phase has left, and kept. Time that a person thinks does not count. */
export function createConduct({ budget, known, words, show, wish, done }: ConductOptions): Conduct {
  let spent = 0;
  return async (planned, run) => {
    const left = Math.round(budget * (planned.long ? 1 : shares[planned.phase]) - spent);
    const budgetMs = Math.max(0, planned.long ? left : Math.min(mostOfOne, left));
    const before = known.get(planned.id);
    show(planned, budgetMs, before !== undefined);
    if (before !== undefined) {
      done(before, before);
      return before;
    }
    const { long: _, ...shown } = planned;
    const finish = (learned: Learned, ms: number): Learned => {
      const { transcript: __, ...kept } = learned;
      done({ ...shown, ...kept, budgetMs, ms }, learned);
      return learned;
    };
    const leftOut = (says: string): Learned => ({ outcome: 'left-out', leads: 'open', host: planned.host, fact: null, says });
    if (budgetMs < leastOfOne) return finish(leftOut(words.learned.noTime), 0);
    const wanted = await wish();
    if (wanted === 'stop') throw new Stopped();
    if (wanted === 'skip') return finish(leftOut(words.learned.skipped), 0);
    const began = performance.now();
    // A step has its own limit; this one holds when a program or the system does not keep it.
    const result = await within(budgetMs + 1000, run(budgetMs));
    const ms = Math.round(performance.now() - began);
    spent += ms;
    if (result === 'late') return finish(leftOut(words.learned.noTime), ms);
    if (result instanceof Error) throw result;
    return finish(result, ms);
  };
}
