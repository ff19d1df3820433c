import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const outputs: Readonly<Record<string, Output>> = JSON.parse(readFileSync('dist/meta.json', 'utf8')).outputs;
const heavy = /node_modules\/(zod|yaml|ink|react|re2js|fast-glob|split2|open)\//;

/** All sources that a chunk loads at once, without its lazy imports. */
function loadedBy(chunk: string, seen = new Set<string>()): string[] {
  if (seen.has(chunk) || !outputs[chunk]) return [];
  seen.add(chunk);
  const next = outputs[chunk].imports.filter(({ kind }) => kind === 'import-statement');
  return [...Object.keys(outputs[chunk].inputs), ...next.flatMap(({ path }) => loadedBy(path, seen))];
}

test.each([
  ['help', 'dist/main.js'],
  ['explain', Object.keys(outputs).find((name) => name.startsWith('dist/explain-'))!],
])('%s loads nothing heavy', (_, chunk) => {
  const loaded = loadedBy(chunk);
  expect(loaded).not.toHaveLength(0);
  expect(loaded.filter((source) => heavy.test(source))).toEqual([]);
});
