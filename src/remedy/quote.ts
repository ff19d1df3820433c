/** One word for a POSIX shell. */
export function quotePosix(word: string): string {
  if (/^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:=@%+,-]*$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command with its environment, for a POSIX shell. */
export function posixCommand(argv: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${quotePosix(value)}`);
  return [...variables, ...argv.map(quotePosix)].join(' ');
}

/** Replaces one literal text in a file, once a line. `-i.bak` is the form that GNU and BSD sed both know. */
export function sedCommand(path: string, find: string, replace: string): string {
  const pattern = find.replace(/[\\/.*[\]^$]/g, '\\$&').replaceAll('\n', '\\n');
  const replacement = replace.replace(/[\\/&]/g, '\\$&').replaceAll('\n', '\\n');
  return `sed -i.bak ${quotePosix(`s/${pattern}/${replacement}/`)} ${quotePosix(path)}`;
}
