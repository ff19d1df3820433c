import type { RerunReason, TraceMark } from '../../model/trace-mark.ts';
import { readHashLine } from './hash-line.ts';
import { type KeyInputKind, readKeyInput } from './key-input.ts';

// cmd/go/internal/cache/cache.go, cmd/go/internal/test/test.go, cmd/go/internal/toolchain (Go 1.24).
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
const general = new Set<KeyInputKind>([
  'release',
  'platform',
  'variable',
  'c-compiler',
  'c-flags',
  'flags',
  'build-mode',
  'coverage',
  'trimpath',
]);
const toolchain = /^go: (?:default toolchain set to go|upgrading toolchain to go|using local toolchain go|using go\S{1,60} toolchain )/;

/** Lines of `GODEBUG=gocachehash=1`, `gocachetest=1` and `toolchaintrace=1`: they say what go does, and nothing about time. */
export function readCacheTrace(text: string): TraceMark | null {
  if (text.startsWith('HASH')) return readKey(text);
  if (text.startsWith('testcache: ')) return readTestCache(text);
  if (text.includes('cache verify failed') && verifyFailed.test(text)) return { trace: 'GODEBUG=gocacheverify', is: 'other' };
  return text.includes(' toolchain ') && toolchain.test(text) ? { trace: 'GODEBUG=toolchaintrace', is: 'other' } : null;
}

/** Of the keys of packages and programs what is the same in most of them. */
function readKey(text: string): TraceMark | null {
  const trace = 'GODEBUG=gocachehash';
  const line = readHashLine(text);
  if (!line) return null;
  const { key: name, is } = line;
  if ((is !== 'begin' && is !== 'input') || !/^(?:build|link|vet) \S/.test(name)) return { trace, is: 'other' };
  // A build has hundreds of thousands of files and imports.
  if (is === 'begin' || /^(?:file|import|packagefile|vetout) /.test(line.text)) return { trace, is: 'key', name, inputs: [] };
  return { trace, is: 'key', name, inputs: readKeyInput(line.text).filter(({ kind }) => general.has(kind)) };
}

function readTestCache(text: string): TraceMark {
  const trace = 'GODEBUG=gocachetest';
  const known = ofPackage.exec(text);
  if (known) return { trace, is: 'rerun', package: known[1]!, why: reasons[known[2]!] ?? 'input-file', detail: known[3] ?? '' };
  const off = disabled.exec(text);
  if (!off) return { trace, is: 'other' };
  return { trace, is: 'rerun', package: null, why: off[1] ? 'local-mode' : off[2] ? 'argument' : 'outside', detail: off[2] ?? '' };
}
