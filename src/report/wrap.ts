import { displayWidth, graphemes } from './width.ts';

/** Lines of at most `width` columns. A long word of ASCII stays whole, so that a URL or command can be copied; wide text breaks anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => breakable(part, width))) {
    const joined = line === '' ? word.text : line + (word.glued ? '' : ' ') + word.text;
    if (line !== '' && displayWidth(joined) > width) {
      lines.push(line);
      line = word.text;
    } else line = joined;
  }
  lines.push(line);
  return lines;
}

interface Word {
  readonly text: string;
  /** Follows the word before without a space. */
  readonly glued: boolean;
}

function breakable(word: string, width: number): Word[] {
  if (displayWidth(word) === word.length || displayWidth(word) <= width) return [{ text: word, glued: false }];
  return graphemes(word).map((text, index) => ({ text, glued: index > 0 }));
}
