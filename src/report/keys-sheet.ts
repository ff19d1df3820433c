import { comparingTexts } from '../i18n/comparing/texts.ts';
import type { CompareReport } from '../model/compare.ts';
import type { SheetBlock } from './sheet.ts';

type Keys = NonNullable<NonNullable<CompareReport['logs']>['keys']>;

/** Why cache keys of two builds differ: one block for each reason. */
export function keyBlocks({ reasons, reasonCount }: Keys): SheetBlock[] {
  const { keys } = comparingTexts();
  return [
    ...reasons.map((reason, index) => ({
      heading: keys.reason(index + 1, reason.because),
      rows: [
        { label: keys.keys, text: keys.names(reason.keys, reason.count) },
        ...(reason.followerCount > 0 ? [{ label: keys.then, text: keys.names(reason.followers, reason.followerCount) }] : []),
        { label: keys.lines, text: keys.place(reason.goodLine, reason.badLine) },
      ],
    })),
    ...(reasonCount > reasons.length ? [{ heading: keys.more(reasonCount - reasons.length), rows: [] }] : []),
  ];
}
