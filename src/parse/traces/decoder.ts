import type { TraceDecoder } from '../../model/trace-mark.ts';
import { readCacheTrace } from './go-cache.ts';
import { createHttp2Reader } from './http2.ts';
import { readNameLookup } from './name-lookup.ts';
import { readRequest } from './requests.ts';
import { readRuntime } from './runtime.ts';
import { createVcsReader } from './vcs.ts';

// Behind what another process was writing. Only asked where traces were seen before.
const inside = /go package net: |SCHED \d|%: [\d.]+\+/;

/**
 * A test that costs little: every line of a trace passes it, and few others do.
 * @param within traces stood above it
 */
export function mayTrace(text: string, within: boolean): boolean {
  switch (text.charCodeAt(0)) {
    case 0x23: // `# get`, `# /folder for git3`
      return text.startsWith('# get ') || text.includes(' for ') || text.startsWith('# lock ');
    case 0x20: // `  P0: status=0`
      return /^ {2}[PMG]\d/.test(text);
    case 0x63: // `cd FOLDER; git …`
      return text.startsWith('cd ');
    case 0x6d:
      return text.startsWith('mkdir -p ');
    case 0x69:
      return text.startsWith('init ');
    case 0x67: // `gc 1 @`, `go package net: `, toolchains
      return text.startsWith('gc ') || text.startsWith('go package net: ') || text.startsWith('go: ');
    case 0x68:
      return text.startsWith('http2: ');
    case 0x52:
      return text.startsWith('RoundTrip failure: ');
    case 0x74:
      return text.startsWith('transport got GOAWAY') || text.startsWith('testcache: ');
    case 0x48:
      return text.startsWith('HASH');
    case 0x57:
      return text.startsWith('WORK=');
    case 0x53:
      return text.startsWith('SCHED ');
    case 0x70:
      return text.startsWith('panic: go: internal cache error: ');
    case 0x73:
      return text.startsWith('scvg');
  }
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39 && /^\d{1,7}\.\d{3}s # /.test(text)) || (within && inside.test(text));
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
