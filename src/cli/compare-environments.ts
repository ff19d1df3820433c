import { comparingTexts, speakComparing } from '../i18n/comparing/texts.ts';
import type { Language } from '../i18n/texts.ts';
import type { CompareEnvironments } from '../session/types.ts';
import { settingDifferences } from '../settings/differences.ts';
import { expectedBelow } from '../settings/meanings.ts';

/** The comparison of `modwhy env diff`, for a report. */
export async function environmentComparison(language: Language): Promise<CompareEnvironments> {
  await speakComparing(language);
  const { meaning } = comparingTexts().env;
  return (a, b) => {
    const [one, other] = [a, b].map((settings) => new Map([...settings].map(([name, { value }]) => [name, value])));
    return settingDifferences(one!, other!)
      .filter(({ weight }) => weight >= expectedBelow)
      .map((row) => ({ name: row.name, because: meaning[row.meaning], causes: row.causes }));
  };
}
