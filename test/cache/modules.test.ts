import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sumLines } from '../lab/module-zip.ts';
import { PUBLIC, strutil } from '../lab/modules.ts';
import { fill, inspected, placesOf, temporary } from './make-cache.ts';

const capitals = { path: 'github.com/Acme/StrUtil', version: 'v1.0.0-RC.1', files: { 'a.go': 'package a\n', 'B/ü.go': 'package b\n' } };
const all = [...PUBLIC, capitals];
const goSum = all.map((module) => sumLines(module)).join('');

test('a healthy cache: everything is hashed, and nothing is found', async () => {
  const root = temporary();
  fill(root, all);
  const { findings, inspection } = await inspected({ modcache: root }, { goSum });
  expect(findings).toEqual([]);
  expect(inspection.looked).toMatchObject({
    modules: 4,
    versions: 5,
    zips: 5,
    zipsHashed: 5,
    trees: 5,
    treesHashed: 5,
    goSumLines: 10,
    freeLocks: 5,
  });
});

test('what is damaged is told apart, with the files to delete and no more', async () => {
  const root = temporary();
  fill(root, all);
  const { base, tree } = placesOf(root, capitals);
  truncateSync(`${base}.zip`, 200);
  writeFileSync(`${base}.mod`, '<html>Sign in</html>\n');
  const { findings } = await inspected({ modcache: root }, { goSum });
  expect(
    findings.map(({ kind, severity, module, version, remove, facts }) => ({ kind, severity, module, version, remove, facts })),
  ).toEqual([
    {
      kind: 'mod-broken',
      module: capitals.path,
      version: capitals.version,
      remove: { files: [`${base}.mod`] },
      facts: { head: 'html' },
    },
    {
      kind: 'zip-cut',
      severity: 'warning',
      module: capitals.path,
      version: capitals.version,
      remove: { files: [`${base}.zip`, `${base}.ziphash`] },
      facts: { bytes: 200, head: 'zip', unpacked: 1 },
    },
  ]);
  rmSync(tree, { recursive: true });
  const again = await inspected({ modcache: root }, { goSum });
  expect(again.findings.find(({ kind }) => kind === 'zip-cut')?.severity).toBe('error');
});

test('changed files of an unpacked module are named', async () => {
  const root = temporary();
  fill(root, all);
  const { tree } = placesOf(root, capitals);
  chmodSync(path.join(tree, 'a.go'), 0o644);
  writeFileSync(path.join(tree, 'a.go'), 'package b\n');
  rmSync(path.join(tree, 'B/ü.go'));
  writeFileSync(path.join(tree, '.DS_Store'), '');
  const { findings } = await inspected({ modcache: root });
  expect(findings).toMatchObject([
    {
      kind: 'tree-changed',
      files: [tree],
      facts: { changed: 1, changedNames: 'a.go', lost: 1, lostNames: 'B/ü.go', added: 1, addedNames: '.DS_Store' },
      remove: { folders: [tree] },
    },
  ]);
});

test('.ziphash, zip, folder and go.sum: who disagrees is named, and what is right is kept', async () => {
  const other = 'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  const broken = async (recorded: string | null, sum: string, withTree = true) => {
    const root = temporary();
    fill(root, [strutil], withTree);
    if (recorded !== null) writeFileSync(`${placesOf(root, strutil).base}.ziphash`, recorded);
    const { findings } = await inspected({ modcache: root }, { goSum: sum });
    return findings.map(({ kind, severity, remove }) => [kind, severity, (remove?.files ?? []).map((file) => path.extname(file))]);
  };
  const right = sumLines(strutil);
  const wrong = right.replace(/ v1\.0\.0 h1:\S+/, ` v1.0.0 ${other}`);
  expect(await broken(null, right)).toEqual([]);
  expect(await broken(other, right)).toEqual([['ziphash-wrong', 'error', ['.ziphash']]]);
  expect(await broken(other, '')).toEqual([['ziphash-wrong', 'warning', ['.ziphash']]]);
  expect(await broken(other, '', false)).toEqual([['pair-differs', undefined, ['.zip', '.ziphash']]]);
  // go.sum agrees with the noted hash, so it is the zip that is another one.
  expect(await broken(other, wrong)).toContainEqual(['zip-changed', 'warning', ['.zip', '.ziphash']]);
  expect(await broken(null, wrong)).toEqual([['not-go-sum', undefined, []]]);
});

test('links are not followed, and pipes not opened', async () => {
  const root = temporary();
  fill(root, [strutil]);
  const { tree, base, folder } = placesOf(root, strutil);
  const outside = temporary();
  mkdirSync(path.join(outside, '@v'));
  writeFileSync(path.join(outside, '@v/v1.0.0.zip'), 'no zip');
  symlinkSync(outside, path.join(root, 'cache/download/github.com/linked'));
  symlinkSync('/etc', path.join(root, 'linked'));
  rmSync(`${base}.mod`);
  for (const pipe of [`${base}.mod`, path.join(tree, 'pipe.go'), path.join(folder, 'download.txt'), path.join(folder, 'list')])
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const { kinds } = await inspected({ modcache: root });
  expect(kinds).toEqual(['linked-away', 'linked-away', 'odd-file', 'tree-odd']);
});

test('a download that is under way is let alone: its lock is held', async () => {
  const root = temporary();
  fill(root, [strutil]);
  const { base } = placesOf(root, strutil);
  writeFileSync(`${base}.partial`, '');
  writeFileSync(`${base}.zip991.tmp`, 'PK');
  truncateSync(`${base}.zip`, 10);
  expect((await inspected({ modcache: root })).kinds).toEqual(['partial', 'tmp-left', 'zip-cut']);
});

test('nothing is written: names, bytes and times are as before', async () => {
  const root = temporary();
  fill(root, all);
  const before = spawnSync('find', [root, '-printf', '%P %s %T@ %C@ %m\n'], { encoding: 'utf8' }).stdout;
  expect(before.split('\n').length).toBeGreaterThan(40);
  await inspected({ modcache: root });
  expect(spawnSync('find', [root, '-printf', '%P %s %T@ %C@ %m\n'], { encoding: 'utf8' }).stdout).toBe(before);
});

test('files that vanish while they are looked at are passed over', async () => {
  const root = temporary();
  fill(root, all);
  const run = inspected({ modcache: root }, { goSum });
  // The inspection has begun; hashing waits for the next turn.
  rmSync(path.join(root, 'github.com/acme'), { recursive: true });
  rmSync(placesOf(root, strutil).folder, { recursive: true });
  const { kinds } = await run;
  expect(kinds).toEqual([]);
  expect(() => readFileSync(`${placesOf(root, strutil).base}.zip`)).toThrow('ENOENT');
});
