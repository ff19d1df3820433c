import { readRules } from '../src/catalog/read.ts';
import { lintChinese } from '../src/catalog/text-lint.ts';
import { causeSlots, playbookSlots } from '../src/catalog/text-slots.ts';
import { readTranslations, translationKey } from '../src/catalog/translations.ts';

/** Every text of the rules that a language lacks or has wrong, one a line; files without any translation come as one line each. */
export function textProblems(folder: string, language: string): string[] {
  const rules = readRules(folder);
  const { files, glossary } = readTranslations(folder, language);
  const problems: string[] = [];
  const known = new Set<string>();
  const slots = [
    ...rules.causes.map((rule) => [translationKey(folder, rule), causeSlots(rule)] as const),
    ...rules.playbooks.map((rule) => [translationKey(folder, rule), playbookSlots(rule)] as const),
  ];
  for (const [name, texts] of slots) {
    known.add(name);
    const translated = files.get(name);
    if (!translated) {
      problems.push(`${folder}/${language}/${name}: does not exist`);
      continue;
    }
    const keys = new Set(texts.map(({ key }) => key));
    for (const { key, text } of texts) {
      const chinese = translated.texts.get(key);
      if (chinese === undefined) problems.push(`${translated.file}: ${key} is missing: ${JSON.stringify(text)}`);
      else problems.push(...lintChinese(text, chinese, glossary, key).map((problem) => `${translated.file}: ${key} ${problem}`));
    }
    for (const key of translated.texts.keys())
      if (!keys.has(key)) problems.push(`${translated.file}: ${key} is no text of the English file`);
  }
  for (const [name, { file }] of files) if (!known.has(name)) problems.push(`${file}: there is no rules/${name}`);
  return problems;
}
