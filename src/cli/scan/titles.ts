import { fillSentence } from '../../catalog/template.ts';
import type { Pack } from '../../model/catalog.ts';

/** Code and title of every cause, by its slug, with words where a log would give names. */
export function titlesOf(pack: Pack): ReadonlyMap<string, { readonly code: string; readonly title: string }> {
  const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));
  return new Map(causes.map(({ id, code, title }) => [id, { code, title: capital(fillSentence(title, {})) }]));
}

/** A title may begin with the words for a name. */
function capital(text: string): string {
  return /^(?:an?|the|this|its) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
