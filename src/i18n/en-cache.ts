import { buildFindings } from './cache/en-build.ts';
import { diskFindings } from './cache/en-disk.ts';
import { downloadsFindings } from './cache/en-downloads.ts';
import { foreignFindings } from './cache/en-foreign.ts';
import { remoteFindings } from './cache/en-remote.ts';
import { type FindingWords, plural } from './cache/en-words.ts';
import type { Widened } from './texts.ts';

const findings = {
  ...diskFindings,
  ...downloadsFindings,
  ...remoteFindings,
  ...buildFindings,
  ...foreignFindings,
};

/** The words of `modwhy cache`. What go itself would say is quoted. */
export const cacheEnglish = {
  findings,
  severity: { error: 'error', warning: 'warning', info: 'note' },
  sure: { certain: 'certain', likely: 'likely', possible: 'possible' },
  source: { environment: 'environment', 'go env file': 'go env file', default: 'default', named: 'as named' },
  join: ', ',
  semicolon: '; ',
  folder: (name: string, path: string, details: string) => `${name} ${path} (${details})`,
  modcache: 'module cache',
  gocache: 'build cache',
  free: (size: string) => `${size} free`,
  healthy: 'nothing wrong was found',
  found: (errors: number, warnings: number, notes: number) =>
    [
      ...(errors > 0 ? [plural(errors, 'error', 'errors')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning', 'warnings')] : []),
      ...(notes > 0 ? [plural(notes, 'note', 'notes')] : []),
    ].join(', '),
  row: {
    file: 'file',
    files: 'files',
    cause: 'cause',
    sure: 'sure',
    looked: 'looked at',
    locks: 'locks',
  },
  moreFiles: (count: number) => `and ${count} more`,
  moreNotes: (count: number) => `${plural(count, 'note', 'notes')} left out: -v shows all`,
  moreOfAKind: (title: string, count: number) => `${count} more like this: ${title}`,
  again: 'go fetches it again when it needs it',
  anew: 'go makes it again when it needs it, without the network',
  nothing: 'nothing: go goes on by itself',
  foreign: 'go never looks at it',
  foreignLeft: 'nothing: go never looks at it',
  looked: {
    versions: (modules: number, versions: number) =>
      `${plural(versions, 'version', 'versions')} of ${plural(modules, 'module', 'modules')}`,
    hashed: (zips: number, ofZips: number, trees: number, ofTrees: number) =>
      `contents hashed of ${zips} of ${plural(ofZips, 'zip', 'zips')} and ${trees} of ${plural(ofTrees, 'folder', 'folders')}`,
    sums: (lines: number, files: string) => `compared with ${plural(lines, 'line', 'lines')} of ${files}`,
    noSums: 'compared with no go.sum: --with go.sum names one',
    parts: (clones: number, toolchains: number, sumdb: number) =>
      `${plural(clones, 'clone', 'clones')}, ${plural(toolchains, 'toolchain', 'toolchains')}, ${plural(sumdb, 'file', 'files')} of the checksum database`,
    build: (entries: number, outputs: number, hashed: number) =>
      `${plural(entries, 'entry', 'entries')} and ${plural(outputs, 'output', 'outputs')} of the build cache, ${hashed} hashed`,
    writable: (count: number) =>
      `${plural(count, 'folder', 'folders')} can be written to, as with GOFLAGS=-modcacherw: nothing stops a change there`,
    deep: 'not all contents were hashed: --deep does',
  },
  locks: {
    free: (count: number) =>
      `${plural(count, 'lock file', 'lock files')}, all free: that is how go leaves them, there is nothing to delete`,
    unknown: 'this system does not tell who holds a lock; a lock file that lies there says nothing',
    held: (pid: number | null, command: string | null, file: string) =>
      `${pid === null ? 'a process that is not seen from here' : `process ${pid}${command ? ` (${command})` : ''}`} holds ${file}`,
    waits: (pid: number | null, command: string | null, file: string) =>
      `${pid === null ? 'a process that is not seen from here' : `process ${pid}${command ? ` (${command})` : ''}`} waits for ${file}`,
  },
  none: 'no module cache and no build cache are there: nothing was downloaded or built yet',
  progress: (what: string) => `looking at ${what}`,
} as const;

/** What every language's table must have. */
export type CacheTexts = Omit<Widened<typeof cacheEnglish>, 'findings'> & {
  readonly findings: Readonly<Record<keyof typeof findings, FindingWords>>;
};
