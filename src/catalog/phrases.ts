import type { Phrase, Phrases } from '../model/catalog.ts';
import type { PhraseRules } from './schema.ts';

const hole = /\{(\d)\}/g;
const shortestStem = 4;

/** Splits the phrases of all languages at their holes, longest stem first, so that a longer one is tried before a shorter one in it. */
export function compilePhrases(files: readonly (PhraseRules & { file: string })[], problems: string[]): Phrases {
  const rows: { stem: string; phrase: Phrase }[] = [];
  const seen = new Map<string, string>();
  for (const { file, phrases } of files) {
    for (const [text, english] of spelled(phrases)) {
      const known = seen.get(text);
      // Two languages may share words; they must mean the same.
      if (known !== undefined && known !== english) problems.push(`${file}: "${text}" means two things`);
      if (known !== undefined) continue;
      seen.set(text, english);
      const pieces = text.split(/\{\d\}/);
      const holes = [...text.matchAll(hole)].map(([, number]) => Number(number));
      const stem = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
      if (stem.length < shortestStem) problems.push(`${file}: "${text}" has no part of ${shortestStem} characters or more`);
      if (pieces.slice(1, -1).includes('')) problems.push(`${file}: "${text}" has nothing between two holes`);
      for (const [, number] of english.matchAll(hole))
        if (!holes.includes(Number(number))) problems.push(`${file}: "${text}" has no hole {${number}}`);
      rows.push({ stem, phrase: { pieces, holes, english } });
    }
  }
  rows.sort((a, b) => b.stem.length - a.stem.length || (a.stem < b.stem ? -1 : 1));
  return {
    stems: rows.map(({ stem }) => stem),
    list: rows.map(({ phrase }) => phrase),
    starts: files.flatMap(({ starts }) => spelled(starts)),
  };
}

/** French puts a space that does not break before a colon; what people copy has a plain one. */
function spelled(phrases: Readonly<Record<string, string>>): [text: string, english: string][] {
  return Object.entries(phrases).flatMap(([text, english]): [string, string][] => {
    const plain = text.replace(/[\u00a0\u202f]/g, ' ');
    return plain === text
      ? [[text, english]]
      : [
          [text, english],
          [plain, english],
        ];
  });
}
