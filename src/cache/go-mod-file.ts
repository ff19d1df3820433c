import type { CachedVersion } from './downloads.ts';
import { readStart } from './files.ts';
import { goModHash } from './hash.ts';
import type { Inspection } from './inspection.ts';
import { sniff } from './sniff.ts';

// golang.org/x/mod/zip, MaxGoMod.
const longest = 16 << 20;

/**
 * Looks at a cached go.mod. It is compared with go.sum on every read, and never fetched again while it is there.
 * @param inZip null: the zip is not there, or has none
 */
export function checkGoMod(
  { module, version, base, files }: CachedVersion,
  inZip: Buffer | null,
  { findings, around, onDenied }: Inspection,
): void {
  const name = `${base}.mod`;
  const about = { files: [name], module, version, remove: { files: [name] } };
  if (files.get('mod')!.size === 0) return void findings.add({ kind: 'mod-empty', ...about });
  const bytes = readStart(name, longest, onDenied);
  if (bytes === null) return;
  if (!declaresModule(bytes)) return void findings.add({ kind: 'mod-broken', ...about, facts: { head: sniff(bytes) } });
  const named = around.goSums.of(module, version, true);
  if (named.includes(goModHash(bytes))) return;
  if (inZip !== null && !inZip.equals(bytes)) return void findings.add({ kind: 'mod-changed', ...about });
  if (named.length === 0) return;
  // The zip has the same go.mod: then the whole copy is another one, and deleting half of it helps nobody.
  const { remove, ...rest } = about;
  findings.add(inZip === null ? { kind: 'mod-changed', ...about } : { kind: 'mod-not-go-sum', ...rest });
}

/** golang.org/x/mod/modfile: a file that go writes or takes has a module line. */
function declaresModule(bytes: Buffer): boolean {
  return /(?:^|\n)[ \t]*module[ \t"`(]/.test(bytes.toString('latin1'));
}
