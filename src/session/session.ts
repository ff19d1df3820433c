import { judgeAdvice } from '../diagnose/advice.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { weighFindings } from '../diagnose/observe.ts';
import type { Said } from '../diagnose/problem.ts';
import { createDialectReader } from '../dialect/reader.ts';
import { createFilter, type Filter } from '../filter/filter.ts';
import { createLineJudge } from '../filter/line-judge.ts';
import { findLiterals } from '../filter/literal-index.ts';
import { createLineSplitter } from '../ingest/splitter.ts';
import { createMatcher } from '../match/matcher.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Pack } from '../model/catalog.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { Report } from '../model/report.ts';
import { parseEvidence } from '../parse/evidence.ts';
import { readGoEnv } from '../parse/go-env.ts';
import { goVersionIn } from '../parse/go-version.ts';
import { buildSegments } from '../parse/segment.ts';
import { buildUnits } from '../parse/unit.ts';
import { createRedactor } from '../redact/redactor.ts';
import { placeOf } from '../remedy/place.ts';
import { planRemedies } from '../remedy/plan.ts';
import { settingCaptures } from '../remedy/settings.ts';
import { buildTimeline } from '../timeline/timeline.ts';
import { createCutList } from './cut-list.ts';
import { createEntries } from './entries.ts';
import { createLineStore } from './line-store.ts';
import { redactReport } from './redact-report.ts';
import { createSkippedLines, firstAt } from './skipped-lines.ts';
import type { Session, SessionOptions } from './types.ts';

const maxUnexplained = 50;
/** From here on, lines that cannot change the report are not read. */
export const filterFrom = 1 << 20;

/**
 * The pipeline over one input. Pure: no clock, process, file or network; the same bytes in any chunks give the same report.
 * @param linear runs patterns that are not proven for the native engine; null when the pack has none
 */
