import type { Evidence } from '../../model/evidence.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

/** go.mod and vendor/modules.txt together: they name two versions of a module that the messages name. */
export function vendorDiffers(
  files: readonly Evidence[],
  { module, texts }: About,
  words: FactWords,
): { readonly seen: Seen; readonly file: Evidence } | null {
  const vendor = files.find((file): file is Evidence & FileOf<'modules.txt'> => file.kind === 'modules.txt');
  const mod = files.find((file): file is Evidence & FileOf<'go.mod'> => file.kind === 'go.mod');
  if (!vendor || !mod) return null;
  const versions = new Map(vendor.modules.map((row) => [row.path, row]));
  for (const { path, version, line } of mod.requires) {
    const row = versions.get(path);
    if (!row || row.version === version || !(path === module || texts.some((text) => text.includes(`${path}@`)))) continue;
    const says = words['vendor-file-differs'](path, version, `${mod.name}:${line}`);
    return { seen: { id: 'vendor-file-differs', line: row.line, says }, file: vendor };
  }
  return null;
}
