import { en } from './en.ts';

/** What every language's table must have; English is the measure. */
export type Texts = typeof en;
export type Language = 'en';

const languages: Readonly<Record<Language, Texts>> = { en };

/** The words of one language. */
export function textsOf(language: Language = 'en'): Texts {
  return languages[language];
}
