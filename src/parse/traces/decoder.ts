import type { TraceDecoder } from '../../model/trace-mark.ts';
import { readCacheTrace } from './go-cache.ts';
import { createHttp2Reader } from './http2.ts';
import { readNameLookup } from './name-lookup.ts';
import { readRequest } from './requests.ts';
import { readRuntime } from './runtime.ts';
import { createVcsReader } from './vcs.ts';

// Behind what another process was writing. Only asked where traces were seen before.
const inside = /go package net: |SCHED \d|%: [\d.]+\+/;

/** What a line of a trace begins with, by its first character. */
const beginnings = byFirst([
  '# get ',
  '# lock ',
  'cd ', // `cd FOLDER; git …`
  'mkdir -p ',
  'init ',
  'gc ', // `gc 1 @`
  'go package net: ',
  'go: ', // toolchains
  'http2: ',
  'RoundTrip failure: ',
  'transport got GOAWAY',
  'testcache: ',
  'HASH',
  'WORK=',
  'SCHED ',
  'panic: go: internal cache error: ',
  'scvg',
]);

function byFirst(texts: readonly string[]): readonly (readonly string[])[] {
  const lists = Array.from({ length: 128 }, (): string[] => []);
  for (const text of texts) lists[text.charCodeAt(0)]!.push(text);
  return lists;
}

/**
 * A test that costs little: every line of a trace passes it, and few others do.
 * @param within traces stood above it
 */
export function mayTrace(text: string, within: boolean): boolean {
  const first = text.charCodeAt(0);
  // One call for all: the engine writes one with a fixed text out character by character, and needed nine megabytes to compile sixteen of them.
  for (const beginning of beginnings[first] ?? []) if (text.startsWith(beginning)) return true;
  // `# /folder for git3`
  if (first === 0x23) return text.includes(' for ');
  // `  P0: status=0`
  if (first === 0x20) return /^ {2}[PMG]\d/.test(text);
  return (
    (first >= 0x30 && first <= 0x39 && /^\d{1,7}\.\d{3}s # /.test(text)) || (within && !beginnings[first]?.length && inside.test(text))
  );
}

// cmd/go/internal/work: the folder of a build.
const work = /^WORK=\S{1,1000}go-build\d+$/;

/** Reads the traces of one lane: requests and version control of `go -x`, and what GODEBUG makes programs print. */
export function createTraceDecoder(): TraceDecoder {
  const vcs = createVcsReader();
  const http2 = createHttp2Reader();
  return {
    read(text) {
      const one = readRequest(text) ?? readRuntime(text) ?? readCacheTrace(text);
      if (one) return [one];
      if (text.startsWith('WORK=') && work.test(text)) return [{ trace: 'go -x', is: 'other' }];
      for (const marks of [vcs.read(text), http2.read(text), readNameLookup(text)]) if (marks.length > 0) return marks;
      return [];
    },
  };
}
