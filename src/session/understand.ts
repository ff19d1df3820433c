import { besideOf } from '../diagnose/beside.ts';
import type { DiagnosisContext } from '../diagnose/diagnose.ts';
import type { Said } from '../diagnose/problem.ts';
import { pastedEvidence } from '../evidence/pasted.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Pack } from '../model/catalog.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { Report } from '../model/report.ts';
import { readGoEnv } from '../parse/go-env.ts';
import { buildSegments, type Segments } from '../parse/segment.ts';
import type { TraceFile } from '../parse/traces/trace-file.ts';
import type { TracesSeen } from '../timeline/traces/trace-log.ts';
import type { CutList } from './cut-list.ts';
import { cutsByOthers } from './cuts-by-others.ts';
import type { Edges } from './edges.ts';
import { type Environments, splitEnvironments } from './environments.ts';
import { incidentAnswers } from './incident-answers.ts';
import type { LineReading } from './line-reading.ts';
import { matchedErrors, namedIn } from './module-errors.ts';
import { pastedTranscripts } from './pasted-transcripts.ts';
import { type SilentUnits, saidIn } from './said.ts';
import { aboutAll, firstGoVersion, givenSettings } from './seen.ts';
import { joinSides } from './sides.ts';
import { findSilentCuts, type SilentCuts } from './silent-cuts.ts';
import type { SessionOptions } from './types.ts';

/** What a session has and was given. */
export interface Sources {
  readonly pack: Pack;
  readonly options: SessionOptions;
  readonly texts: Texts;
  readonly matcher: () => Matcher;
  readonly reading: LineReading;
  readonly edges: Edges;
  /** Of the input, before it is read. */
  readonly cuts: CutList;
  readonly files: readonly Evidence[];
  readonly traceFiles: readonly TraceFile[];
  readonly silentUnits: SilentUnits;
}

/** What the lines and the files beside them say, whatever is answered. */
export interface Understood extends Segments {
  /** The input has ended. */
  readonly whole: boolean;
  readonly cuts: CutList;
  readonly lines: readonly Line[];
  readonly dialects: readonly string[];
  readonly said: readonly Said[];
  readonly context: DiagnosisContext;
  readonly files: readonly Evidence[];
  readonly beside: NonNullable<Report['beside']>;
  readonly environments: Environments;
  readonly sides: NonNullable<Report['sides']>;
  readonly traced: TracesSeen | null;
}

// Of an input that grows every end is one in the middle.
const nothingSilent: SilentCuts = { front: null, end: null, whole: (unit) => unit };

/** @param whole the input has ended */
export function understand(lines: readonly Line[], whole: boolean, sources: Sources): Understood {
  const { pack, options, texts, reading, edges, silentUnits } = sources;
  const matcher = sources.matcher();
  const dialects = reading.dialects();
  const cuts = cutsOfReading(sources, lines);
  const broken = !cuts.complete();
  const gone = cutsByOthers(lines, cuts);
  const { segments, output } = buildSegments(lines);
  const silent = whole ? findSilentCuts(lines, segments, edges, reading.count(), pack.literals) : nothingSilent;
  if (silent.front) cuts.add('front', 0, 0, silent.front.number);
  // Whatever broke the input off has its own row.
  if (silent.end && !broken) {
    cuts.add('end', 0, 0, silent.end.number);
    gone.push({ number: Number.POSITIVE_INFINITY, lane: '' });
  }
  const said = saidIn(segments, output, { matcher, whole: silent.whole, silentUnits, growing: !whole });
  const ranGo = firstGoVersion(lines);
  const evidence = [...matchedErrors(sources.files, matcher), ...pastedEvidence(lines, segments, output, options.name)];
  const { files: own, ...environments } = splitEnvironments(evidence, options.name, ranGo);
  const given = givenSettings(own);
  const goVersion = ranGo ?? given.get('GOVERSION')?.replace(/^go/, '') ?? null;
  const around = { lines, said, dialects, goVersion, printed: new Map([...given, ...readGoEnv(segments, output)]) };
  const context: DiagnosisContext = {
    texts,
    input: options.name,
    goVersion,
    gone,
    beginning: silent.front,
    ...incidentAnswers(around, pack, texts, options.remedies !== 'off'),
  };
  const traced = reading.traces()?.end(texts.trace, sources.traceFiles) ?? null;
  if (traced && traced.traces.seen.spans > traced.spans.length) cuts.add('spans', traced.traces.seen.spans, traced.spans.length);
  const { beside: files, sides } = joinSides(lines, [...own, ...pastedTranscripts(options.name, lines)], texts.sides);
  for (const file of files) if (file.kind === 'proxy log' && file.cut) cuts.add('access-log', file.cut.seen, file.cut.kept);
  const beside =
    files.length === 0
      ? []
      : besideOf(files, { goVersion: ranGo, lines: () => lines, about: aboutAll(said), named: namedIn(said) }, texts.diagnosis.beside);
  return { whole, cuts, lines, dialects, segments, output, said, context, files, beside, environments, sides, traced };
}

function cutsOfReading({ cuts: before, reading }: Sources, lines: readonly Line[]): CutList {
  const cuts = before.copy();
  if (reading.dropped() > 0) cuts.add('lines', lines.length + reading.dropped(), lines.length);
  if (reading.droppedTraces() > 0) cuts.add('trace-lines', reading.count(), reading.count() - reading.droppedTraces());
  return cuts;
}
