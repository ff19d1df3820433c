import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import type { Flag } from '../../src/cli/flag.ts';
import { flags } from '../../src/cli/flags.ts';
import { folderWith, modwhy } from './modwhy.ts';

const noMandoc = spawnSync('mandoc', ['-T', 'lint'], { input: '' }).error ? 'mandoc is not on the PATH' : false;
const noMan = spawnSync('man', ['--version']).error ? 'man is not on the PATH' : false;

function page(language: string): string {
  const { out, err, code } = modwhy(['man', '--lang', language]);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return out;
}

test.skipIf(noMandoc)(`mandoc has nothing against the page${noMandoc ? ` (${noMandoc})` : ''}`, () => {
  expect(spawnSync('mandoc', ['-T', 'lint'], { input: page('en'), encoding: 'utf8' }).stdout).toBe('');
  // Lines of Chinese are long in bytes, which is a matter of style to mandoc.
  expect(spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], { input: page('zh'), encoding: 'utf8' }).stdout).toBe('');
});

test.skipIf(noMan)(`man shows every command and flag in both languages, without a warning${noMan ? ` (${noMan})` : ''}`, () => {
  for (const language of ['en', 'zh']) {
    const folder = folderWith({ 'modwhy.1': page(language) });
    const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', 'modwhy.1'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MAN_KEEP_FORMATTING: '' },
    });
    expect(stderr).toBe('');
    const shown = stdout.replace(/.\x08/g, '').replaceAll('\u2010', '-');
    for (const { synopsis } of commands) expect(shown).toContain(`modwhy ${synopsis}`);
    for (const { name } of flags as readonly Flag[]) expect(shown).toContain(`--${name}`);
    expect(shown).toContain(language === 'zh' ? '从本机到模块' : 'from here to the module');
  }
});

test('a page takes no operands', () => {
  expect(modwhy(['man', 'run'])).toMatchObject({ code: 2, err: expect.stringContaining('modwhy man takes no operands, found "run"') });
});
