import type { GoSumFile } from '../model/evidence.ts';

const goMod = '/go.mod';

/** Reads go.sum as Go does: fields parted by blanks, empty lines skipped, every other number than three broken. cmd/go/internal/modfetch, readGoSum. */
export function parseGoSum(text: string): GoSumFile {
  const hashes: { path: string; version: string; goMod: boolean; hash: string; line: number }[] = [];
  const broken: { line: number }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const fields = raw.split(/\s+/).filter((field) => field !== '');
    if (fields.length === 0) continue;
    const [path, version, hash] = fields;
    if (fields.length !== 3) broken.push({ line: index + 1 });
    else
      hashes.push({
        path: path!,
        version: version!.endsWith(goMod) ? version!.slice(0, -goMod.length) : version!,
        goMod: version!.endsWith(goMod),
        hash: hash!,
        line: index + 1,
      });
  }
  return { kind: 'go.sum', hashes, broken };
}

/** Whether a line is as go writes it. */
export function isGoSumLine(line: string): boolean {
  return /^\S+ v\S+ h\d+:[A-Za-z0-9+/]+=*\r?$/.test(line);
}
