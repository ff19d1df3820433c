import type { Language, Widened } from '../texts.ts';
import { blameTexts } from './en-blame.ts';
import { compareTexts } from './en-compare.ts';
import { envTexts } from './en-env.ts';
import { keyTexts } from './en-keys.ts';
import { reproTexts } from './en-repro.ts';

// They are apart from the words of the reports, which every start loads.
/** The English words of the commands that compare and look up. */
export const comparingEnglish = { env: envTexts, blame: blameTexts, compare: compareTexts, keys: keyTexts, repro: reproTexts } as const;

/** What every language's table must have; English is the measure. */
export type ComparingTexts = Widened<typeof comparingEnglish>;

let spoken: ComparingTexts = comparingEnglish;
let chosen: Language = 'en';

/** Chooses the words of this run, which has one language. */
export async function speakComparing(language: Language): Promise<void> {
  chosen = language;
  spoken = language === 'zh' ? (await import('./zh.ts')).comparingChinese : comparingEnglish;
}

/** The words of the language of this run. */
export function comparingTexts(): ComparingTexts {
  return spoken;
}

/** The language of this run. */
export function comparingLanguage(): Language {
  return chosen;
}
