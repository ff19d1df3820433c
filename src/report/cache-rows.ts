import type { CacheTexts } from '../i18n/en-cache.ts';
import type { CacheReport } from '../model/cache.ts';

/** What was looked at, in sentences; text and Markdown show the same. */
export function lookedRows({ looked, modcache, gocache, goSums }: CacheReport, texts: CacheTexts): string[] {
  const words = texts.looked;
  return [
    ...(modcache === null
      ? []
      : [
          `${words.versions(looked.modules, looked.versions)}${texts.semicolon}${words.hashed(looked.zipsHashed, looked.zips, looked.treesHashed, looked.trees)}`,
          goSums.length > 0 ? words.sums(looked.goSumLines, goSums.join(', ')) : words.noSums,
          words.parts(looked.clones, looked.toolchains, looked.sumdbFiles),
          ...(looked.treesWritable > 0 ? [words.writable(looked.treesWritable)] : []),
        ]),
    ...(gocache === null ? [] : [words.build(looked.entries, looked.outputs, looked.outputsHashed)]),
    ...(looked.left > 0 ? [words.deep] : []),
  ];
}

/** Who holds a lock now. */
export function lockRows({ locks, looked }: CacheReport, texts: CacheTexts): string[] {
  const words = texts.locks;
  if (locks === null) return looked.freeLocks > 0 ? [words.unknown] : [];
  const held = locks.map(({ waits, pid, command, file }) => (waits ? words.waits : words.held)(pid, command, file));
  return [...held, ...(looked.freeLocks > 0 ? [words.free(looked.freeLocks)] : [])];
}

/** `12.3 GiB` */
function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${size >= 100 || unit === 0 ? Math.floor(size) : (Math.floor(size * 10) / 10).toFixed(1)} ${units[unit]}`;
}

/** The folders, each with its room. */
export function folderRows({ modcache, gocache }: CacheReport, texts: CacheTexts): string[] {
  const row = (name: string, folder: CacheReport['modcache']) =>
    folder === null ? [] : [texts.folder(name, folder.path, detailsOf(folder, texts))];
  return [...row(texts.modcache, modcache), ...row(texts.gocache, gocache)];
}

function detailsOf({ setting, source, free }: NonNullable<CacheReport['modcache']>, texts: CacheTexts): string {
  const parts = [...(setting === null ? [] : [setting]), texts.source[source], ...(free === null ? [] : [texts.free(sizeText(free))])];
  return parts.join(texts.join);
}

/** `2 errors, 1 note` */
export function countText({ findings, left }: CacheReport, texts: CacheTexts): string {
  const severityOf = new Map(findings.map(({ kind, severity }) => [kind, severity]));
  const count = (wanted: string) =>
    findings.filter(({ severity }) => severity === wanted).length +
    left.reduce((sum, { kind, count: more }) => sum + (severityOf.get(kind) === wanted ? more : 0), 0);
  return findings.length === 0 ? texts.healthy : texts.found(count('error'), count('warning'), count('info'));
}

// What is deleted is not made again.
const gone: ReadonlySet<string> = new Set(['tmp-left', 'vcs-lock', 'odd-file', 'per-task-log']);

/** What stands behind the steps of a finding, or in their place; null where the catalog's remedies stand there. */
export function afterText({ kind, fix, network, explains, severity }: CacheReport['findings'][number], texts: CacheTexts): string | null {
  const programs = fix.flatMap((step) => (step.kind === 'run' ? [step.argv[0]] : []));
  if (programs.includes('go') || (gone.has(kind) && fix.length > 0)) return null;
  if (kind.startsWith('foreign')) return fix.length > 0 ? texts.foreign : texts.foreignLeft;
  if (fix.length > 0) return programs.includes('rm') ? (network ? texts.again : texts.anew) : null;
  return severity === 'info' || explains === null ? texts.nothing : null;
}
