import { parseEvidence, parseKeptLines } from '../evidence/read.ts';
import { findLiterals } from '../filter/find-literals.ts';
import { scannerInUse } from '../filter/tables.ts';
import { textsOf } from '../i18n/texts.ts';
import { createMatcher, type Matcher } from '../match/matcher.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Pack } from '../model/catalog.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Answer } from '../model/question.ts';
import { linesOf } from '../parse/access-logs/large.ts';
import { createTraceDecoder, mayTrace } from '../parse/traces/decoder.ts';
import { readTraceFile, type TraceFile } from '../parse/traces/trace-file.ts';
import { createTraceLog } from '../timeline/traces/trace-log.ts';
import { createCutList } from './cut-list.ts';
import { createEdges } from './edges.ts';
import { createLineReading } from './line-reading.ts';
import { type Reported, reportOf } from './report-of.ts';
import { createSessionSecrets } from './session-secrets.ts';
import type { SessionOptions, WholeSession } from './types.ts';
import { type Sources, type Understood, understand } from './understand.ts';

/**
 * The pipeline over one input. Pure: no clock, process, file or network; the same bytes in any chunks give the same report.
 * @param linear runs patterns that are not proven for the native engine; null when the pack has none
 */
export function createSession(pack: Pack, options: SessionOptions, linear: LinearEngine | null = null): WholeSession {
  const cuts = createCutList();
  const createTraces = () => createTraceLog(createTraceDecoder, mayTrace);
  const holding = { most: options.held, zoom: options.zoom, timeline: options.timeline };
  const reading = createLineReading(pack, options.filter ?? 'on', cuts, createTraces, holding);
  const encodings = new Set<string>();
  const files: Evidence[] = [];
  const traceFiles: TraceFile[] = [];
  const secrets = options.redact === 'off' ? null : createSessionSecrets(pack.isOwn, () => scannerInUse(pack.literals));
  const edges = createEdges();
  const texts = textsOf(options.language);
  let made: Matcher | null = null;
  const matcher = () => (made ??= createMatcher(pack, linear, findLiterals));
  const sources: Sources = { pack, options, texts, matcher, reading, edges, cuts, files, traceFiles, silentUnits: new WeakMap() };

  let answers: readonly Answer[] = [];
  let understood: Understood | null = null;
  let finished: Reported | null = null;

  const tell = (of: Understood, again: boolean): Reported => {
    const reported = reportOf(of, sources, answers, encodings, again);
    if (secrets && !again) secrets.learnLines(of.lines, of.whole);
    return secrets ? { ...reported, report: secrets.report(reported.report) } : reported;
  };
  const finish = (): Reported => {
    const again = understood !== null;
    understood ??= understand(reading.end(), true, sources);
    return tell(understood, again);
  };

  return {
    push(bytes: Uint8Array, stays?: boolean) {
      edges.push(bytes);
      reading.push(bytes, stays);
    },
    addEvidence(name, text, kept) {
      const trace = kept ? null : readTraceFile(name, text);
      const file = trace ? null : kept ? parseKeptLines(name, kept) : parseEvidence(name, text);
      if (trace) traceFiles.push(trace);
      if (file) files.push(file);
      // Of a HAR nothing is shown that could be a secret, and its bodies are large.
      if (file?.kind !== 'HAR') secrets?.learnFile(kept ?? linesOf(text));
    },
    entry: (entry) => reading.entry(entry),
    encoding: (name) => void encodings.add(name),
    cut: (limit, seen, kept) => cuts.add(limit, seen, kept),
    soFar: () => tell(understand(reading.soFar(), false, sources), false),
    stirred: () => reading.stirred(),
    hide: (texts) => secrets?.texts(texts) ?? [...texts],
    report: () => (finished ??= finish()).report,
    answer(given) {
      answers = [...given];
      finished = null;
    },
    trees() {
      const found = (finished ??= finish()).trees();
      return secrets?.value(found) ?? found;
    },
    lines: (from, count) =>
      reading.zoom(from, count).map(({ number, text, kind }) => ({
        number,
        text: secrets?.text(text) ?? text,
        kind,
      })),
  };
}
