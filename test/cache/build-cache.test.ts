import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillBuildCache, inspected, temporary } from './make-cache.ts';

const texts = ['!<arch>\n__.PKGDEF', 'go index v2\n0123456789', 'a program'];

test('a healthy build cache', async () => {
  const root = temporary();
  fillBuildCache(root, texts);
  const { findings, inspection } = await inspected({ gocache: root });
  expect(findings).toEqual([]);
  expect(inspection.looked).toMatchObject({ entries: 3, outputs: 3, outputsHashed: 3 });
});

test('what go believes is an error, what it makes again is a note, and what was trimmed is nothing', async () => {
  const root = temporary();
  const [archive, index, program] = fillBuildCache(root, texts);
  writeFileSync(archive!.output, readFileSync(archive!.output, 'latin1').replace('PKG', 'XXX'));
  writeFileSync(index!.output, readFileSync(index!.output, 'latin1').replace('0123', '3210'));
  truncateSync(program!.output, 3);
  const { findings } = await inspected({ gocache: root });
  const found = new Map(findings.map(({ kind, files, remove }) => [kind as string, { file: files[0], remove }]));
  expect(Object.fromEntries(found)).toEqual({
    'build-output-cut': { file: program!.output, remove: undefined },
    'build-output': { file: archive!.output, remove: { files: [archive!.output] } },
    'build-index': { file: index!.output, remove: { files: [index!.output] } },
  });
  rmSync(archive!.output);
  rmSync(index!.entry);
  truncateSync(program!.entry, 20);
  expect((await inspected({ gocache: root })).kinds).toEqual(['build-entry']);
});

test('notes of the build cache', async () => {
  const root = temporary();
  fillBuildCache(root, texts);
  writeFileSync(`${root}/testexpire.txt`, '1700000000000000000\n');
  expect((await inspected({ gocache: root })).kinds).toEqual([]);
  writeFileSync(`${root}/testexpire.txt`, '\0\0\0');
  writeFileSync(`${root}/trim.txt`, 'soon');
  expect((await inspected({ gocache: root })).kinds).toEqual(['test-expire-broken', 'trim-broken']);
});
