import { parseGoSum } from '../parse/go-sum.ts';

/** The hashes that one or more go.sum files have. */
export interface GoSums {
  readonly lines: number;
  /** Hashes of a version's zip, or of its go.mod; empty when there is no line. */
  of(module: string, version: string, goMod: boolean): readonly string[];
}

/** @param texts of go.sum and go.work.sum */
export function readGoSums(texts: readonly string[]): GoSums {
  const hashes = new Map<string, string[]>();
  let lines = 0;
  for (const text of texts)
    for (const { path, version, goMod, hash } of parseGoSum(text).hashes) {
      lines++;
      const key = keyOf(path, version, goMod);
      const list = hashes.get(key);
      if (list) list.push(hash);
      else hashes.set(key, [hash]);
    }
  return { lines, of: (module, version, goMod) => hashes.get(keyOf(module, version, goMod)) ?? [] };
}

function keyOf(module: string, version: string, goMod: boolean): string {
  return `${module} ${version}${goMod ? '/go.mod' : ''}`;
}
