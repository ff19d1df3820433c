import { type Make, makeFor } from './make.ts';

/** Texts as tools write them; what must not be shown stands between « and ». */
export type Forms = Readonly<Record<string, (make: Make) => string>>;

export interface Form {
  readonly name: string;
  readonly text: string;
  /** The text with its marks. */
  readonly marked: string;
  readonly secrets: readonly string[];
}

/** The texts without their marks, and the secrets in them. */
export function formsOf(group: string, forms: Forms): Form[] {
  return Object.entries(forms).map(([name, write]) => {
    const marked = write(makeFor(`${group}/${name}`));
    const secrets = [...marked.matchAll(/«([^»]+)»/g)].map((match) => match[1]!);
    if (secrets.length === 0) throw new Error(`${name} has no secret`);
    return { name: `${group}: ${name}`, marked, text: marked.replace(/[«»]/g, ''), secrets };
  });
}
