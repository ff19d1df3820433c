import type { LineScanner } from '../filter/line-scanner.ts';
import type { Line } from '../model/line.ts';

/** So many lines are searched as one text. */
const together = 4096;

/**
 * Which lines may hold a secret, by one search over all of them: to ask each costs ten times as much.
 * @param from index of the first line
 * @returns for each line from there on 1 when it may, else 0; null when nobody can say
 */
export function suspectLines(lines: readonly Line[], from: number, scanner: LineScanner | null): Uint8Array | null {
  if (scanner === null) return null;
  const found = new Uint8Array(lines.length - from);
  for (let first = from; first < lines.length; first += together) {
    const texts = lines.slice(first, first + together).map(({ text }) => text);
    // It would be two lines there.
    if (texts.some((text) => text.includes('\n'))) return null;
    const suspects = scanner.suspects(Buffer.from(texts.join('\n')));
    if (suspects === null) return null;
    for (const { line } of suspects) found[first - from + line] = 1;
  }
  return found;
}
