import type { Pack } from '../model/catalog.ts';
import { fillSentence } from './template.ts';

/** Code and title of every cause, by its name; with what stands in the holes where no log names anything. */
export function causeTitles(
  pack: Pack,
  words?: Parameters<typeof fillSentence>[2],
): ReadonlyMap<string, { readonly code: string; readonly title: string }> {
  const titles = new Map<string, { code: string; title: string }>();
  for (let position = 0; ; position++) {
    const cause = pack.cause(position);
    // What stands behind the causes has no code.
    if (cause?.code === undefined) return titles;
    const title = fillSentence(cause.title, {}, words);
    // A hole at the start has a fallback in small letters.
    titles.set(cause.id, { code: cause.code, title: cause.title.startsWith('{') ? title[0]!.toUpperCase() + title.slice(1) : title });
  }
}
