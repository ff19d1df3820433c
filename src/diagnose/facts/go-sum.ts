import { type About, type FactWords, type FileOf, isBelow, type Seen } from './fact.ts';

const hashInLog = /\bgo\.sum:\s+(h1:[A-Za-z0-9+/]{20,60}=*)/;

/** Facts from go.sum. */
export function goSumFacts(
  { hashes, broken }: FileOf<'go.sum'>,
  { module, version, package: imported, texts }: About,
  words: FactWords,
): Seen[] {
  const seen: Seen[] = [];
  if (broken[0]) seen.push({ id: 'sum-file-broken', line: broken[0].line, says: words['sum-file-broken'] });
  if (module === null && imported !== null) seen.push(...lacking(hashes, imported, words));
  if (module === null || version === null) return seen;
  const goMod = texts.some((text) => /\/go\.mod\b|go\.sum entry for go\.mod file/.test(text));
  const rows = hashes.filter((row) => row.path === module && row.version === version && row.goMod === goMod);
  const what = `${module} ${version}${goMod ? '/go.mod' : ''}`;
  if (rows[0]) seen.push({ id: 'sum-file-has-line', line: rows[0].line, says: words['sum-file-has-line'] });
  else if (hashes[0]) {
    const near = hashes.find((row) => row.path === module) ?? hashes.at(-1)!;
    seen.push({ id: 'sum-file-lacks-line', line: near.line, says: words['sum-file-lacks-line'](what, false) });
  }
  const second = rows.find((row) => row.hash !== rows[0]!.hash);
  if (second) seen.push({ id: 'sum-file-two-hashes', line: second.line, says: words['sum-file-two-hashes'](rows[0]!.line) });
  const said = texts.map((text) => hashInLog.exec(text)?.[1]).find((hash) => hash !== undefined);
  if (said === undefined || !rows[0]) return seen;
  const same = rows.find((row) => row.hash === said);
  if (same) seen.push({ id: 'sum-file-same-hash', line: same.line, says: words['sum-file-same-hash'] });
  else
    seen.push({
      id: 'sum-file-other-hash',
      line: rows[0].line,
      says: words['sum-file-other-hash'],
    });
  return seen;
}

/** A message that names only a package leaves the module and version open: no line at all for any parent is all that can be seen. */
function lacking(hashes: FileOf<'go.sum'>['hashes'], imported: string, words: FactWords): Seen[] {
  const last = hashes.at(-1);
  if (!last || hashes.some((row) => !row.goMod && isBelow(imported, row.path))) return [];
  return [{ id: 'sum-file-lacks-line', line: last.line, says: words['sum-file-lacks-line'](imported, true) }];
}
