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
import type { Line } from '../model/line.ts';
import type { Report } from '../model/report.ts';
import { readGoEnv } from '../parse/go-env.ts';
import { goVersionIn } from '../parse/go-version.ts';
import { buildSegments } from '../parse/segment.ts';
import { buildUnits } from '../parse/unit.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { unpaste } from '../paste/unpaste.ts';
import { createRedactor } from '../redact/redactor.ts';
import { planRemedies } from '../remedy/plan.ts';
import { settingCaptures } from '../remedy/settings.ts';
import { buildTimeline } from '../timeline/timeline.ts';
import { redactReport } from './redact-report.ts';
import { createSkippedLines } from './skipped-lines.ts';
import type { Session, SessionOptions } from './types.ts';

const maxUnexplained = 50;
const maxCuts = 20;
/** From here on, lines that cannot change the report are not read. */
export const filterFrom = 1 << 20;

/**
 * The pipeline over one input. Pure: no clock, process, file or network; the same bytes in any chunks give the same report.
 * @param linear runs patterns that are not proven for the native engine; null when the pack has none
 */
export function createSession(pack: Pack, options: SessionOptions, linear: LinearEngine | null = null): Session {
  const lines: Line[] = [];
  const cuts: Report['input']['cut'] = [];
  const dialect = createDialectReader();
  const skipped = createSkippedLines();
  let physical = 0;
  // What people paste is short, and can be told from a log only as a whole. A large input is read line by line.
  let held: RawLine[] | null = [];
  let pasted: readonly string[] = [];
  const take = (raw: RawLine) => {
    const line: Line = { ...raw, kind: 'output', time: null, clock: 'order', lane: '' };
    const further = dialect.read(line);
    lines.push(line, ...further);
  };
  const release = (raws: readonly RawLine[]) => {
    held = null;
    for (const raw of raws) take(raw);
  };
  const splitter = createLineSplitter({
    onLine(text, read, offset) {
      const raw = { number: read + skipped.lines(), offset: offset + skipped.bytes(), text };
      physical++;
      if (held) held.push(raw);
      else take(raw);
    },
    onCut: (seen, kept) => cuts.push({ limit: 'line-64KiB', seen, kept }),
  });
  let filter: Filter | null = null;
  const openFilter = () =>
    createFilter(createLineJudge(pack.literals), {
      keep: (bytes) => splitter.push(bytes),
      skip: (count, bytes) => skipped.add((lines.at(-1)?.number ?? 0) + 1, count, bytes),
      settled: () => lines.at(-1)?.kind === 'output',
    });
  let finished: Report | null = null;
  let complete = true;
  const redactor = createRedactor();

  const build = (): Report => {
    filter?.end();
    splitter.end();
    if (held) {
      const whole = unpaste(held);
      pasted = whole.forms;
      release(whole.lines);
    }
    const matcher = createMatcher(pack, linear, findLiterals);
    const { segments, output } = buildSegments(lines);
    const said: Said[] = segments.map((segment) => {
      const units = buildUnits(output[segment.index]!, segment.index).map((unit) => ({ unit, findings: matcher.match(unit) }));
      let known: boolean | null = null;
      const aboutModules = () => (known ??= units.some(({ unit }) => unit.aboutModules));
      for (const { findings } of units) if (findings.length > 0) weighFindings(findings, aboutModules);
      return { segment, units };
    });
    const goVersion = firstGoVersion(lines);
    const fired = new Set(said.flatMap(({ units }) => units.flatMap(({ findings }) => findings.map(({ signal }) => signal.id))));
    const settings = settingCaptures(readGoEnv(segments, output));
    const gone = lines.filter((line) => line.cut !== undefined);
    for (const { cut, number } of gone.slice(0, maxCuts))
      cuts.push({ limit: cut!.limit, seen: cut!.bytes, kept: cut!.bytes, line: number });
    const { verdict, incidents, errorLines, unexplained } = diagnose(said, segments, output, pack, {
      input: options.name,
      goVersion,
      gone: [...gone, ...(complete ? [] : [{ number: Number.POSITIVE_INFINITY, lane: '' }])],
      planRemedies: (cause, captures) => planRemedies(cause, { ...settings, ...captures }, fired),
    });
    const { events, seen } = buildTimeline(lines, segments, errorLines);
    if (seen > events.length) cuts.push({ limit: 'timeline', seen, kept: events.length });
    const report: Report = {
      schemaVersion: 1,
      type: 'report',
      index: options.index ?? 0,
      tool: { name: 'modwhy', version: options.version, catalog: pack.catalog, calibration: null },
      input: {
        name: options.name,
        entries: [],
        lines: physical + skipped.lines(),
        bytes: splitter.bytes() + skipped.bytes(),
        encoding: 'utf-8',
        dialects: [...pasted, ...dialect.names().filter((name) => pasted.length === 0 || name !== 'plain')],
        complete: complete && gone.length === 0,
        cut: cuts,
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
      const large = splitter.bytes() + bytes.length > filterFrom;
      const room = options.filter === 'off' ? bytes.length : Math.max(0, filterFrom - splitter.bytes());
      if (large && held) release(held);
      if (filter === null) splitter.push(bytes.subarray(0, room));
      if (filter === null && bytes.length > room) {
        filter = openFilter();
        filter.push(bytes.subarray(room));
      } else filter?.push(bytes);
    },
    cut(limit, seen, kept) {
      complete = false;
      cuts.push({ limit, seen, kept });
    },
    report: () => (finished ??= build()),
    lines: (from, count) =>
      skipped.merge(lines, from, count, dialect).map(({ number, text, kind }) => ({
        number,
        text: options.redact === 'off' ? text : redactor.redact(text),
        kind,
      })),
  };
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
