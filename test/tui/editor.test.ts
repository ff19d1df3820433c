import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { editorCommand, openable, runEditor } from '../../src/tui/world/editor.ts';
import { lineArguments } from '../../src/tui/world/editor-line.ts';
import { saveReport } from '../../src/tui/world/save.ts';
import { splitArguments } from '../../src/tui/world/split-arguments.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-editor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => path.join(folder, ...names);

describe('the words of EDITOR', () => {
  test.each<[string, string[] | null]>([
    ['vim', ['vim']],
    ['  code   --wait ', ['code', '--wait']],
    ['"/opt/my editor/bin/ed" -x', ['/opt/my editor/bin/ed', '-x']],
    ["'a b'\\ c d\\\"", ['a b c', 'd"']],
    ['ed ""', ['ed', '']],
    ["ed '$x; `y`'", ['ed', '$x; `y`']],
    ['ed; rm -rf x', null],
    ['ed $(touch x)', null],
    ['ed "$HOME"', null],
    ['ed `touch x`', null],
    ['ed "open', null],
    ['a && b', null],
    ['', []],
  ])('%j', (text, expected) => expect(splitArguments(text)).toEqual(expected));

  test('on Windows a backslash is part of a path', () => {
    expect(splitArguments('"C:\\Program Files\\ed.exe" -n C:\\x', true)).toEqual(['C:\\Program Files\\ed.exe', '-n', 'C:\\x']);
  });

  test('what is quoted comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((word) => !/[\n\0]/.test(word))), (words) => {
        const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
        expect(splitArguments(quoted)).toEqual(words);
      }),
    );
  });
});

test('each editor gets the line in its own way, an unknown one the file only', () => {
  expect(lineArguments('/usr/bin/vim', '/x/build.log', 7)).toEqual(['+7', '/x/build.log']);
  expect(lineArguments('C:\\VS\\Code.cmd', 'C:\\x.log', 7)).toEqual(['--goto', 'C:\\x.log:7']);
  expect(lineArguments('hx', '/x.log', 7)).toEqual(['/x.log:7']);
  expect(lineArguments('constructor', '/x.log', 7)).toEqual(['/x.log']);
});

test('VISUAL is stronger than EDITOR; without them nothing is started', () => {
  expect(editorCommand({ VISUAL: 'nano -w', EDITOR: 'vi' }, '/x.log', 3, false)).toEqual({ program: 'nano', args: ['-w', '+3', '/x.log'] });
  expect(editorCommand({ VISUAL: ' ', EDITOR: 'vi' }, '/x.log', 3, false)).toEqual({ program: 'vi', args: ['+3', '/x.log'] });
  expect(editorCommand({}, '/x.log', 3, false)).toBe('no-editor');
  expect(editorCommand({ EDITOR: 'vi; touch x' }, '/x.log', 3, false)).toBe('needs-shell');
});

test('only files of the log folder and of the module are opened', () => {
  mkdirSync(at('logs', 'deep'), { recursive: true });
  mkdirSync(at('module', 'cmd'), { recursive: true });
  const log = at('logs', 'build.log');
  for (const file of [log, at('logs', 'deep', 'x.txt'), at('module', 'go.mod'), at('module', 'cmd', 'main.go'), at('secret')])
    writeFileSync(file, 'x');
  writeFileSync(at('logs', 'build.log.gz'), gzipSync('x'));
  symlinkSync(at('secret'), at('logs', 'link'));
  const module = at('module', 'cmd');
  expect(openable(log, log, folder)).toEqual({ path: log });
  expect(openable(at('logs', 'deep', 'x.txt'), log, folder)).toEqual({ path: at('logs', 'deep', 'x.txt') });
  expect(openable(at('module', 'go.mod'), log, module)).toEqual({ path: at('module', 'go.mod') });
  expect(openable(at('module', 'go.mod'), log, folder)).toBe('outside');
  expect(openable(at('secret'), log, module)).toBe('outside');
  expect(openable(at('logs', 'link'), log, module)).toBe('outside');
  expect(openable(at('logs', '..', 'secret'), log, module)).toBe('outside');
  expect(openable(at('logs', 'deep'), log, module)).toBe('no-file');
  expect(openable(at('none'), log, module)).toBe('no-file');
  expect(openable(at('logs', 'build.log.gz'), log, module)).toBe('packed');
});

test.skipIf(process.platform === 'win32')('the words reach the program as they are, and no shell reads them', async () => {
  const script = at('ed.sh');
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$@" > '${at('seen')}'\n`);
  chmodSync(script, 0o755);
  expect(await runEditor({ program: script, args: ['+3', '$(touch pwned); x'] }, 'inherit')).toBe(true);
  expect(readFileSync(at('seen'), 'utf8')).toBe('+3\n$(touch pwned); x\n');
  expect(existsSync('pwned')).toBe(false);
  expect(await runEditor({ program: at('no-such-editor'), args: [] }, 'inherit')).toBe(false);
});

test('a report overwrites nothing by itself, and the log never', () => {
  const log = at('kept.log');
  const out = at('out.md');
  writeFileSync(log, 'log');
  symlinkSync(log, at('alias.log'));
  expect(saveReport(out, 'one', false, log)).toBe('saved');
  expect(saveReport(out, 'two', false, log)).toBe('exists');
  expect(readFileSync(out, 'utf8')).toBe('one');
  expect(saveReport(out, 'two', true, log)).toBe('saved');
  expect(readFileSync(out, 'utf8')).toBe('two');
  for (const name of [log, at('alias.log')]) expect(saveReport(name, 'x', true, log)).toBe('is-log');
  expect(readFileSync(log, 'utf8')).toBe('log');
  expect(saveReport(at('none', 'out.md'), 'x', false, null)).toEqual({ failed: `the folder ${at('none')} does not exist` });
});
