import { judgeAdvice } from '../diagnose/advice.ts';
import { besideOf } from '../diagnose/beside.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { pastedEvidence } from '../evidence/pasted.ts';
import { parseEvidence, parseKeptLines } from '../evidence/read.ts';
import { findLiterals } from '../filter/find-literals.ts';
import { textsOf } from '../i18n/texts.ts';
import { createMatcher, type Matcher } from '../match/matcher.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Pack } from '../model/catalog.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { Answer } from '../model/question.ts';
import type { Report } from '../model/report.ts';
import type { TreeNode } from '../model/tree.ts';
import { linesOf } from '../parse/access-logs/large.ts';
import { readGoEnv } from '../parse/go-env.ts';
import { buildSegments } from '../parse/segment.ts';
import { createTraceDecoder, mayTrace } from '../parse/traces/decoder.ts';
import { readTraceFile, type TraceFile } from '../parse/traces/trace-file.ts';
import { jobEnded } from '../parse/unended-job.ts';
import { placeOf } from '../remedy/place.ts';
import { planRemedies } from '../remedy/plan.ts';
import { planPlaybook } from '../remedy/playbook.ts';
import { settingCaptures } from '../remedy/settings.ts';
import { buildTimeline } from '../timeline/timeline.ts';
import { createTraceLog } from '../timeline/traces/trace-log.ts';
import { createCutList } from './cut-list.ts';
import { cutsByOthers } from './cuts-by-others.ts';
import { createEdges } from './edges.ts';
import { environmentRows, splitEnvironments } from './environments.ts';
import { createLineReading } from './line-reading.ts';
import { matchedErrors, namedIn } from './module-errors.ts';
import { pastedTranscripts } from './pasted-transcripts.ts';
import { createRoutes } from './routes.ts';
import { type SilentUnits, saidIn } from './said.ts';
import { aboutAll, firstGoVersion, givenSettings } from './seen.ts';
import { createSessionSecrets } from './session-secrets.ts';
import { joinSides } from './sides.ts';
import { findSilentCuts, type SilentCuts } from './silent-cuts.ts';
import { firstAt } from './skipped-lines.ts';
import type { Progress, SessionOptions, WholeSession } from './types.ts';

const maxUnexplained = 50;
// Of an input that grows every end is one in the middle.
const nothingHappened: ReturnType<typeof buildTimeline> = { events: [], seen: 0 };
const nothingSilent: SilentCuts = { front: null, end: null, whole: (unit) => unit };

/**
 * The pipeline over one input. Pure: no clock, process, file or network; the same bytes in any chunks give the same report.
 * @param linear runs patterns that are not proven for the native engine; null when the pack has none
 */
