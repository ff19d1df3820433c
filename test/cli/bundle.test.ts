import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const outputs: Readonly<Record<string, Output>> = JSON.parse(readFileSync('dist/meta.json', 'utf8')).outputs;
const heavy = /node_modules\/(zod|yaml|ink|react|re2js|fast-glob|split2|open|yauzl)\//;

/** All sources that a chunk loads at once, without its lazy imports. */
function loadedBy(chunk: string, seen = new Set<string>()): string[] {
  if (seen.has(chunk) || !outputs[chunk]) return [];
  seen.add(chunk);
  const next = outputs[chunk].imports.filter(({ kind }) => kind === 'import-statement');
  return [...Object.keys(outputs[chunk].inputs), ...next.flatMap(({ path }) => loadedBy(path, seen))];
}

test('help and a text explain load nothing heavy', () => {
  const loaded = loadedBy('dist/main.js');
  expect(loaded).toContain('src/cli/commands/explain.ts');
  expect(loaded).toContain('src/report/text.ts');
  expect(loaded.filter((source) => heavy.test(source))).toEqual([]);
});

test('a text log loads nothing for packed ones', () => {
  const packed = loadedBy('dist/main.js').filter((source) => /^src\/ingest\/(packed|layer|unpack|tar|zip)\.ts$/.test(source));
  expect(packed).toEqual([]);
  expect(Object.keys(outputs).some((chunk) => loadedBy(chunk).includes('src/ingest/zip.ts'))).toBe(true);
});
