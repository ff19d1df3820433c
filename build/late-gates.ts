// What a text must have before a pattern is worth making: the engine takes longer to make one than to look for a few characters.
import { neededTexts } from '../src/catalog/needs.ts';

// Another case is another text; a search that goes on where the last one ended notes that it found nothing.
const plainFlags = /^[dmsu]*$/;
// What stands around a match, and a class of nothing or of everything.
const unread = /\(\?(?!:|<[A-Za-z_])|\[\^?\]/;
const escaped = /\\(?:u([0-9a-f]{4})|[\s\S])/gi;
const mostTexts = 4;
// One of several stands in too many texts where it is shorter.
const shortestOfSeveral = 3;

/**
 * An expression that is false only where a pattern cannot match.
 * @param text the expression for the text, which may be written twice
 * @returns null where nothing short can be told
 */
export function gateOf(pattern: string, flags: string, text: string): string | null {
  const written = withoutCodes(pattern);
  if (!plainFlags.test(flags) || written === null) return null;
  const [first, second] = neededTexts(written, 1);
  if (first === undefined || first.length > mostTexts) return null;
  if (first.length > 1 && first.some(({ length }) => length < shortestOfSeveral)) return null;
  const begins = !flags.includes('m') && !pattern.includes('|') && pattern.startsWith(`^${first[0]}`);
  if (begins) return `${text}.startsWith(${JSON.stringify(first[0])})`;
  return [first, ...(second?.length === 1 ? [second] : [])].map((choice) => anyOf(choice, text)).join('&&');
}

function anyOf(choice: readonly string[], text: string): string {
  const looks = choice.map((one) => `${text}.includes(${JSON.stringify(one)})`);
  return looks.length === 1 ? looks[0]! : `(${looks.join('||')})`;
}

/** The pattern with its letters beyond ASCII as they are; null when it has something that nobody reads here. */
function withoutCodes(pattern: string): string | null {
  if (unread.test(pattern)) return null;
  let known = true;
  const written = pattern.replace(escaped, (whole, code: string | undefined) => {
    const char = String.fromCharCode(Number.parseInt(code ?? '', 16));
    if (char > '\x7f') return char;
    // A group by its name, a control character, a code of ASCII.
    if (/^\\[kcu]/.test(whole)) known = false;
    return whole;
  });
  return known ? written : null;
}
