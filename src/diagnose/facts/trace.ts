import type { Line } from '../../model/line.ts';
import type { Span, Traces } from '../../model/span.ts';
import type { Wait } from '../stopped-wait.ts';
import type { About, FactWords, Seen } from './fact.ts';

/** What the traces of the log show, as far as it bears on a problem. */
export interface Traced {
  readonly waits: readonly Wait[];
  readonly spans: readonly Span[];
  readonly resolver: Traces['resolver'];
  /** A line of the log by its number; undefined when it is not held. */
  lineOf(number: number): Line | undefined;
}

const nameWords = /\blookup \S|resolve host|resolve hostname/;

/** The request that the message names failed in the trace as well, and who looked the name up that it could not find. */
export function traceFacts({ texts }: About, { spans, resolver }: Traced, words: FactWords): Seen[] {
  const seen: Seen[] = [];
  const said = texts.join('\n');
  const failed = spans.filter(
    ({ kind, outcome, file, text }) => kind === 'request' && outcome === 'failed' && file === null && names(said, text),
  );
  const last = failed.at(-1);
  if (last) {
    const tries = Math.max(...failed.map(({ attempt }) => attempt));
    seen.push({ id: 'trace-request-failed', line: last.endLine ?? last.line, says: words['trace-request-failed'](tries, last.ms) });
  }
  if (resolver && resolver.is !== 'dynamic' && nameWords.test(said))
    seen.push({ id: 'trace-resolver', line: resolver.line, says: words['trace-resolver'](resolver.is) });
  return seen;
}

/** The whole address, not one that begins with it. */
function names(said: string, url: string): boolean {
  const at = said.indexOf(url);
  return at >= 0 && !/[\w./-]/.test(said.charAt(at + url.length));
}
