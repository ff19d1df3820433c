import { createPseudonyms } from './pseudonyms.ts';
import { mayHoldSecret, rules } from './rules.ts';

export interface Redactor {
  /** The text with its secrets replaced by pseudonyms such as `<secret-1>`; a second pass changes nothing. */
  redact(text: string): string;
  /** How many different secrets and users were hidden so far. */
  count(): number;
}

/** One table of pseudonyms: the same secret has the same name wherever it stands. Names depend only on the texts and their order. */
export function createRedactor(): Redactor {
  const names = createPseudonyms();
  return {
    redact(text) {
      if (!mayHoldSecret.test(text)) return names.hideKnown(text);
      let out = text;
      for (const { pattern, replace } of rules)
        out = out.replace(pattern, (match: string, ...rest: unknown[]) =>
          replace(
            names,
            rest.slice(
              0,
              rest.findIndex((part) => typeof part === 'number'),
            ) as string[],
            match,
          ),
        );
      return names.hideKnown(out);
    },
    count: () => names.count(),
  };
}
