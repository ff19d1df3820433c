import type { CacheSeverity, CacheSure } from '../model/cache.ts';

/** How bad a kind of finding is, how sure, and the cause of the catalog that go's error then has. */
interface Kind {
  readonly severity: CacheSeverity;
  readonly sure: CacheSure;
  readonly cause: string | null;
  /** After the fix go downloads again. */
  readonly network: boolean;
}

const kind = (severity: CacheSeverity, cause: string | null, { sure = 'certain', network = false }: Partial<Kind> = {}): Kind => ({
  severity,
  sure,
  cause,
  network,
});
const fetched = { network: true };

/**
 * Everything that can be found. `error`: go fails on it; `warning`: go does not see it, or only some commands do; `info`: nothing is to be done.
 * The order is the one in which findings of one severity are shown.
 */
export const kinds = {
  'disk-full': kind('error', 'env.disk-full'),
  'read-only': kind('warning', 'env.readonly'),
  'not-writable': kind('error', 'env.permission'),
  unreadable: kind('error', 'env.permission'),
  'other-owner': kind('warning', 'env.permission', { sure: 'likely' }),
  'not-a-folder': kind('error', 'env.path-variable-invalid'),
  'odd-file': kind('warning', null, fetched),
  'lock-held': kind('warning', 'cache.lock-held'),
  'zip-cut': kind('error', 'cache.corrupt-zip', fetched),
  'zip-damaged': kind('error', 'cache.corrupt-zip', fetched),
  'zip-of-other': kind('error', 'cache.corrupt-zip', fetched),
  'zip-changed': kind('error', 'cache.corrupt-zip', fetched),
  'ziphash-wrong': kind('error', 'checksum.go-sum-mismatch'),
  'pair-differs': kind('warning', 'cache.corrupt-zip', fetched),
  'ziphash-broken': kind('warning', 'cache.corrupt-metadata'),
  'ziphash-lost': kind('warning', 'cache.corrupt-metadata'),
  'not-go-sum': kind('error', 'checksum.go-sum-mismatch'),
  'mod-empty': kind('error', 'cache.corrupt-metadata', fetched),
  'mod-broken': kind('error', 'checksum.go-sum-mismatch', fetched),
  'mod-changed': kind('error', 'checksum.go-sum-mismatch', fetched),
  'mod-not-go-sum': kind('error', 'checksum.go-sum-mismatch'),
  'tree-changed': kind('warning', 'cache.modified-dir'),
  'tree-odd': kind('warning', 'cache.modified-dir'),
  'tree-without-zip': kind('warning', null, fetched),
  'toolchain-incomplete': kind('error', 'toolchain.install-broken'),
  'toolchain-not-executable': kind('error', 'toolchain.install-broken'),
  'vcs-note-wrong': kind('error', 'cache.vcs-corrupt', fetched),
  'vcs-not-repository': kind('error', 'cache.vcs-corrupt', fetched),
  'vcs-config': kind('error', 'cache.vcs-corrupt', fetched),
  'vcs-refs': kind('error', 'cache.vcs-corrupt', fetched),
  'vcs-objects': kind('error', 'cache.vcs-corrupt', fetched),
  'vcs-lock': kind('warning', 'cache.vcs-corrupt', { sure: 'likely' }),
  'sumdb-tile': kind('error', 'checksum.sumdb-cache-corrupt', fetched),
  'sumdb-lookup': kind('error', 'checksum.sumdb-cache-corrupt', fetched),
  'sumdb-latest': kind('error', 'checksum.sumdb-cache-corrupt', fetched),
  'build-index': kind('error', 'cache.corrupt-index'),
  'build-output': kind('error', null),
  'foreign-lock': kind('warning', null, { sure: 'likely' }),
  'foreign-note': kind('info', null, { sure: 'likely' }),
  'per-task-log': kind('info', null, { sure: 'likely' }),
  'info-broken': kind('info', null),
  'list-broken': kind('info', null),
  partial: kind('info', 'cache.partial'),
  'tmp-left': kind('info', null),
  'tree-is-file': kind('info', null),
  'tree-unfinished': kind('info', null),
  'build-entry': kind('info', null),
  'build-output-cut': kind('info', null),
  'trim-broken': kind('info', null),
  'test-expire-broken': kind('info', null),
  'linked-away': kind('info', null),
} as const satisfies Readonly<Record<string, Kind>>;

export type KindId = keyof typeof kinds;
export const kindOf = (id: KindId): Kind => kinds[id];
