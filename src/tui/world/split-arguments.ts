/**
 * The words of a command as a variable such as EDITOR has it: `code --wait`, `"/opt/my editor/bin" -x`. Quotes and, outside Windows,
 * backslashes keep blanks in a word; nothing else means anything, since no shell reads it.
 * @returns null when it holds what only a shell can read, or a quote stays open
 */
export function splitArguments(text: string, windows = false): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\n' || char === '\0' || (quote !== "'" && /[$`]/.test(char))) return null;
    if (quote === '' && /[;|&<>()]/.test(char)) return null;
    if (quote === '' && /[ \t]/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (char === quote) quote = '';
    else if (quote === '' && /["']/.test(char)) {
      quote = char;
      word ??= '';
    } else if (char === '\\' && !windows && quote !== "'") word = (word ?? '') + (text[++at] ?? '');
    else word = (word ?? '') + char;
  }
  if (quote !== '') return null;
  return word === null ? words : [...words, word];
}
