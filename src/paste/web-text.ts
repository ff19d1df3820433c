import { mapLines, type PasteForm } from './raw-line.ts';

const entity = /&(lt|gt|amp|quot|apos|nbsp|#39|#34|#x27|#x22|#x2F|#47|#96|#x60|#60|#62);/gi;
const twice = /&amp;(?=(?:lt|gt|quot|apos|nbsp|#39|#34|#x27|#x22|#x2F);)/gi;
const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
  '#x22': '"',
  '#x2f': '/',
  '#47': '/',
  '#96': '`',
  '#x60': '`',
  '#60': '<',
  '#62': '>',
};
// French programs themselves put one before and inside these signs.
const spaces = /(?<!«)[\u00a0\u2007\u202f](?! ?[:;!?»])/g;
// `gh run view` puts a byte order mark before a time; its dialect takes it off.
const unseen = /[\u200b-\u200f\u2060]|\ufeff(?!\d{4}-)/g;
const double = /[“”„‟]/g;
const single = /[‘’‚]/g;
// Only Go's own words: macOS and coreutils print such quotes themselves.
const goWords = /\bgo: |@v\d|\bgo\.(?:mod|sum|work)\b|\bimport path |\brequired module /;
const any = /[&\u200b-\u200f\u2060\ufeff“”„‟‘’‚]|(?<!«)[\u00a0\u2007\u202f](?! ?[:;!?»])/;

/** What web pages, chats and word processors make of characters: entities, unseen characters, other spaces and quotes. */
export const webText: PasteForm = {
  name: 'web-text',
  undo: (lines) => mapLines(lines, (text) => (any.test(text) ? clean(text) : text)),
};

function clean(text: string): string {
  let out = text.replace(unseen, '').replace(spaces, ' ');
  if (out.includes('&')) out = out.replace(twice, '&').replace(entity, (_, name: string) => characters[name.toLowerCase()]!);
  if (!goWords.test(out)) return out;
  if (!out.includes('"')) out = out.replace(double, '"');
  return out.includes("'") ? out : out.replace(single, "'");
}
