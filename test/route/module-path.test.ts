import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { modulePathError } from '../../src/route/module-path.ts';

const hasGo = spawnSync('go', ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } }).status === 0;

test.skipIf(!hasGo)(
  `a module path is refused in the words of go${hasGo ? '' : ' (skipped: go is not installed)'}`,
  { timeout: 60_000 },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-path-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const element = fc.oneof(
      fc.constantFrom(
        'a.test',
        'gopkg.in',
        'v2',
        'v1',
        'v01',
        'v2.0',
        'yaml.v2',
        'yaml.v0',
        'yaml.v01',
        'x.v1-unstable',
        'con',
        'aux.x',
        'a~1',
        '..',
        '.x',
        'x.',
        'Ab',
      ),
      fc.array(fc.constantFrom(...'ab.-_~V1'), { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
    );
    const paths = [
      ...new Set(fc.sample(fc.array(element, { minLength: 1, maxLength: 3 }), { numRuns: 400, seed: 2 }).map((list) => list.join('/'))),
      // These are folders or patterns on a command line.
    ].filter((one) => !one.includes('...') && !/^\.{1,2}(?:\/|$)/.test(one));
    writeFileSync(path.join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
    const { stderr } = spawnSync('go', ['mod', 'download', '--', ...paths.map((one) => `${one}@v1.0.0`)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOPROXY: 'off', GOMODCACHE: path.join(folder, 'cache') },
    });
    const refused = new Map(pairs(stderr));
    expect(refused.size).toBeGreaterThan(50);
    expect(paths.filter((one) => modulePathError(one) !== (refused.get(one) ?? null))).toEqual([]);
  },
);

function pairs(text: string): [string, string][] {
  return text.split('\n').flatMap((line) => {
    const [, one, message] = /^go: (\S+)@v1\.0\.0: (malformed module path .*)$/.exec(line) ?? [];
    return one === undefined ? [] : [[one, message!]];
  });
}
