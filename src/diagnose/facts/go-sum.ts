import { type About, type FileOf, isBelow, type Seen } from './fact.ts';

const hashInLog = /\bgo\.sum:\s+(h1:[A-Za-z0-9+/]{20,60}=*)/;

/** Facts from go.sum. */
export function goSumFacts({ hashes, broken }: FileOf<'go.sum'>, { module, version, package: imported, texts }: About): Seen[] {
  const seen: Seen[] = [];
  if (broken[0]) seen.push({ id: 'sum-file-broken', line: broken[0].line, says: 'a line of go.sum has three fields' });
  if (module === null && imported !== null) seen.push(...lacking(hashes, imported));
  if (module === null || version === null) return seen;
  const goMod = texts.some((text) => /\/go\.mod\b|go\.sum entry for go\.mod file/.test(text));
  const rows = hashes.filter((row) => row.path === module && row.version === version && row.goMod === goMod);
  const what = `${module} ${version}${goMod ? '/go.mod' : ''}`;
  if (rows[0]) seen.push({ id: 'sum-file-has-line', line: rows[0].line, says: 'this go.sum has it: the failed build read another go.sum' });
  else if (hashes[0]) {
    const near = hashes.find((row) => row.path === module) ?? hashes.at(-1)!;
    seen.push({ id: 'sum-file-lacks-line', line: near.line, says: `there is no line for ${what}` });
  }
  const second = rows.find((row) => row.hash !== rows[0]!.hash);
  if (second)
    seen.push({ id: 'sum-file-two-hashes', line: second.line, says: `line ${rows[0]!.line} has another hash of the same version` });
  const said = texts.map((text) => hashInLog.exec(text)?.[1]).find((hash) => hash !== undefined);
  if (said === undefined || !rows[0]) return seen;
  const same = rows.find((row) => row.hash === said);
  if (same) seen.push({ id: 'sum-file-same-hash', line: same.line, says: 'this is the line that did not fit' });
  else
    seen.push({
      id: 'sum-file-other-hash',
      line: rows[0].line,
      says: 'the failed build had another hash in its go.sum: it read another file',
    });
  return seen;
}

/** A message that names only a package leaves the module and version open: no line at all for any parent is all that can be seen. */
function lacking(hashes: FileOf<'go.sum'>['hashes'], imported: string): Seen[] {
  const last = hashes.at(-1);
  if (!last || hashes.some((row) => !row.goMod && isBelow(imported, row.path))) return [];
  return [{ id: 'sum-file-lacks-line', line: last.line, says: `there is no line for a module with ${imported}` }];
}
