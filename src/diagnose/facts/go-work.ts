import type { About, FactWords, FileOf, Seen } from './fact.ts';

// cmd/go/internal/modload: what the message tells one to type names the folder.
const wanted = /\bgo work use (?:-r )?([^\s-]\S{0,300})/;
const older = /listed in go\.work file requires go >= \S{1,40}, but go\.work lists go (\S{1,40})/;

/** Facts from go.work. */
export function goWorkFacts({ uses, go }: FileOf<'go.work'>, { texts }: About, words: FactWords): Seen[] {
  const seen: Seen[] = [];
  const folder = texts.map((text) => wanted.exec(text)?.[1]).find((one) => one !== undefined);
  if (folder !== undefined) {
    const plain = folder
      .replaceAll('\\', '/')
      .replace(/^\.\/(?=.)/, '')
      .replace(/(?<=.)\/$/, '');
    const listed = plain !== '.' && uses.some((one) => one.folder === plain);
    if (!listed)
      seen.push({
        id: 'work-file-lacks',
        line: uses.at(-1)?.line ?? go?.line ?? 1,
        says: words['work-file-lacks'](uses.map((one) => one.folder)),
      });
  }
  const lists = texts.map((text) => older.exec(text)?.[1]).find((one) => one !== undefined);
  if (go && lists === go.version) seen.push({ id: 'work-file-go-older', line: go.line, says: words['work-file-go-older'] });
  return seen;
}
