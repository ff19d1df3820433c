import { type CompletionWords, spellingsOf } from './words.ts';

/** For fish 3: to be sourced, or as `completions/modwhy.fish`. */
export function fishCompletion(words: CompletionWords): string {
  const valued = words.flags.filter(({ takesValue }) => takesValue);
  const row = (...parts: readonly string[]) => ['complete -c modwhy', ...parts.filter((part) => part !== '')].join(' ');
  const lines = [
    '# fish completion for modwhy: modwhy completion fish | source',
    '# Prints the command that was typed, and how many operands follow it; -- when the words are those of another program.',
    'function __modwhy_typed',
    '  set -l words (commandline -opc)',
    '  set -e words[1]',
    '  set -l found',
    '  while set -q words[1]',
    '    switch $words[1]',
    '      case --',
    '        set found -- $found[1]',
    '        break',
    `      case ${spellingsOf(valued).join(' ')}`,
    '        set -e words[1]',
    "      case '-*'",
    "      case '*'",
    '        set -a found $words[1]',
    '    end',
    '    set -e words[1]',
    '  end',
    '  set -q found[1]; and printf "%s\\n" $found',
    'end',
    'function __modwhy_before',
    '  test (count (__modwhy_typed)) -eq 0',
    'end',
    'function __modwhy_of',
    '  set -l typed (__modwhy_typed)',
    '  set -q typed[1]; and contains -- "$typed[1]" $argv',
    'end',
    'function __modwhy_first',
    '  set -l typed (__modwhy_typed)',
    '  test (count $typed) -eq 1; and contains -- "$typed[1]" $argv',
    'end',
    'function __modwhy_program',
    '  set -l typed (__modwhy_typed)',
    '  test "$typed[1] $typed[2]" = "-- run"',
    'end',
    '',
    ...words.commands.map(({ name, help }) => row('-n __modwhy_before -f -a', name, '-d', quotedForFish(help))),
    ...words.commands
      .filter(({ operands }) => operands.length > 0)
      .map(({ name, operands }) => row(`-n '__modwhy_first ${name}' -f`, '-a', quotedForFish(operands.join(' ')))),
    row('-n __modwhy_program -a', quotedForFish('(__fish_complete_subcommand --fcs-skip=3)')),
    ...words.flags.map(({ spellings, help, takesValue, values, of }) =>
      row(
        of.length > 0 ? `-n '__modwhy_of ${of.join(' ')}'` : '',
        ...spellings.map((spelling) => (spelling.startsWith('--') ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`)),
        values.length > 0 ? `-x -a ${quotedForFish(values.join(' '))}` : takesValue ? '-r' : '',
        `-d ${quotedForFish(help)}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function quotedForFish(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
