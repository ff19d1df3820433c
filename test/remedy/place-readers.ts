// Small readers of the syntaxes into which settings are written, apart from the code under test.

/** `ENV NAME=value`: in double quotes a backslash keeps `\`, `"` and `$`; an open `$` is another variable, and throws. */
export function dockerfileEnv(line: string): [string, string] {
  const found = /^ENV (\w+)=(.*)$/s.exec(line);
  if (!found || line.includes('\n')) throw new Error(`not one ENV: ${line}`);
  const [, name, raw] = found;
  const quoted = raw!.startsWith('"');
  let value = '';
  let at = quoted ? 1 : 0;
  for (; at < raw!.length; at++) {
    const char = raw![at]!;
    if (quoted && char === '"') break;
    if (char === '\\' && /[\\"$]/.test(raw![at + 1] ?? '')) value += raw![++at];
    else if (/[$'"\\]/.test(char) && !(quoted && char === "'")) throw new Error(`the builder acts on ${char} in ${line}`);
    else if (!quoted && /\s/.test(char)) throw new Error('a word ends early');
    else value += char;
  }
  if (quoted && at !== raw!.length - 1) throw new Error('the quotes end early or never');
  return [name!, value];
}

/** A Groovy text in single quotes, and nothing behind it. */
export function groovyString(text: string): string {
  const found = /^'((?:[^'\\\n]|\\[\\'])*)'$/.exec(text);
  if (!found) throw new Error(`not one Groovy text: ${text}`);
  return found[1]!.replace(/\\([\\'])/g, '$1');
}
