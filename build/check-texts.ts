import { type RuleSource, readRules } from '../src/catalog/read.ts';
import { hole } from '../src/catalog/template.ts';
import { lintChinese } from '../src/catalog/text-lint.ts';
import { causeSlots, playbookSlots, type TextSlot } from '../src/catalog/text-slots.ts';
import { sharedWords } from '../src/catalog/translate-rules.ts';
import { readTranslations, type TranslatedFile, type Translations, translationKey } from '../src/catalog/translations.ts';

/** Something that is wrong with the texts of a language, as a line to read. */
export interface TextProblem {
  readonly text: string;
  /** A reader would see English: no release may be made so. */
  readonly missing: boolean;
}

/** Every text of the rules that a language lacks or has wrong; a file without any translation is one row. */
export function textProblems(folder: string, language: string, rules: RuleSource = readRules(folder)): TextProblem[] {
  const { files, words, glossary } = readTranslations(folder, language);
  const problems = wordProblems(`${folder}/${language}/words.yaml`, sharedWords(rules), words);
  const known = new Set<string>();
  const slots = [
    ...rules.causes.map((rule) => [translationKey(folder, rule), causeSlots(rule)] as const),
    ...rules.playbooks.map((rule) => [translationKey(folder, rule), playbookSlots(rule)] as const),
  ];
  for (const [name, texts] of slots) {
    known.add(name);
    const translated = files.get(name);
    if (translated) problems.push(...fileProblems(translated, texts, glossary));
    else problems.push({ text: `${folder}/${language}/${name}: does not exist`, missing: true });
  }
  for (const [name, { file }] of files) if (!known.has(name)) problems.push({ text: `${file}: there is no rules/${name}`, missing: false });
  return problems;
}

function fileProblems({ file, texts }: TranslatedFile, slots: readonly TextSlot[], glossary: Translations['glossary']): TextProblem[] {
  const keys = new Set(slots.map(({ key }) => key));
  return [
    ...slots.flatMap(({ key, text }): TextProblem[] => {
      const chinese = texts.get(key);
      if (chinese === undefined) return [{ text: `${file}: ${key} is missing: ${JSON.stringify(text)}`, missing: true }];
      return lintChinese(text, chinese, glossary, key).map((problem) => ({ text: `${file}: ${key} ${problem}`, missing: false }));
    }),
    ...[...texts.keys()]
      .filter((key) => !keys.has(key))
      .map((key) => ({ text: `${file}: ${key} is no text of the English file`, missing: false })),
  ];
}

/** What the table of shared words lacks, has in vain, or has with other holes. */
function wordProblems(
  file: string,
  needed: Readonly<Record<'placeholders' | 'changes', ReadonlySet<string>>>,
  words: Readonly<Record<'placeholders' | 'changes', Readonly<Record<string, string>>>>,
): TextProblem[] {
  const holesOf = (text: string) => [...text.matchAll(hole)].map(([, name]) => name).join();
  return (['placeholders', 'changes'] as const).flatMap((table) => [
    ...[...needed[table]]
      .filter((name) => !Object.hasOwn(words[table], name))
      .map((name) => ({ text: `${file}: ${table} lacks "${name}"`, missing: true })),
    ...Object.entries(words[table]).flatMap(([name, text]): TextProblem[] => {
      if (!needed[table].has(name)) return [{ text: `${file}: ${table}: no rule has "${name}"`, missing: false }];
      return holesOf(name) === holesOf(text) ? [] : [{ text: `${file}: ${table}: "${name}" has other holes`, missing: false }];
    }),
  ]);
}