export function createSession(pack: Pack, options: SessionOptions, linear: LinearEngine | null = null): WholeSession {
  const inputCuts = createCutList();
  const createTraces = () => createTraceLog(createTraceDecoder, mayTrace);
  const holding = { most: options.held, zoom: options.zoom, timeline: options.timeline };
  const reading = createLineReading(pack, options.filter ?? 'on', inputCuts, createTraces, holding);
  const encodings = new Set<string>();
  const withoutRemedies = options.remedies === 'off';
  const given: Evidence[] = [];
  const traceFiles: TraceFile[] = [];
  let finished: Report | null = null;
  const secrets = options.redact === 'off' ? null : createSessionSecrets(pack.isOwn);
  const edges = createEdges();
  const texts = textsOf(options.language);
  let matcher: Matcher | null = null;
  const silentUnits: SilentUnits = new WeakMap();

  let answers: readonly Answer[] = [];
  let trees: (() => TreeNode[]) | null = null;

  /** What the lines and files say, whatever is answered. @param whole the input has ended */
  const read = (lines: readonly Line[], whole: boolean) => {
    const cuts = inputCuts.copy();
    const dialects = reading.dialects();
    if (reading.dropped() > 0) cuts.add('lines', lines.length + reading.dropped(), lines.length);
    if (reading.droppedTraces() > 0) cuts.add('trace-lines', reading.count(), reading.count() - reading.droppedTraces());
    const broken = !cuts.complete();
    const gone = cutsByOthers(lines, cuts);
    matcher ??= createMatcher(pack, linear, findLiterals);
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
    const all = [...matchedErrors(given, matcher), ...pastedEvidence(lines, segments, output, options.name)];
    const { files, ...environments } = splitEnvironments(all, options.name, ranGo);
    const set = givenSettings(files);
    const goVersion = ranGo ?? set.get('GOVERSION')?.replace(/^go/, '') ?? null;
    // What an error says counts for its own problem only; a setting that was printed counts for all.
    const signals = said.flatMap(({ units }) => units.flatMap(({ findings }) => findings.map(({ signal }) => signal)));
    const around = new Set(signals.filter(({ role }) => role !== 'error').map(({ id }) => id));
    const printed = new Map([...set, ...readGoEnv(segments, output)]);
    const settings = settingCaptures(printed);
    const routes = createRoutes(printed, goVersion);
    const shown: Parameters<typeof diagnose>[4] = {
      texts,
      input: options.name,
      goVersion,
      gone,
      beginning: silent.front,
      planRemedies: (cause, captures, findings) =>
        withoutRemedies
          ? []
          : planRemedies(
              cause,
              { ...settings, ...captures },
              new Set([...around, ...findings.map(({ signal }) => signal.id)]),
              (steps) => routes.effectOf(steps, captures),
              texts.sentence,
            ),
      routeOf: routes.routeOf,
      planPlaybook: ({ playbook }, captures, seen) =>
        playbook === null || withoutRemedies
          ? null
          : planPlaybook(pack.playbook(playbook), { ...settings, ...captures }, seen, texts.sentence),
      placeOf: (printed, echo) =>
        placeOf(echo === null ? printed : [...printed, ...lines.slice(firstAt(lines, echo), firstAt(lines, echo + 1))], dialects),
    };
    const traced = reading.traces()?.end(texts.trace, traceFiles) ?? null;
    if (traced && traced.traces.seen.spans > traced.spans.length) cuts.add('spans', traced.traces.seen.spans, traced.spans.length);
    const { beside: joined, sides } = joinSides(lines, [...files, ...pastedTranscripts(options.name, lines)], texts.sides);
    for (const file of joined) if (file.kind === 'proxy log' && file.cut) cuts.add('access-log', file.cut.seen, file.cut.kept);
    const beside =
      joined.length === 0
        ? []
        : besideOf(joined, { goVersion: ranGo, lines: () => lines, about: aboutAll(said), named: namedIn(said) }, texts.diagnosis.beside);
    return { whole, cuts, lines, dialects, segments, output, said, shown, files: joined, beside, environments, sides, traced };
  };

  /** @param again the same lines were reported before, with other answers */
  const build = (
    {
      whole,
      cuts,
      lines,
      dialects,
      segments,
      output,
      said,
      shown,
      files,
      beside: noted,
      environments,
      sides,
      traced,
    }: ReturnType<typeof read>,
    again: boolean,
  ): Progress => {
    const seenInTraces = traced && {
      waits: traced.quiet.map(({ span, quietMs }) => ({ line: span.line, quietMs })),
      spans: traced.spans,
      resolver: traced.traces.resolver,
      lineOf: (number: number) => lines.slice(firstAt(lines, number), firstAt(lines, number + 1))[0],
    };
    const diagnosis = diagnose(said, segments, output, pack, shown, files, answers, seenInTraces);
    const { verdict, incidents, errorLines, unexplained } = diagnosis;
    trees = diagnosis.trees;
    const beside = [...noted, ...differing(environments, incidents)];
    const left = reading.downloadsLeftOut();
    const { events, seen } =
      options.timeline === 'off' ? nothingHappened : buildTimeline(lines, segments, errorLines, texts.exit, traced?.spans, left);
    if (seen > events.length && !again) cuts.add('timeline', seen, events.length);
    const report: Report = {
      schemaVersion: 1,
      type: 'report',
      index: options.index ?? 0,
      tool: { name: 'modwhy', version: options.version, catalog: pack.catalog, calibration: null },
      input: {
        name: options.name,
        entries: reading.entries(),
        lines: reading.count(),
        bytes: reading.bytes(),
        encoding: encodings.size > 0 ? [...encodings].join(', ') : 'utf-8',
        dialects,
        complete: cuts.complete(),
        cut: cuts.rows(),
      },
      verdict,
      incidents,
      timeline: events,
      ...(traced && { spans: traced.spans, traces: traced.traces }),
      ...(sides.length > 0 && { sides }),
      advice: judgeAdvice(lines, texts.diagnosis.advice),
      unexplained: unexplained.slice(0, maxUnexplained).map(({ number, text }) => ({ line: number, text: text.slice(0, 400) })),
      ...(diagnosis.answers.length > 0 && { answers: diagnosis.answers.map((answer) => ({ ...answer, argv: [...answer.argv] })) }),
      ...(beside.length > 0 && { beside }),
      redactions: 0,
    };
    const failed = segments.some(({ exit }) => exit === 'failed' || (typeof exit === 'number' && exit !== 0));
    const standing = jobEnded(lines) ? 'over' : failed ? 'failed' : 'open';
    // Words such as "error:" come by in builds that succeed: alone they say nothing before the end.
    if (!whole && standing === 'open' && verdict === 'unknown')
      Object.assign(report, {
        verdict: 'no-failure',
        incidents: incidents.filter(({ verdict }) => verdict !== 'unknown'),
        unexplained: [],
      });
    if (secrets && !again) secrets.learnLines(lines, whole);
    return { report: secrets?.report(report) ?? report, standing };
  };
  const differing = ({ own, others }: Pick<ReturnType<typeof splitEnvironments>, 'own' | 'others'>, incidents: Report['incidents']) => {
    if (own === null || others.length === 0 || !options.compareEnvironments) return [];
    const causes = new Set(incidents.flatMap(({ hypotheses }) => hypotheses.slice(0, 2).map(({ cause }) => cause)));
    return environmentRows(own, others, causes, options.compareEnvironments, texts.diagnosis.beside);
  };
  let known: ReturnType<typeof read> | null = null;
  const report = (): Report => {
    const again = known !== null;
    known ??= read(reading.end(), true);
    return build(known, again).report;
  };

  return {
    push(bytes) {
      edges.push(bytes);
      reading.push(bytes);
    },
    addEvidence(name, text, kept) {
      const trace = kept ? null : readTraceFile(name, text);
      const file = trace ? null : kept ? parseKeptLines(name, kept) : parseEvidence(name, text);
      if (trace) traceFiles.push(trace);
      if (file) given.push(file);
      // Of a HAR nothing is shown that could be a secret, and its bodies are large.
      if (file?.kind !== 'HAR') secrets?.learnFile(kept ?? linesOf(text));
    },
    entry: (entry) => reading.entry(entry),
    encoding: (name) => void encodings.add(name),
    cut: (limit, seen, kept) => inputCuts.add(limit, seen, kept),
    soFar: () => build(read(reading.soFar(), false), false),
    stirred: () => reading.stirred(),
    hide: (texts) => secrets?.texts(texts) ?? [...texts],
    report: () => (finished ??= report()),
    answer(given) {
      answers = [...given];
      finished = null;
    },
    trees() {
      finished ??= report();
      const found = trees!();
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
