import type { Phrase, Phrases } from '../model/catalog.ts';

/**
 * Puts English words where programs spoke another language. git, bash, make and Windows speak the user's; the go command quotes them.
 * @param present positions in `phrases.stems` of those that stand in the text, in rising order
 */
export function toEnglish(text: string, phrases: Phrases, present: readonly number[]): string {
  if (present.length === 0) return text;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index]!;
    for (const position of present) line = replacePhrase(line, phrases.list[position]!);
    lines[index] = replaceStart(line, phrases.starts);
  }
  return lines.join('\n');
}

/** Each piece where it first stands after the one before: one pass, whatever the text. */
function replacePhrase(line: string, { pieces, holes, english }: Phrase): string {
  const indent = line.length - line.trimStart().length;
  const start = pieces[0] === '' ? indent : line.indexOf(pieces[0]!);
  if (start < 0) return line;
  let at = start + pieces[0]!.length;
  const values: string[] = [];
  for (let index = 1; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const found = piece === '' ? line.length : line.indexOf(piece, at);
    if (found < 0) return line;
    values[holes[index - 1]!] = line.slice(at, found);
    at = found + piece.length;
  }
  return line.slice(0, start) + english.replace(/\{(\d)\}/g, (_, number: string) => values[Number(number)] ?? '') + line.slice(at);
}

function replaceStart(line: string, starts: Phrases['starts']): string {
  const body = line.trimStart();
  for (const [found, english] of starts) {
    if (body.startsWith(found)) return line.slice(0, line.length - body.length) + english + body.slice(found.length);
  }
  return line;
}
