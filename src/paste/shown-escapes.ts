import { mapLines, type PasteForm, type RawLine } from './raw-line.ts';

// A colour or cursor sequence whose escape character is written out, as `less`, JSON, log viewers and editors show it.
const written = /(?:\^\[|\\u001b|\\x1b|\\0?33|\\e|␛|<ESC>|<0x1b>)\[[\d;?]{0,20}[A-Za-z]/gi;
const mayBeWritten = /\^\[|\\u001b|\\x1b|\\0?33|\\e\[|␛|<ESC>|<0x1b>/i;
// The character is lost and the rest is left.
const lost = /\[(?:\d{1,3}(?:;\d{1,3}){0,4})?m/g;
const lostColour = /\[(?:1;)?[39]\d(?:;\d{1,3})?m/;
const lostReset = /\[(?:0|39|22)?m/;
const caretTabs = /^(?:\^I)+/;
const slashTabs = /^(?:\\t)+(?=\S)/;

/** Control characters that are shown as text. */
export const shownEscapes: PasteForm = {
  name: 'shown-escapes',
  undo: (lines) =>
    isCatA(lines) ? mapLines(lines, (text) => clean(text.replace(/\$$/, '').replaceAll('^I', '\t'))) : mapLines(lines, clean),
};

function clean(text: string): string {
  let out = mayBeWritten.test(text) ? text.replace(written, '') : text;
  if (!out.includes('\x1b') && lostReset.test(out) && lostColour.test(out)) out = out.replace(lost, '');
  if (out.startsWith('^I')) out = out.replace(caretTabs, (tabs) => '\t'.repeat(tabs.length / 2));
  if (out.startsWith('\\t')) out = out.replace(slashTabs, (tabs) => '\t'.repeat(tabs.length / 2));
  return out.endsWith('^M') ? out.slice(0, -2) : out;
}

/** `cat -A`: every line ends with a dollar. */
function isCatA(lines: readonly RawLine[]): boolean {
  return lines.length > 1 && lines.every(({ text }) => text.endsWith('$'));
}
