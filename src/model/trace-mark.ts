import type { Span } from './span.ts';

/** How people switch a trace on; shown as it stands here. */
export type TraceKind =
  | 'go -x'
  | `GODEBUG=${'netdns' | 'http2debug' | 'gctrace' | 'schedtrace' | 'inittrace' | 'gocachehash' | 'gocachetest' | 'gocacheverify' | 'toolchaintrace'}`
  | 'go build -debug-trace'
  | 'go build -debug-actiongraph';

/** What a span is about, as far as its first line says. */
export type SpanSubject = Pick<Span, 'kind' | 'what' | 'host' | 'module' | 'version' | 'text'>;

/**
 * Why the result of a test is not taken from the cache.
 * `new`: none was kept for this code with these flags and this Go; `inputs`: none for what it reads now (files, variables).
 */
export type RerunReason = 'new' | 'inputs' | 'expired' | 'input-file' | 'argument' | 'local-mode' | 'outside' | 'coverage' | 'damaged';

/** How a span ended. */
export type SpanEnd = Pick<Span, 'ms' | 'status' | 'error'> & { readonly outcome: Exclude<Span['outcome'], 'open'> };

/** What one line of a trace says. A begin and its end have the same key, which is that of no other pair at the same time. */
export type TraceMark = { readonly trace: TraceKind } & (
  | { readonly is: 'begin'; readonly key: string; readonly subject: SpanSubject }
  | { readonly is: 'end'; readonly key: string; readonly subject: SpanSubject | null; readonly end: SpanEnd }
  /** Who turns names into addresses. */
  | { readonly is: 'resolver'; readonly who: 'go' | 'cgo' | 'dynamic' }
  | { readonly is: 'lookup'; readonly name: string; readonly order: string }
  /** One run of the garbage collector: how long everything stood still, and the share of the processors' time that it took so far. */
  | { readonly is: 'gc'; readonly atMs: number; readonly pauseMs: number; readonly percent: number }
  /** A sample of the scheduler. `queued`: goroutines that could run and wait for a processor. */
  | { readonly is: 'sample'; readonly atMs: number; readonly processors: number; readonly idle: number; readonly queued: number }
  /** A test is run although its result may be in the cache. `package` is null where it holds for all. */
  | { readonly is: 'rerun'; readonly package: string | null; readonly why: RerunReason; readonly detail: string }
  /** Goes into the cache key of a package or program, with what is the same in many keys. `name`: `build example.com/p`. */
  | {
      readonly is: 'key';
      readonly name: string;
      readonly inputs: readonly { readonly kind: string; readonly subject: string; readonly value: string }[];
    }
  | { readonly is: 'init'; readonly ms: number }
  /** A line that belongs to the trace, and says nothing about time. */
  | { readonly is: 'other' }
);

/** Reads the lines of one lane in order: what a line means may depend on those before it. */
export interface TraceDecoder {
  /** @returns nothing for a line that is of no trace; a line can hold several, as processes write at the same time */
  read(text: string): readonly TraceMark[];
}
