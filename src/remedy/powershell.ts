import { hasUnseen } from './unseen.ts';

// Windows PowerShell 5.1 and PowerShell 7 read these words alike. about_Quoting_Rules, about_Parsing; what they hand to programs differs:
// 5.1 drops empty arguments, does not escape `"`, and loses a backslash before the quote that it adds around blanks.

/** A word that needs no quotes: nothing in it starts a number, array, variable, comment, redirection or parameter with a dot. */
const plain = /^(?:[A-Za-z_][\w./:@+=\\-]*|\.{1,2}(?:[/\\][\w./-]*)?|--?[A-Za-z][\w=-]*)$/;
// All of these end a text in single quotes; two of them stand for the first.
const singleQuotes = /['\u2018\u2019\u201a\u201b]/g;

/** A text in single quotes, in which nothing is expanded; null when it cannot be typed. */
function quotePowershellText(text: string): string | null {
  return hasUnseen(text) ? null : `'${text.replace(singleQuotes, '$&$&')}'`;
}

/** One argument of a program; null when some PowerShell would hand over something else. */
export function quotePowershell(word: string): string | null {
  if (plain.test(word)) return word;
  if (word === '' || word.includes('"') || (/\s/.test(word) && word.endsWith('\\'))) return null;
  return quotePowershellText(word);
}

/** A command with its environment, which is put back afterwards; null when it cannot be typed. */
export function powershellCommand(argv: readonly string[], env: Readonly<Record<string, string>> = {}): string | null {
  const [program, ...words] = argv.map(quotePowershell);
  if (program == null || words.includes(null)) return null;
  const call = [program.startsWith("'") ? `& ${program}` : program, ...words].join(' ');
  const before: string[] = [];
  const after: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    const set = setPowershell(name, value);
    if (set === null) return null;
    before.push(`$was_${name} = $env:${name}; ${set}; `);
    after.unshift(`; $env:${name} = $was_${name}`);
  }
  return before.join('') + call + after.join('');
}

/** Sets a variable for the commands that follow; null when the value or name cannot be typed. An empty value takes it away. */
export function setPowershell(name: string, value: string): string | null {
  const quoted = isVariableName(name) ? quotePowershellText(value) : null;
  return quoted === null ? null : `$env:${name} = ${quoted}`;
}

export function unsetPowershell(name: string): string | null {
  return isVariableName(name) ? `Remove-Item -ErrorAction Ignore Env:${name}` : null;
}

/** Replaces one literal text in a file, once a line. Set-Content of 5.1 would change the encoding. */
export function replacePowershell(path: string, find: string, replace: string): string | null {
  const pattern = find.replace(/[\\*+?|{}[\]()^$.#]/g, '\\$&').replaceAll(' ', '\\ ');
  const words = [path, `(?m)^(.*?)${pattern}`, `\${1}${replace.replaceAll('$', '$$$$')}`].map(quotePowershellText);
  if (words.includes(null)) return null;
  const [file, search, by] = words;
  return `$file = Convert-Path -LiteralPath ${file}; [IO.File]::WriteAllText($file, [regex]::Replace([IO.File]::ReadAllText($file), ${search}, ${by}))`;
}

function isVariableName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}
