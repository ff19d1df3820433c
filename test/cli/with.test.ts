import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { calm, failing, folderWith, modwhy } from './modwhy.ts';

const env = "GOPRIVATE=''\nGONOPROXY=''\nGONOSUMDB=''\n";
const goal = 'go env -w GOPRIVATE=corp.example.com/team/lib';

test('a file beside the log makes the answer complete', () => {
  const cwd = folderWith({ 'a.log': failing, 'env.txt': env });
  expect(modwhy(['explain', 'a.log'], { cwd }).out).toContain("GOPRIVATE=<existing>,corp.example.com/team/lib'");
  const { code, out, err } = modwhy(['explain', 'a.log', '--with', 'env.txt'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`${goal}  `);
  expect(out).toContain("env.txt:1  GOPRIVATE=''");
});

test('it counts for every log, and may be compressed or UTF-16', () => {
  const cwd = folderWith({ 'a.log': failing, 'b.log': failing });
  writeFileSync(path.join(cwd, 'env.gz'), gzipSync(env));
  writeFileSync(path.join(cwd, 'env-of-powershell.txt'), Buffer.from(`\ufeff${env.replaceAll('\n', '\r\n')}`, 'utf16le'));
  for (const name of ['env.gz', 'env-of-powershell.txt']) {
    const { code, out } = modwhy(['explain', 'a.log', 'b.log', '--with', name, '--format', 'ndjson'], { cwd });
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, found: rows.map((row) => row.incidents[0].hypotheses[0].remedies[0].applicability) }).toEqual({
      code: 0,
      found: ['confirm', 'confirm'],
    });
  }
});

test('what is no evidence is said once, and the rest goes on', () => {
  const cwd = folderWith({ 'a.log': failing, 'b.log': failing, 'c.log': calm, 'env.txt': env });
  const { code, out, err } = modwhy(['explain', 'a.log', 'b.log', '--with', 'c.log', '--with', 'none', '--with', 'env.txt'], { cwd });
  expect(code).toBe(2);
  expect(err).toBe(
    'modwhy: --with none: there is no such file; check the name and the folder you are in\n' +
      'modwhy: --with c.log: this is not go.mod, go.sum, vendor/modules.txt, what go env (or go env -json) prints, the access log of a proxy, or what curl, dig or openssl shows of a host; a log goes where FILE stands\n',
  );
  expect(out.split(goal)).toHaveLength(3);
});

test('standard input is for the log', () => {
  expect(modwhy(['explain', '--with', '-'], { input: failing })).toMatchObject({ code: 2, out: '' });
});

test('a report does not overwrite evidence', () => {
  const cwd = folderWith({ 'a.log': failing, 'env.txt': env });
  expect(modwhy(['explain', 'a.log', '--with', 'env.txt', '-o', 'env.txt'], { cwd })).toMatchObject({ code: 2, out: '' });
});
