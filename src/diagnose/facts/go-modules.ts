import type { FactId } from '../../model/facts.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

const ids = {
  zip: 'verify-zip-modified',
  dir: 'verify-dir-modified',
  ziphash: 'verify-ziphash-missing',
} as const satisfies Readonly<Record<string, FactId>>;

/** Facts from what go printed about modules: `go mod verify` names the module of the problem. */
export function goModulesFacts({ damaged }: FileOf<'go modules'>, { module, version }: About, words: FactWords): Seen[] {
  return damaged
    .filter((row) => row.path === module && (version === null || row.version === version))
    .map(({ what, line }) => ({ id: ids[what], line, says: words[ids[what]] }));
}
