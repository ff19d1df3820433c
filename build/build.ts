// Makes dist/: the program as a split bundle, and the rules as one pack. `--check` only says whether schema/ is up to date.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { compileRules } from '../src/catalog/compile.ts';
import { writeExamples } from '../src/catalog/examples.ts';
import { writeLanguage } from '../src/catalog/language-pack.ts';
import { createPack, writePack } from '../src/catalog/pack-file.ts';
import { readRules } from '../src/catalog/read.ts';
import { translateRules } from '../src/catalog/translate-rules.ts';
import { readTranslations } from '../src/catalog/translations.ts';
import { triggersOf } from '../src/catalog/triggers.ts';
import { failureWords } from '../src/filter/failure-words.ts';
import { spreadGrams } from '../src/filter/literal-index.ts';
import { aloneWords, ownWords } from '../src/filter/words.ts';
import { ModwhyError } from '../src/model/error.ts';
import { provenanceHints } from '../src/parse/provenance.ts';
import {
  asAscii,
  chunkBehind,
  libraryOptions,
  outputsWithoutShell,
  programOptions,
  withoutShell,
  withPlainBuiltins,
  withRequire,
} from './bundle.ts';
import { textProblems } from './check-texts.ts';
import { compileKernel } from './kernel.ts';
import { cacheSchemaText, routeSchemaText, schemaText, toolSchemas, toolSchemaText, treeSchemaText } from './schema.ts';
import { backgroundLogs, calmLogs, chooseWindows } from './windows.ts';

const catalog = '2026.12.0';
const schemas = {
  'schema/report-v1.json': schemaText,
  'schema/route-v1.json': routeSchemaText,
  'schema/tree-v1.json': treeSchemaText,
  'schema/cache-v1.json': cacheSchemaText,
  ...Object.fromEntries(Object.keys(toolSchemas).map((name) => [`schema/${name}-v1.json`, () => toolSchemaText(name)])),
};

async function buildAll(): Promise<void> {
  const written = readRules('rules');
  const rules = compileRules(written, catalog);
  const missing = textProblems('rules', 'zh', written).filter((problem) => problem.missing);
  if (missing.length > 0) throw new ModwhyError('E_RULES', missing.map(({ text }) => text).join('\n'));
  const chinese = translateRules(written, 'rules', readTranslations('rules', 'zh'));
  const results = [await build(programOptions), await build(libraryOptions)] as const;
  const [program, library] = results.map(
    ({ outputFiles }) =>
      new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), asAscii(withPlainBuiltins(withRequire(text)))])),
  );
  const chunk = chunkBehind(program!.get('main.js')!);
  const files = new Map<string, string | Uint8Array>([...withoutShell(program!, chunk), ...library!]);
  files.set('meta.json', outputsWithoutShell(Object.assign({}, ...results.map(({ metafile }) => metafile.outputs)), chunk));
  const logs = backgroundLogs();
  const { head, details } = writePack(
    rules,
    createPack(rules, spreadGrams, (literals) => chooseWindows([...literals, ...ownWords, ...aloneWords], logs)),
  );
  files.set('pack.json', head).set('pack-details.jsonl', details);
  files.set('examples.jsonl', writeExamples(written.signals));
  files.set('pack-zh.jsonl', writeLanguage(compileRules(chinese, catalog)));
  const triggers = triggersOf(rules, calmLogs());
  const windows = chooseWindows([...triggers, ...failureWords, ...provenanceHints], logs);
  files.set('triggers.json', JSON.stringify({ literals: triggers, hints: provenanceHints, windows }));
  files.set('filter.wasm', await compileKernel('wasm/main.ts'));
  replaceFolder('dist', files);
  // In a process of its own, since it runs the program.
  execFileSync(process.execPath, ['build/kept-code.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const [file, text] of Object.entries(schemas)) if (!isFresh(file, text())) writeFileSync(file, text());
}

/** A program that is running from the folder meanwhile finds every file whole, and the old chunks until the new ones are there. */
function replaceFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  // Code of another program: the engine tells it from its own by little more than its length.
  rmSync(path.join(folder, 'program.code'), { force: true });
  for (const [name, text] of files) {
    writeFileSync(path.join(folder, `${name}.${process.pid}`), text);
    renameSync(path.join(folder, `${name}.${process.pid}`), path.join(folder, name));
  }
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
}

function isFresh(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

process.chdir(path.join(import.meta.dirname, '..'));
try {
  if (!process.argv.includes('--check')) await buildAll();
  for (const [file, text] of Object.entries(schemas))
    if (!isFresh(file, text())) throw new ModwhyError('E_RULES', `${file} is not what src/model says: run npm run build`);
} catch (error) {
  console.error(error instanceof ModwhyError ? error.message : error);
  process.exitCode = 1;
}
