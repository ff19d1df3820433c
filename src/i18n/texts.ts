import { en } from './en.ts';

/** A table as every language has it: the same keys with words of its own. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** What every language's table must have; English is the measure. */
export type Texts = Widened<typeof en>;
export type Language = 'en' | 'zh';

// English comes with the program, others when they are asked for.
const loaded = new Map<Language, Texts>([['en', en]]);

/** Must have ended before `textsOf` is asked for a language other than English. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'zh') loaded.set(language, (await import('./zh.ts')).zh);
}

/**
 * The words of one language.
 * @throws Error when it was not loaded
 */
export function textsOf(language: Language = 'en'): Texts {
  const texts = loaded.get(language);
  if (!texts) throw new Error(`the words of "${language}" are not loaded: await loadLanguage("${language}") first`);
  return texts;
}
