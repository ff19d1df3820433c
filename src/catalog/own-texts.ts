/** The texts of the rules that were read so far, for telling them from those of a log. */
export interface OwnTexts {
  add(rule: object): void;
  /** Whether the text is one of them as a whole. */
  has(text: string): boolean;
}

/** An empty table. It has a place for each text of the catalog, and grows with nothing else. */
export function createOwnTexts(): OwnTexts {
  const texts = new Set<string>();
  // Looked through when somebody asks, since many runs never do.
  let waiting: object[] = [];
  return {
    add: (rule) => void waiting.push(rule),
    has(text) {
      if (waiting.length > 0) {
        for (const rule of waiting) collect(rule, texts);
        waiting = [];
      }
      return texts.has(text);
    },
  };
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object' && value !== null) for (const key in value) collect((value as Record<string, unknown>)[key], into);
}
