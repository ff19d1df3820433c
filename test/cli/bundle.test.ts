import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

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
  return [...Object.keys(outputs[chunk].inputs), ...next.flatMap((chunk) => loadedBy(chunk.path, seen))];
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

test('an English run loads no word of another language', () => {
  expect(loadedBy('dist/main.js').filter((source) => /\/(?:zh|words-zh)\b|\/zh-/.test(source))).toEqual([]);
  const folder = mkdtempSync(path.join(tmpdir(), 'english-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, path.join(folder, part), { recursive: true });
  for (const name of readdirSync(path.join(folder, 'dist')))
    if (/^(?:zh|words-zh|pack-zh)/.test(name)) rmSync(path.join(folder, 'dist', name));
  const explain = (lang: string) => {
    const command = [path.join(folder, 'bin/modwhy.js'), 'explain', '--lang', lang, 'samples/auth/private-dependency-in-actions.log'];
    return spawnSync(process.execPath, command, { encoding: 'utf8', env: {} });
  };
  expect(explain('en').stdout).toContain('a Go module failure');
  expect(explain('zh').status).toBe(70);
});
