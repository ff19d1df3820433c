// cmd.exe reads a line first: outside quotes `&|<>^()` act, and `%` and, where it is on, `!` act inside quotes too.
// The program then cuts its line into words by the rules of CommandLineToArgvW, where `\` counts only before `"`.

/** A word that neither cmd.exe nor a program's own parser changes. */
const plain = /^[\w./:@+=\\-]+$/;
// No quote escapes `%` at the prompt; outside ASCII the code page may turn a letter into a quote.
const quotable = /^[ #$&-~]*$/;
// What the reader fills in is typed over: the words for it may be Chinese. Of wide forms only those whose narrow ones do nothing inside
// quotes: a code page may make a real quote of the wide one.
const toFillIn = /<[^<>]*>/g;
const han = /[\u3001\u3002\u4e00-\u9fff\uff08\uff09\uff0c\uff1a\uff1b]/g;

function isQuotable(text: string): boolean {
  return quotable.test(text.replace(toFillIn, (words) => words.replace(han, '')));
}

/** One argument of a program; null when no quotes can hold it. */
export function quoteCmd(word: string): string | null {
  if (plain.test(word)) return word;
  return isQuotable(word) ? `"${word.replace(/\\+$/, '$&$&')}"` : null;
}

/** A command with its environment, which only that command sees; null when it cannot be typed. */
export function cmdCommand(argv: readonly string[], env: Readonly<Record<string, string>> = {}): string | null {
  const words = argv.map(quoteCmd);
  // `"a b" "c"` alone is a command of another shape for `cmd /c`, and a quoted program for the prompt.
  if (words.length === 0 || words.includes(null) || words[0]!.startsWith('"')) return null;
  const call = words.join(' ');
  const variables = Object.entries(env);
  if (variables.length === 0) return call;
  // Inside `cmd /c "..."` there is no second level of quotes that all Windows versions agree on.
  if (call.includes('"') || variables.some(([name, value]) => !/^\w+$/.test(name) || !/^[\w./:@+,-]+$/.test(value))) return null;
  return `cmd /c "${variables.map(([name, value]) => `set ${name}=${value}&& `).join('')}${call}"`;
}

/** Sets a variable for the commands that follow; null when the value cannot be typed. An empty value takes it away. */
export function setCmd(name: string, value: string): string | null {
  return /^\w+$/.test(name) && isQuotable(value) ? `set "${name}=${value}"` : null;
}
