import type { Span } from '../../model/span.ts';
import type { TraceKind } from '../../model/trace-mark.ts';
import { readActionGraph } from './action-graph.ts';
import { readDebugTrace } from './debug-trace.ts';

/** Most spans of one file: the longest. */
const mostSpans = 2000;

/** What happened in a file of a trace, before it is put in order: times in milliseconds of any clock. */
export type FileSpan = Pick<Span, 'kind' | 'what' | 'module' | 'version' | 'text' | 'line' | 'endLine' | 'ms' | 'outcome'> & {
  readonly at: number;
};

export interface TraceFile {
  readonly trace: TraceKind;
  readonly spans: readonly Span[];
  /** Those too that are too many to be kept. */
  readonly seen: number;
}

/**
 * Reads what `go build -debug-trace FILE` or `-debug-actiongraph FILE` wrote; a file that ends early is read up to there.
 * @returns null when it is neither
 */
export function readTraceFile(name: string, text: string): TraceFile | null {
  if (!/^\s{0,20}\[/.test(text)) return null;
  const lines = text.split('\n');
  const trace = readDebugTrace(lines);
  if (trace) return { trace: 'go build -debug-trace', ...inOrder(trace, name) };
  const graph = readActionGraph(lines);
  return graph && { trace: 'go build -debug-actiongraph', ...inOrder(graph, name) };
}

function inOrder(found: readonly FileSpan[], file: string): Pick<TraceFile, 'spans' | 'seen'> {
  const longest = found.length <= mostSpans ? found : [...found].sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0)).slice(0, mostSpans);
  const sorted = [...longest].sort((a, b) => a.at - b.at || a.line - b.line);
  const ends = sorted.flatMap(({ at, ms }) => (ms === null ? [] : [at + ms])).sort((a, b) => a - b);
  const first = sorted[0]?.at ?? 0;
  let ended = 0;
  const spans = sorted.map(({ at, ...span }, index): Span => {
    while (ended < ends.length && ends[ended]! <= at) ended++;
    const start = Math.round((at - first) * 1000) / 1000;
    return {
      ...span,
      host: null,
      file,
      lane: '',
      start,
      clock: 'measured',
      status: null,
      error: null,
      attempt: 1,
      beside: Math.max(0, index - ended),
    };
  });
  return { spans, seen: found.length };
}
