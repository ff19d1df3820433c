import { z } from 'zod';
import { remedy, step } from './report.ts';

// What `modwhy cache` prints. `schema/cache-v1.json` is generated from here; fields are only ever added.

const cacheSeverity = z.enum(['error', 'warning', 'info']);
/** `certain`: the bytes show it; `likely`, `possible`: something else could look the same. */
const cacheSure = z.enum(['certain', 'likely', 'possible']);

const cacheFinding = z.object({
  kind: z.string(),
  severity: cacheSeverity,
  sure: cacheSure,
  title: z.string(),
  says: z.string(),
  module: z.string().nullable(),
  version: z.string().nullable(),
  /** Absolute; the first one is what it is about. At most 20, `fileCount` counts all. */
  files: z.array(z.string()),
  fileCount: z.int(),
  /** The cause of the catalog that the error of go has; null when go says nothing of it. */
  explains: z.object({ cause: z.string(), code: z.string(), title: z.string() }).nullable(),
  /** The narrowest change that ends it; empty where nothing is to be done. */
  fix: z.array(step),
  /** What the catalog says of that cause. */
  remedies: z.array(remedy),
  discouraged: z.array(z.object({ what: z.string(), because: z.string() })),
  /** After the fix go needs the network. */
  network: z.boolean(),
});

const cacheLock = z.object({
  file: z.string(),
  module: z.string().nullable(),
  version: z.string().nullable(),
  /** Null: a process that this system does not show, as one outside of this container. */
  pid: z.int().nullable(),
  command: z.string().nullable(),
  /** It does not have the lock yet. */
  waits: z.boolean(),
});

const folder = z.object({
  path: z.string(),
  /** The variable that names it; null for Go's default, and for a folder that was named to us. */
  setting: z.enum(['GOMODCACHE', 'GOPATH', 'GOCACHE']).nullable(),
  source: z.enum(['environment', 'go env file', 'default', 'named']),
  /** Bytes; null where the system does not tell. */
  free: z.number().nullable(),
});

export const cacheReportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('cache'),
  tool: z.object({ name: z.literal('modwhy'), version: z.string(), catalog: z.string() }),
  /** Null: there is none, or it was not asked for. */
  modcache: folder.nullable(),
  gocache: folder.nullable(),
  deep: z.boolean(),
  looked: z.object({
    modules: z.int(),
    versions: z.int(),
    zips: z.int(),
    /** Zips and unpacked folders whose contents were hashed. */
    zipsHashed: z.int(),
    trees: z.int(),
    treesHashed: z.int(),
    /** Unpacked folders that can be written to, as with GOFLAGS=-modcacherw. */
    treesWritable: z.int(),
    goSumLines: z.int(),
    /** Lock files of go that nobody holds, which is how they always are. */
    freeLocks: z.int(),
    clones: z.int(),
    toolchains: z.int(),
    sumdbFiles: z.int(),
    entries: z.int(),
    outputs: z.int(),
    outputsHashed: z.int(),
    /** Versions and outputs whose contents only `--deep` hashes. */
    left: z.int(),
  }),
  /** Files of hashes that the cache was compared with. */
  goSums: z.array(z.string()),
  /** Locks that are held now; null where the system does not tell. */
  locks: z.array(cacheLock).nullable(),
  findings: z.array(cacheFinding),
  /** Findings of a kind that are too many to list. */
  left: z.array(z.object({ kind: z.string(), count: z.int() })),
  redactions: z.int(),
});

export type CacheSeverity = z.infer<typeof cacheSeverity>;
export type CacheSure = z.infer<typeof cacheSure>;
export type CacheFinding = z.infer<typeof cacheFinding>;
export type CacheLock = z.infer<typeof cacheLock>;
export type CacheReport = z.infer<typeof cacheReportSchema>;
