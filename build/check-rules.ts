// Checks rule files and their examples: `node build/check-rules.ts [PREFIX]` shows only problems of files whose path contains PREFIX.
// With `--lang zh` it checks the Chinese texts below rules/zh instead.
import { parseArgs } from 'node:util';
import { RE2JS } from 're2js';
import { withinBudget } from '../src/catalog/budget.ts';
import { compileRules } from '../src/catalog/compile.ts';
import { readRules } from '../src/catalog/read.ts';
import { lintRemedy } from '../src/catalog/remedy-lint.ts';

const { values, positionals } = parseArgs({ options: { lang: { type: 'string' } }, allowPositionals: true });
const only = positionals[0] ?? '';
if (values.lang !== undefined) {
  const { textProblems } = await import('./check-texts.ts');
  const shown = textProblems('rules', values.lang)
    .map(({ text }) => text)
    .filter((text) => text.includes(only));
  for (const problem of shown) console.log(problem);
  console.log(`${shown.length} problems`);
  process.exit(shown.length > 0 ? 1 : 0);
}
const rules = readRules('rules');
const problems: string[] = [];
for (const rule of rules.signals) {
  const say = (text: string) => problems.push(`${rule.file}: ${rule.id}: ${text}`);
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(rule.frame.replaceAll('(?P<', '(?<'), RE2JS.MULTILINE);
  } catch (error) {
    say(String(error));
    continue;
  }
  for (const { text, captures } of rule.examples.match) {
    const matcher = pattern.matcher(text);
    if (!matcher.find()) say(`does not match ${JSON.stringify(text)}`);
    else
      for (const [name, value] of Object.entries(captures ?? {}))
        if (matcher.group(name) !== value) say(`${name} is ${JSON.stringify(matcher.group(name))}, expected ${JSON.stringify(value)}`);
    if (!rule.literals.some((literal) => text.includes(literal))) say(`no literal in ${JSON.stringify(text)}`);
  }
  for (const { text } of rule.examples.near) if (pattern.matcher(text).find()) say(`matches the near miss ${JSON.stringify(text)}`);
  if (!withinBudget(rule.frame.replaceAll('(?P<', '(?<'))) console.log(`${rule.file}: ${rule.id}: runs in re2js (slow): bound its repeats`);
}
for (const rule of [...rules.signals, ...rules.causes])
  for (const where of unwritten(rule)) problems.push(`${rule.file}: ${rule.id}: ${where} says TODO: write it`);
for (const { file, code } of rules.causes)
  if (code.startsWith('GM99')) problems.push(`${file}: ${code} is the code of a draft: give it the next free one of its family`);
for (const { file, remedies } of rules.causes)
  for (const remedy of remedies) problems.push(...lintRemedy(remedy).map((problem) => `${file}: remedy "${remedy.id}" ${problem}`));
try {
  compileRules(rules, 'check');
} catch (error) {
  problems.push(...(error as Error).message.split('\n'));
}
const shown = problems.filter((problem) => problem.includes(only));
for (const problem of shown) console.log(problem);
console.log(`${rules.signals.length} signals, ${rules.causes.length} causes, ${shown.length} problems`);
process.exitCode = shown.length > 0 ? 1 : 0;

/** Where a draft of `modwhy history unexplained --drafts` waits for words. */
function* unwritten(value: unknown, at = ''): Generator<string> {
  if (typeof value === 'string') {
    if (value.startsWith('TODO')) yield at;
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* unwritten(inner, at === '' ? key : `${at}.${key}`);
}
