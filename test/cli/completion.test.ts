import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import type { Flag } from '../../src/cli/flag.ts';
import { flags } from '../../src/cli/flags.ts';
import { folderWith, modwhy } from './modwhy.ts';

type Complete = (typed: string, files?: Readonly<Record<string, string>>) => string[];

function shellMissing(shell: string): string | false {
  return spawnSync(shell, ['--version']).error ? `${shell} is not on the PATH` : false;
}

function ask(shell: string, argv: readonly string[], script: string, files: Readonly<Record<string, string>>): string[] {
  const folder = folderWith(files);
  const file = path.join(folder, '.completion');
  writeFileSync(file, modwhy(['completion', shell]).out);
  const { stdout, stderr } = spawnSync(shell, [...argv, script.replaceAll('@FILE', file)], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  expect(stderr).toBe('');
  return [...new Set(stdout.split('\n').filter(Boolean))].sort();
}

// What readline passes: the words, cut at = too.
const inBash: Complete = (typed, files = {}) => {
  const words = typed.split(/ |(=)/).filter((word) => word !== undefined);
  const listed = words.map((word) => `'${word}'`).join(' ');
  // With nothing of ours, readline lists files.
  return ask(
    'bash',
    ['--norc', '-c'],
    `source @FILE; COMP_WORDS=(${listed}); COMP_CWORD=${words.length - 1}; _modwhy; if ((\${#COMPREPLY[@]})); then printf '%s\\n' "\${COMPREPLY[@]}"; else compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"; fi`,
    files,
  );
};
const inFish: Complete = (typed, files = {}) =>
  ask('fish', ['--no-config', '-c'], `source @FILE; complete -C '${typed}'`, files).map((row) => row.split('\t')[0]!);
// The real widgets of zsh, on a terminal of its own; the list of matches is what it prints.
const inZsh: Complete = (typed, files = {}) => {
  const rows = ask(
    'zsh',
    ['-f', '-c'],
    `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'unset PROMPT RPROMPT; PS1=; stty -echo cols 200; autoload -U compinit; compinit -u -D; source @FILE
zstyle ":completion:*" verbose no
wrapped() { local -a seen; compadd() { builtin compadd -O seen "$@"; print -rl -- MATCH:\${^seen}; builtin compadd "$@" }; _main_complete; unfunction compadd; print -r -- "DONE:"; compstate[insert]=; compstate[list]= }
zle -C list complete-word wrapped; bindkey "^X" list; print READ"Y"'
zpty -r shell line '*READY*'
zpty -w -n shell ${JSON.stringify(typed)}$'\\C-x'
zpty -r shell line '*DONE:*'
print -r -- $line`,
    files,
  );
  return [...new Set(rows.flatMap((row) => /MATCH:(\S+)/.exec(row)?.[1] ?? []))].sort();
};

const ours = (command: string) =>
  (flags as readonly Flag[])
    .filter(({ of }) => of === undefined || of.includes(command))
    .flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);

const shells = [
  ['bash', inBash],
  ['zsh', inZsh],
  ['fish', inFish],
] as const;

for (const [shell, complete] of shells) {
  const missing = shellMissing(shell);
  test.skipIf(missing)(
    `${shell} completes commands, their flags, closed lists and files${missing ? ` (${missing})` : ''}`,
    { timeout: 120_000 },
    () => {
      expect(complete('modwhy ')).toEqual(commands.map(({ name }) => name).sort());
      expect(complete('modwhy ex')).toEqual(['explain']);
      expect(complete('modwhy --format json re')).toEqual(['redact', 'repro']);
      const doctor = complete('modwhy doctor --');
      expect(doctor).toEqual(
        ours('doctor')
          .filter((name) => name.startsWith('--'))
          .sort(),
      );
      expect(complete('modwhy explain --scr')).toEqual(['--screen-reader']);
      expect(complete('modwhy doctor --scr')).toEqual([]);
      expect(complete('modwhy explain --color ')).toEqual(['always', 'auto', 'never']);
      expect(complete('modwhy env ')).toEqual(['diff', 'why']);
      expect(complete('modwhy bypass e')).toEqual(['end']);
      expect(complete('modwhy completion f')).toEqual(['fish']);
      const files = { 'north.log': '', 'south.log': '' };
      expect(complete('modwhy explain nor', files)).toEqual(['north.log']);
      expect(complete('modwhy explain --quiet north.log sou', files)).toEqual(['south.log']);
      expect(complete('modwhy explain --with nor', files)).toEqual(['north.log']);
    },
  );
  test.skipIf(missing)(`${shell} takes --flag=value apart${missing ? ` (${missing})` : ''}`, { timeout: 60_000 }, () => {
    expect(complete('modwhy explain --color=al').map((word) => word.replace('--color=', ''))).toEqual(['always']);
  });
}

test('a script for PowerShell has every command and flag', () => {
  const { out, code } = modwhy(['completion', 'powershell']);
  expect(code).toBe(0);
  for (const name of [...commands.map((command) => command.name), ...(flags as readonly Flag[]).map((flag) => `--${flag.name}`)])
    expect(out).toContain(`'${name}'`);
  // In single quotes a quote is written twice.
  expect(out.replaceAll("''", '').match(/'/g)!.length % 2).toBe(0);
});

test('without a shell it says which there are', () => {
  expect(modwhy(['completion'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('expected bash, zsh, fish or powershell, found ""'),
  });
  expect(modwhy(['completion', 'bsh'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean bash?') });
});
