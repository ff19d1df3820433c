import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { jobLog } from '../../bench/inputs.ts';

interface Output {
  readonly inputs: Readonly<Record<string, unknown>>;
}

const outputs: Readonly<Record<string, Output>> = JSON.parse(readFileSync('dist/meta.json', 'utf8')).outputs;
const heavy = /node_modules\/(zod|yaml|ink|react|re2js|fast-glob|split2|open)\//;
const hook = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process._rawDebug('loaded ' + url); return next(url, context); } });`;

/** The files of the program that Node loads while it explains a log. What `program.js` is made of is in test/cli/bundle.test.ts. */
function filesLoaded(size: number, format: 'text' | 'json'): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'job.log'), jobLog(size));
  writeFileSync(path.join(folder, 'hook.mjs'), hook);
  const result = spawnSync(
    process.execPath,
    ['--import', path.join(folder, 'hook.mjs'), 'bin/modwhy.js', 'explain', '--format', format, path.join(folder, 'job.log')],
    { encoding: 'utf8' },
  );
  expect(result.status).toBe(0);
  expect(result.stdout).toContain('corp.example.com/team/lib');
  return [...result.stderr.matchAll(/^loaded file:.*\/((?:bin|dist)\/[^/\n]+)$/gm)].map((match) => match[1]!);
}

test.each([60_000, 3_000_000])('explaining a log of %i bytes as text loads the program and nothing else', (size) => {
  expect(filesLoaded(size, 'text')).toEqual(['bin/modwhy.js', 'bin/start.js']);
});

test('another format loads what writes it, and nothing heavy', () => {
  const loaded = filesLoaded(60_000, 'json');
  const sources = loaded.filter((file) => file.startsWith('dist/')).flatMap((chunk) => Object.keys(outputs[chunk]!.inputs));
  expect(sources).toContain('src/report/json.ts');
  expect(sources.filter((source) => heavy.test(source))).toEqual([]);
});
