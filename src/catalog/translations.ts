import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type RuleSource, readYaml, yamlFiles } from './read.ts';

const words = z.record(z.string(), z.string().min(1));

const wordsFile = z.strictObject({
  /** What stands between < and > in a command, for the reader to fill in. */
  placeholders: words,
  /** What a step changes. */
  changes: words,
});

const glossaryFile = z.array(
  z.strictObject({
    not: z.string().min(1),
    use: z.string().min(1),
    /** Right after all where the English text has one of these words. */
    unless: z.array(z.string()).default([]),
  }),
);

/** The texts of one rule file in another language, each with the key that `text-slots.ts` gives it. */
export interface TranslatedFile {
  readonly file: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** Everything that `rules/<language>` holds. */
export interface Translations {
  /** By the path of the English file, relative to the folder of the rules. */
  readonly files: ReadonlyMap<string, TranslatedFile>;
  readonly words: z.infer<typeof wordsFile>;
  readonly glossary: z.infer<typeof glossaryFile>;
}

/**
 * Reads `rules/<language>/**`.
 * @param folder of all rules
 * @throws ModwhyError E_RULES when a file is no YAML, or holds anything but texts
 */
export function readTranslations(folder: string, language: string): Translations {
  const own = path.join(folder, language);
  const files = new Map<string, TranslatedFile>();
  for (const part of ['causes', 'playbooks']) {
    if (!existsSync(path.join(own, part))) continue;
    for (const file of yamlFiles(path.join(own, part))) {
      const texts = new Map<string, string>();
      flatten('', readYaml(file, textTree), texts);
      files.set(path.relative(own, file), { file, texts });
    }
  }
  return {
    files,
    words: readYaml(path.join(own, 'words.yaml'), wordsFile),
    glossary: readYaml(path.join(own, 'glossary.yaml'), glossaryFile),
  };
}

/** The path of an English rule's file below the folder of the rules, by which its translation is found. */
export function translationKey(folder: string, rule: RuleSource['causes' | 'playbooks'][number]): string {
  return path.relative(folder, rule.file);
}

type TextTree = string | readonly TextTree[] | { readonly [key: string]: TextTree };

const textTree: z.ZodType<TextTree> = z.lazy(() => z.union([z.string().min(1), z.array(textTree), z.record(z.string(), textTree)]));

/** A list goes by positions from 1, as a map of positions does; `{ manual: … }` is the text itself. */
function flatten(key: string, tree: TextTree, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(key.replace(/(\.\d+)\.manual$/, '$1'), tree.trim());
  else
    for (const [name, below] of Array.isArray(tree)
      ? tree.map((item, at) => [String(at + 1), item] as const)
      : Object.entries(tree as Readonly<Record<string, TextTree>>))
      flatten(key === '' ? name : `${key}.${name}`, below, into);
}
