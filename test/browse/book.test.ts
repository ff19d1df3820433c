import { expect, test } from 'vitest';
import { openBook } from '../../src/browse/book.ts';
import { findEntry, fits } from '../../src/browse/find.ts';
import { loadExamples } from '../../src/catalog/examples.ts';
import { loadPack } from '../../src/catalog/load.ts';

const examples = loadExamples();
const book = openBook(loadPack(), examples);

test('has every rule, and every signal with the texts that it was checked with', () => {
  expect(book.causes.length).toBe(loadPack().causes);
  expect(book.signals.length).toBe(loadPack().signals);
  expect(book.signals.filter((signal) => signal.examples.match.length === 0)).toEqual([]);
  expect([...examples.keys()].sort()).toEqual(book.signals.map(({ id }) => id).sort());
});

test('a pattern matches its samples and none of its near misses', () => {
  const { pattern, examples: of } = book.signals.find(({ id }) => id === 'git-no-username')!;
  const matches = (text: string) => new RegExp(pattern, 'm').test(text);
  expect(of.match.every(({ text }) => matches(text))).toBe(true);
  expect(of.near.length).toBeGreaterThan(0);
  expect(of.near.some(({ text }) => matches(text))).toBe(false);
});

test('what a cause names can be found, and names the cause', () => {
  for (const cause of book.causes)
    for (const { id, fact } of cause.signals) {
      const signal = findEntry(book, id);
      if (fact) expect(signal).toBeNull();
      else expect(signal).toMatchObject({ kind: 'signal', causes: expect.arrayContaining([expect.objectContaining({ id: cause.id })]) });
    }
});

test('no hole of a template is shown to people', () => {
  const shown = JSON.stringify(
    book.causes.map(({ title, why, variants, remedies, probes, discouraged }) => [title, why, variants, remedies, probes, discouraged]),
  );
  expect(shown.match(/\{[a-z_]+(?:\|[^{}]*)?\}/g)).toBeNull();
});

test('causes are found by code in any case and by slug, signals by their id', () => {
  const cause = book.causes.find(({ code }) => code === 'GM0403')!;
  expect(findEntry(book, 'gm0403')).toBe(cause);
  expect(findEntry(book, cause.id)).toBe(cause);
  expect(findEntry(book, 'git-no-username')).toMatchObject({ kind: 'signal' });
  expect(findEntry(book, 'auth')).toBeNull();
});

test('a filter wants all its words, anywhere', () => {
  const cause = book.causes.find(({ code }) => code === 'GM0403')!;
  expect(fits(cause, 'CREDENTIALS git')).toBe(true);
  expect(fits(cause, 'credentials proxy')).toBe(false);
});
