import type { Pack } from '../model/catalog.ts';
import { fillSentence } from './template.ts';

// A name has a space beside it in Chinese; the words that stand for one have none.
const betweenHan = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Code and title of every cause, by its slug, with words where a log would give names. */
export function causeTitles(
  pack: Pack,
  words?: Parameters<typeof fillSentence>[2],
): ReadonlyMap<string, { readonly code: string; readonly title: string }> {
  const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));
  return new Map(
    causes.map(({ id, code, title }) => [id, { code, title: capital(fillSentence(title, {}, words).replace(betweenHan, '')) }]),
  );
}

/** A title may begin with the words for a name; names of files and programs stay as they are. */
function capital(text: string): string {
  return /^(?:an?|the|this|its) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
