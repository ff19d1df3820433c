import type { Catalog, Signal } from '../model/catalog.ts';

/** What `saysFailure` in src/filter/failure-words.ts looks closer at: names of source files stand in logs of all kinds, with a column seldom. */
const place = '.go:';
const withColumn = /\\\.go\)?:(?:\(\?<line>)?\\d\{1,7\}\)?:\\d/;

/**
 * Texts of which one stands in every log in which a signal with the role `error` matches, unless that is a place in a source file. Of each
 * signal they are its literals, or one list of texts that it needs, whichever logs of builds that succeed have less often.
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
  for (const signal of signals) {
    if (signal.role !== 'error') continue;
    const texts = rarest(signal, countOf);
    if (texts.join() !== place || !withColumn.test(signal.pattern)) for (const text of texts) triggers.add(text);
  }
  return [...triggers];
}

function rarest({ literals, needs }: Signal, countOf: (text: string) => number): readonly string[] {
  const choices = [literals, ...needs.filter((texts) => texts.every((text) => Buffer.byteLength(text) >= 4))];
  const costs = choices.map(
    (texts) => texts.reduce((sum, text) => sum + countOf(text), 0) + 1 / Math.min(...texts.map(({ length }) => length)),
  );
  return choices[costs.indexOf(Math.min(...costs))]!;
}
