import type { Place, Report } from '../../../model/report.ts';
import type { Block } from '../../view/block.ts';

export type Standing = 'very-likely' | 'likely' | 'possible' | 'unlikely' | 'unknown' | 'past' | 'no-failure';

/** One entry of the list of causes with all that is said about it. */
export interface Reading {
  readonly standing: Standing;
  readonly label: string;
  readonly title: string;
  readonly code: string;
  /** Stands above the first entry of a problem when there are several. */
  readonly group: string | null;
  readonly why: readonly Block[];
  readonly fix: readonly Block[];
  readonly docs: readonly string[];
  readonly evidence: ReadonlySet<number>;
}

/** Everything that the screen shows of a report, guarded, before any layout. */
export interface Model {
  /** Whose commands the fix shows when it is not those of the place where the build failed. */
  readonly shell: Place | null;
  readonly name: string;
  readonly verdict: Report['verdict'];
  readonly headline: string;
  readonly lines: number;
  /** What was cut or hidden. */
  readonly notes: readonly string[];
  /** Open questions, and answers that can be taken back. */
  readonly questions: number;
  readonly readings: readonly Reading[];
  readonly timeline: readonly Block[];
}