export function createSession(pack: Pack, options: SessionOptions, linear: LinearEngine | null = null): Session {
  const store = createLineStore();
  const cuts = createCutList();
  let dialect = createDialectReader();
  const dialects = new Set<string>();
  const entries = createEntries();
  const encodings = new Set<string>();
  const skipped = createSkippedLines();
  const splitter = createLineSplitter({
    onLine(text, read, offset) {
      const number = read + skipped.lines();
      const line: Line = { number, offset: offset + skipped.bytes(), text, kind: 'output', time: null, clock: 'order', lane: '' };
      // Another log: what a dialect expects of the one before does not go on.
      if (entries.advance(line.offset, number)) nextDialect();
      dialect.read(line);
      entries.mark(line);
      store.add(line);
    },
    onCut: (seen, kept) => cuts.add('line-64KiB', seen, kept),
  });
  let filter: Filter | null = null;
  const openFilter = () =>
    createFilter(createLineJudge(pack.literals), {
      keep: (bytes) => splitter.push(bytes),
      skip: (count, bytes) => skipped.add((store.last()?.number ?? 0) + 1, count, bytes),
      settled: () => store.last()?.kind === 'output',
    });
  const files: Evidence[] = [];
  const nextDialect = () => {
    for (const name of dialect.names()) if (store.last()) dialects.add(name);
    dialect = createDialectReader();
  };
  const dialectNames = (): string[] => {
    const names = [...new Set([...dialects, ...dialect.names()])];
    const own = names.filter((name) => name !== 'plain' && name !== 'timestamps');
    return own.length > 0 ? own : names.slice(0, 1);
  };
  let finished: Report | null = null;
  let pushed = 0;
  const redactor = createRedactor();

  const build = (): Report => {
    filter?.end();
    splitter.end();
    const lines = store.all();
    if (store.dropped() > 0) cuts.add('lines', lines.length + store.dropped(), lines.length);
    const matcher = createMatcher(pack, linear, findLiterals);
    const { segments, output } = buildSegments(lines);
    const said: Said[] = segments.map((segment) => {
      const units = buildUnits(output[segment.index]!, segment.index).map((unit) => ({ unit, findings: matcher.match(unit) }));
      let known: boolean | null = null;
      const aboutModules = () => (known ??= units.some(({ unit }) => unit.aboutModules));
      for (const { findings } of units) if (findings.length > 0) weighFindings(findings, aboutModules);
      return { segment, units };
    });
    const given = givenSettings(files);
    const goVersion = firstGoVersion(lines) ?? given.get('GOVERSION')?.replace(/^go/, '') ?? null;
    const fired = new Set(said.flatMap(({ units }) => units.flatMap(({ findings }) => findings.map(({ signal }) => signal.id))));
    const settings = settingCaptures(new Map([...given, ...readGoEnv(segments, output)]));
    const shown: Parameters<typeof diagnose>[4] = {
      input: options.name,
      goVersion,
      planRemedies: (cause, captures, facts) =>
        planRemedies(cause, { ...settings, ...captures }, new Set([...fired, ...facts.map(({ signal }) => signal.id)])),
      placeOf: (printed, echo) =>
        placeOf(echo === null ? printed : [...printed, ...lines.slice(firstAt(lines, echo), firstAt(lines, echo + 1))], dialectNames()),
    };
    const { verdict, incidents, errorLines, unexplained } = diagnose(said, segments, output, pack, shown, files);
    const { events, seen } = buildTimeline(lines, segments, errorLines);
    if (seen > events.length) cuts.add('timeline', seen, events.length);
    const report: Report = {
      schemaVersion: 1,
      type: 'report',
      index: options.index ?? 0,
      tool: { name: 'modwhy', version: options.version, catalog: pack.catalog, calibration: null },
      input: {
        name: options.name,
        entries: entries.names(),
        lines: lines.length + store.dropped() + skipped.lines(),
        bytes: splitter.bytes() + skipped.bytes(),
        encoding: encodings.size > 0 ? [...encodings].join(', ') : 'utf-8',
        dialects: dialectNames(),
        complete: cuts.complete(),
        cut: cuts.rows(),
      },
      verdict,
      incidents,
      timeline: events,
      advice: judgeAdvice(lines),
      unexplained: unexplained.slice(0, maxUnexplained).map(({ number, text }) => ({ line: number, text: text.slice(0, 400) })),
      redactions: 0,
    };
    return options.redact === 'off' ? report : redactReport(report, redactor);
  };

  return {
    push(bytes) {
      pushed += bytes.length;
      const room = options.filter === 'off' ? bytes.length : Math.max(0, filterFrom - splitter.bytes());
      if (filter === null) splitter.push(bytes.subarray(0, room));
      if (filter === null && bytes.length > room) {
        filter = openFilter();
        filter.push(bytes.subarray(room));
      } else filter?.push(bytes);
    },
    addEvidence(name, text) {
      files.push(parseEvidence(name, text));
    },
    entry(entry) {
      entries.open(entry, pushed);
      if (filter === null) return;
      // What was read before says nothing about the lines of another log.
      filter.end();
      filter = openFilter();
    },
    encoding: (name) => void encodings.add(name),
    cut(limit, seen, kept) {
      cuts.add(limit, seen, kept);
    },
    report: () => (finished ??= build()),
    lines: (from, count) =>
      skipped.merge(store.all(), from, count, dialect).map(({ number, text, kind }) => ({
        number,
        text: options.redact === 'off' ? text : redactor.redact(text),
        kind,
      })),
  };
}

/** What `go env` printed in the files beside the log; what the log itself shows is nearer to the failure. */
function givenSettings(files: readonly Evidence[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const file of files) if (file.kind === 'go env') for (const [name, { value }] of file.settings) settings.set(name, value);
  return settings;
}

// A test that costs little: the words around the version differ, these do not.
const mayNameGo = /go ?1\.|golang:1\.|go-version: /;

/** The first version that is named in full; else the first that is named at all, as an image tag such as `1.23` is. */
function firstGoVersion(lines: readonly Line[]): string | null {
  let short: string | null = null;
  for (const { text } of lines) {
    const version = mayNameGo.test(text) ? goVersionIn(text) : null;
    if (version === null) continue;
    if (version.split('.').length > 2) return version;
    short ??= version;
  }
  return short;
}
