import { compareBuildKeys } from '../../compare/key-differences.ts';
import type { Run } from '../../compare/runs.ts';
import { comparingTexts } from '../../i18n/comparing/texts.ts';
import type { CompareReport } from '../../model/compare.ts';

type Keys = NonNullable<NonNullable<CompareReport['logs']>['keys']>;
interface Side {
  readonly name: string;
  readonly run: Run;
}

const mostReasons = 20;
const mostNames = 5;

/** What the cache keys of two builds say; null where not both logs show some. */
export function reportKeys(good: Side, bad: Side): { readonly keys: Keys | null; readonly notes: readonly string[] } {
  const words = comparingTexts().keys;
  const [before, after] = [good.run.keys, bad.run.keys];
  const shown = [good, bad].filter(({ run }) => run.keys.keys.size > 0 || run.keys.tests.inputs.length > 0);
  if (shown.length < 2) return { keys: null, notes: shown.map(({ name }) => words.oneSide(name)) };
  const { same, changed, onlyGood, onlyBad, list } = compareBuildKeys(before, after);
  const keys: Keys = {
    same,
    changed,
    reasons: list.slice(0, mostReasons).map(({ followers, ...reason }) => ({
      ...reason,
      because: words.because[reason.kind](reason.subject, reason.good, reason.bad),
      keys: reason.keys.slice(0, mostNames),
      count: reason.keys.length,
      followers: followers.slice(0, mostNames),
      followerCount: followers.length,
    })),
    reasonCount: list.length,
    onlyGood: onlyGood.length,
    onlyBad: onlyBad.length,
  };
  const notes = [
    ...[[good.name, onlyGood.length] as const, [bad.name, onlyBad.length] as const].flatMap(([name, count]) =>
      count > 0 ? [words.only(name, count)] : [],
    ),
    ...[good, bad].flatMap(({ name, run }) => (run.keys.dropped > 0 ? [words.dropped(name, run.keys.dropped)] : [])),
  ];
  return { keys, notes };
}
