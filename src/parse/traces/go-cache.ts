import type { RerunReason, TraceMark } from '../../model/trace-mark.ts';

// cmd/go/internal/cache/hash.go, cmd/go/internal/test/test.go, cmd/go/internal/toolchain (Go 1.24).
const hash = /^HASH(?:\[[^\]\n]{1,300}\](?:$|: )| subkey [0-9a-f]{64} | \S{1,1000}: [0-9a-f]{64}$)/;
const verifyFailed = /^(?:panic: )?go: internal cache error: cache verify failed: id=[0-9a-f]/;
// cmd/go/internal/test/test.go, tryCacheWithID and saveOutput; the words are those of Go 1.21 to 1.27.
const ofPackage =
  /^testcache: (\S{1,300}): (input list not found|test output not found|test output expired|input list malformed|test output malformed|cached cover profile missing|coverage metadata changed|input file (\S{1,1000}):)/;
const disabled =
  /^testcache: caching disabled (?:in (local directory mode)|for (?:test argument: (\S{1,200})|package (outside) of module root))/;
const reasons: Readonly<Record<string, RerunReason>> = {
  'input list not found': 'new',
  'test output not found': 'inputs',
  'test output expired': 'expired',
  'input list malformed': 'damaged',
  'test output malformed': 'damaged',
  'cached cover profile missing': 'coverage',
  'coverage metadata changed': 'coverage',
};
const toolchain = /^go: (?:default toolchain set to go|upgrading toolchain to go|using local toolchain go|using go\S{1,60} toolchain )/;

/** Lines of `GODEBUG=gocachehash=1`, `gocachetest=1` and `toolchaintrace=1`: they say what go does, and nothing about time. */
export function readCacheTrace(text: string): TraceMark | null {
  if (text.startsWith('HASH')) return hash.test(text) ? { trace: 'GODEBUG=gocachehash', is: 'other' } : null;
  if (text.startsWith('testcache: ')) return readTestCache(text);
  if (text.includes('cache verify failed') && verifyFailed.test(text)) return { trace: 'GODEBUG=gocacheverify', is: 'other' };
  return text.includes(' toolchain ') && toolchain.test(text) ? { trace: 'GODEBUG=toolchaintrace', is: 'other' } : null;
}

function readTestCache(text: string): TraceMark {
  const trace = 'GODEBUG=gocachetest';
  const known = ofPackage.exec(text);
  if (known) return { trace, is: 'rerun', package: known[1]!, why: reasons[known[2]!] ?? 'input-file', detail: known[3] ?? '' };
  const off = disabled.exec(text);
  if (!off) return { trace, is: 'other' };
  return { trace, is: 'rerun', package: null, why: off[1] ? 'local-mode' : off[2] ? 'argument' : 'outside', detail: off[2] ?? '' };
}
