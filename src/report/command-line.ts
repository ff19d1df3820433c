/** An argument list as it would be typed in a POSIX shell. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(quoteWord).join(' ');
}

/** One word for a POSIX shell. */
export function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
