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

test.each([60_000, 3_000_000])('explaining a log of %i bytes as text loads nothing heavy', (size) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'job.log'), jobLog(size));
  writeFileSync(path.join(folder, 'hook.mjs'), hook);
  const result = spawnSync(
    process.execPath,
    ['--import', path.join(folder, 'hook.mjs'), 'bin/modwhy.js', 'explain', '--format', 'text', path.join(folder, 'job.log')],
    { encoding: 'utf8' },
  );
  expect(result.status).toBe(0);
  expect(result.stdout).toContain('corp.example.com/team/lib');
  const loaded = [...result.stderr.matchAll(/^loaded file:.*\/(dist\/[^/\n]+)$/gm)].map((match) => match[1]!);
  expect(loaded).toContain('dist/main.js');
  expect(loaded.flatMap((chunk) => Object.keys(outputs[chunk]!.inputs)).filter((source) => heavy.test(source))).toEqual([]);
});
