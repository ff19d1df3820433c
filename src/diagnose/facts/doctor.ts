import { type FactId, factIds } from '../../model/facts.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

const known: ReadonlySet<string> = new Set(factIds.filter((id) => id.startsWith('doctor-')));

/** What `modwhy doctor` learned, where it is about a server that the message names, or about the machine as a whole. */
export function doctorFacts({ steps }: FileOf<'doctor'>, { texts }: About, words: FactWords): Seen[] {
  return steps.flatMap(({ fact, host, line }) => {
    if (!known.has(fact)) return [];
    const id = fact as FactId;
    const text = words[id] as string | ((host: string) => string);
    if (typeof text === 'string') return [{ id, line, says: text }];
    const name = host?.replace(/:\d+$/, '') ?? '';
    // The forward proxy stands in no message that names only the server.
    const concerns = name !== '' && (id.startsWith('doctor-forward-') || texts.some((one) => namesHost(one, name)));
    return concerns ? [{ id, line, says: text(host!) }] : [];
  });
}

/** The name as a whole: not a part of a longer one. */
function namesHost(text: string, host: string): boolean {
  for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1))
    if (!/[\w.-]/.test(text[at - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(text.slice(at + host.length, at + host.length + 2))) return true;
  return false;
}
