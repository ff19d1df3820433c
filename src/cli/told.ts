import { type Language, loadLanguage } from '../i18n/texts.ts';
import { ModwhyError } from '../model/error.ts';
import { type Said, type Sentences, wordsOf } from '../model/said.ts';

let sentences: Sentences = {};

/** Loads the words of a run, before the first of them is needed. A run has one language. */
export async function speak(language: Language): Promise<void> {
  sentences = {};
  if (language === 'en') return;
  await loadLanguage(language);
  sentences = (await import('../i18n/zh-sentences.ts')).sentencesZh;
}

/** Fixed words in the language of this run. */
export function spoken(english: string): string {
  return sentences[english] ?? english;
}

/** A sentence, or what an error says, in the language of this run. */
export function told(what: Said | Error): string {
  if (!(what instanceof Error)) return wordsOf(what, sentences);
  return what instanceof ModwhyError && what.said ? wordsOf(what.said, sentences) : what.message;
}
