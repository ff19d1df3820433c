/** A sentence whose holes are still open, so that it can be said in another language than English. */
export interface Said {
  /** In English, with `{1}` for the first hole; by this a translation is found. */
  readonly pattern: string;
  readonly values: readonly (string | number | Said)[];
}

/** Translations by the English pattern. */
export type Sentences = Readonly<Record<string, string>>;

/** The tag of a template: `` say`no such file: ${name}` ``. A value may be a sentence itself. */
export function say(parts: TemplateStringsArray, ...values: Said['values']): Said {
  return { pattern: parts.reduce((pattern, part, at) => `${pattern}{${at}}${part}`), values };
}

/** The sentence with its values; one without a translation stays English. */
export function wordsOf({ pattern, values }: Said, sentences: Sentences = {}): string {
  const words = Object.hasOwn(sentences, pattern) ? sentences[pattern]! : pattern;
  return words.replace(/\{(\d+)\}/g, (_, number: string) => {
    const value = values[Number(number) - 1]!;
    return typeof value === 'object' ? wordsOf(value, sentences) : String(value);
  });
}
