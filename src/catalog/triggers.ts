import type { Catalog, Signal } from '../model/catalog.ts';

/**
 * Texts of which one stands in every log in which a signal with the role `error` matches. Of each signal they are its literals, or one of the
 * texts that it needs, whichever logs of builds that succeed have less often.
 * @param calm such logs
 */
export function triggersOf({ signals, phrases }: Pick<Catalog, 'signals' | 'phrases'>, calm: string): string[] {
  const counts = new Map<string, number>();
  const countOf = (text: string) => {
    const known = counts.get(text) ?? calm.split(text).length - 1;
    counts.set(text, known);
    return known;
  };
  const triggers = new Set<string>(phrases.stems);
  for (const signal of signals) if (signal.role === 'error') for (const text of rarest(signal, countOf)) triggers.add(text);
  return [...triggers];
}

function rarest({ literals, needs }: Signal, countOf: (text: string) => number): readonly string[] {
  const choices = [literals, ...needs.filter((texts) => texts.every((text) => Buffer.byteLength(text) >= 4))];
  const costs = choices.map(
    (texts) => texts.reduce((sum, text) => sum + countOf(text), 0) + 1 / Math.min(...texts.map(({ length }) => length)),
  );
  return choices[costs.indexOf(Math.min(...costs))]!;
}
