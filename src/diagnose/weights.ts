import type { Prior, WeightWord } from '../model/catalog.ts';
import type { Label } from '../model/report.ts';

// Natural-log odds. Starting values, not yet fitted.
export const weights: Readonly<Record<WeightWord, number>> = { decisive: 6, strong: 4, moderate: 2, weak: 1, contra: -4 };
export const priors: Readonly<Record<Prior, number>> = { common: 0, uncommon: -0.3, rare: -0.6 };

/** What "none of these" is worth: a hypothesis below it does not beat not knowing. */
export const unknownScore = 2.5;

/** What is left of a wrapper's weight when an inner frame says more. */
export const outerShare = 0.5;
/** What is left of words that stand outside a module message, in a log that has module messages. */
export const outOfPlaceShare = 0.4;

/** Lowest confidence of each label, highest first; provisional until calibrated. */
const labels: readonly (readonly [number, Label])[] = [
  [0.9, 'very-likely'],
  [0.7, 'likely'],
  [0.35, 'possible'],
  [0, 'unlikely'],
];

export function labelOf(confidence: number): Label {
  return labels.find(([least]) => confidence >= least)![1];
}

/** So many rows of evidence does a hypothesis show at most. */
export const maxEvidence = 20;
