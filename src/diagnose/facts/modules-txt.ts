import { type About, type FactWords, type FileOf, isBelow, type Seen } from './fact.ts';

/** Facts from vendor/modules.txt: what the vendor folder does not hold. */
export function modulesTxtFacts(
  { modules, packages }: FileOf<'modules.txt'>,
  { module, version, package: imported }: About,
  words: FactWords,
): Seen[] {
  if (module !== null) {
    const found = modules.filter(({ path }) => path === module);
    if (version === null || found.some((row) => row.version === version)) return [];
    const other = found[0];
    const says = words['vendor-file-lacks'](`${module} ${version}`, other ? `${module} ${other.version}` : null);
    const line = other?.line ?? modules.at(-1)?.line ?? 1;
    return [{ id: 'vendor-file-lacks', line, says }];
  }
  if (imported === null || packages.some(({ path }) => path === imported)) return [];
  const parent = modules.findLast(({ path }) => isBelow(imported, path));
  const line = parent?.line ?? modules.at(-1)?.line ?? 1;
  return [{ id: 'vendor-file-lacks', line, says: words['vendor-file-lacks'](imported, null) }];
}
