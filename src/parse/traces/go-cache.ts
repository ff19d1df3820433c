import type { TraceMark } from '../../model/trace-mark.ts';

// cmd/go/internal/cache/hash.go, cmd/go/internal/test/test.go, cmd/go/internal/toolchain (Go 1.24).
const hash = /^HASH(?:\[[^\]\n]{1,300}\](?:$|: )| subkey [0-9a-f]{64} | \S{1,1000}: [0-9a-f]{64}$)/;
const testCache = /^testcache: /;
const toolchain = /^go: (?:default toolchain set to go|upgrading toolchain to go|using local toolchain go|using go\S{1,60} toolchain )/;

/** Lines of `GODEBUG=gocachehash=1`, `gocachetest=1` and `toolchaintrace=1`: they say what go does, and nothing about time. */
export function readCacheTrace(text: string): TraceMark | null {
  if (text.startsWith('HASH')) return hash.test(text) ? { trace: 'GODEBUG=gocachehash', is: 'other' } : null;
  if (testCache.test(text)) return { trace: 'GODEBUG=gocachetest', is: 'other' };
  return toolchain.test(text) ? { trace: 'GODEBUG=toolchaintrace', is: 'other' } : null;
}
