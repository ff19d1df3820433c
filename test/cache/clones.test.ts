import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hexOf, inspected, nobody, temporary } from './make-cache.ts';

const key = 'git3:https://git.corp.test/lib.git';
const missing = spawnSync('git', ['--version']).error !== undefined;

/** A bare repository as go keeps it, made by git: two commits, a tag, packed or loose. */
function clone(packed: boolean) {
  const root = temporary();
  const folder = path.join(root, 'cache/vcs', hexOf(key));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}.info`, key);
  writeFileSync(`${folder}.lock`, '');
  const env = {
    PATH: process.env.PATH,
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b.test',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b.test',
  };
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8', input: 'text\n' });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  git('init', '-q', '--bare', '.');
  git('remote', 'add', 'origin', '--', 'https://git.corp.test/lib.git');
  const blob = git('hash-object', '-w', '--stdin');
  const tree = spawnSync('git', ['mktree'], { cwd: folder, env, encoding: 'utf8', input: `100644 blob ${blob}\ta.go\n` }).stdout.trim();
  const commit = git('commit-tree', '-m', 'one', tree);
  git('update-ref', 'refs/heads/main', commit);
  git('tag', 'v1.0.0', commit);
  if (packed) {
    git('repack', '-adq');
    git('pack-refs', '--all');
  }
  const objects = () =>
    spawnSync('find', [path.join(folder, 'objects'), '-type', 'f'], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
  const found = async (processes = nobody) =>
    (await inspected({ modcache: root }, { processes })).findings.map(({ kind, files }) => [kind, path.relative(folder, files[0]!)]);
  return { folder, found, objects };
}

describe.skipIf(missing)('clones in the module cache', () => {
  test.each([true, false])('a healthy one, packed %s', async (packed) => expect(await clone(packed).found()).toEqual([]));

  test('an empty folder is one that go has just begun', async () => {
    const { folder, found } = clone(false);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(await found()).toEqual([]);
  });

  const emptied = (object: string) => {
    chmodSync(object, 0o644);
    truncateSync(object, 0);
  };
  const packOf = (folder: string, ending: string) => {
    const name = readdirSync(path.join(folder, 'objects/pack')).find((one) => one.endsWith(ending))!;
    const file = path.join(folder, 'objects/pack', name);
    chmodSync(file, 0o644);
    return file;
  };
  test.each<[string, boolean, (folder: string, objects: string[]) => void, string, RegExp]>([
    ['HEAD is cut', true, (folder) => truncateSync(path.join(folder, 'HEAD'), 3), 'vcs-not-repository', /^HEAD$/],
    ['no refs', true, (folder) => rmSync(path.join(folder, 'refs'), { recursive: true }), 'vcs-not-repository', /^refs$/],
    ['config is cut', true, (folder) => truncateSync(path.join(folder, 'config'), 3), 'vcs-config', /^config$/],
    ['packed-refs is cut', true, (folder) => truncateSync(path.join(folder, 'packed-refs'), 70), 'vcs-refs', /^packed-refs$/],
    ['a branch is empty', false, (folder) => truncateSync(path.join(folder, 'refs/heads/main'), 0), 'vcs-refs', /^refs\/heads\/main$/],
    ['an object is empty', false, (_, [object]) => emptied(object!), 'vcs-objects', /^objects\//],
    ['a pack is cut', true, (folder) => truncateSync(packOf(folder, '.pack'), 20), 'vcs-objects', /\.pack$/],
    ['a pack has another byte', true, (folder) => appendFileSync(packOf(folder, '.pack'), 'x'), 'vcs-objects', /\.pack$/],
    ['a pack is gone', true, (folder) => rmSync(packOf(folder, '.pack')), 'vcs-objects', /\.pack$/],
    ['an index is cut', true, (folder) => truncateSync(packOf(folder, '.idx'), 1040), 'vcs-objects', /\.idx$/],
    ['a lock was left', true, (folder) => writeFileSync(path.join(folder, 'shallow.lock'), ''), 'vcs-lock', /^shallow\.lock$/],
    [
      'the lock of a tag was left',
      false,
      (folder) => writeFileSync(path.join(folder, 'refs/tags/v1.lock'), ''),
      'vcs-lock',
      /^refs\/tags\/v1\.lock$/,
    ],
    ['the note is of another', true, (folder) => writeFileSync(`${folder}.info`, `${key}x`), 'vcs-note-wrong', /\.info$/],
  ])('%s', async (_, packed, break_, kind, file) => {
    const { folder, found, objects } = clone(packed);
    break_(folder, objects());
    expect(await found()).toEqual([[kind, expect.stringMatching(file)]]);
  });

  test('a lock of a git that works there is none that was left', async () => {
    const { folder, found } = clone(true);
    writeFileSync(path.join(folder, 'shallow.lock'), '');
    expect(await found({ ...nobody, inFolder: (at) => (at === folder ? [7] : []) })).toEqual([]);
  });
});
