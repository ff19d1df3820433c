import { unpaste } from '../../src/paste/unpaste.ts';

/** A pasted text, and what it was before: the forms, then the lines, each with the number of the line that it came from. */
export function show(text: string): string {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, offset: 0, text: line }));
  const { lines: found, forms } = unpaste(lines);
  return [`forms: ${forms.join(' ')}`, ...found.map(({ number, text }) => `${number} | ${JSON.stringify(text).slice(1, -1)}`)].join('\n');
}

/** Only the lines. */
export function restored(text: string): string {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, offset: 0, text: line }));
  return unpaste(lines)
    .lines.map((line) => line.text)
    .join('\n');
}
