import { judgeAdvice } from '../diagnose/advice.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { indexCauses } from '../diagnose/ledger.ts';
import { weighFindings } from '../diagnose/observe.ts';
import type { Said } from '../diagnose/problem.ts';
import { createDialectReader } from '../dialect/reader.ts';
import { createLineSplitter } from '../ingest/splitter.ts';
import { createMatcher } from '../match/matcher.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Pack } from '../model/catalog.ts';
import type { Line } from '../model/line.ts';
import type { Report } from '../model/report.ts';
import { goVersionIn } from '../parse/go-version.ts';
import { buildSegments } from '../parse/segment.ts';
import { buildUnits } from '../parse/unit.ts';
import { planRemedies } from '../remedy/plan.ts';
import { createRedactor } from '../redact/redactor.ts';
import { buildTimeline } from '../timeline/timeline.ts';
import { redactReport } from './redact-report.ts';
import type { Session, SessionOptions } from './types.ts';

const maxUnexplained = 50;

/**
 * The pipeline over one input. Pure: no clock, process, file or network; the same bytes in any chunks give the same report.
 * @param linear runs patterns that are not proven for the native engine; null when the pack has none
 */
export function createSession(pack: Pack, options: SessionOptions, linear: LinearEngine | null = null): Session {
  const lines: Line[] = [];
  const cuts: { limit: string; seen: number; kept: number }[] = [];
  const dialect = createDialectReader();
  const splitter = createLineSplitter({
    onLine(text, number, offset) {
      const line: Line = { number, offset, text, kind: 'output', time: null, clock: 'order', lane: '' };
      dialect.read(line);
      lines.push(line);
    },
    onCut: (seen, kept) => cuts.push({ limit: 'line-64KiB', seen, kept }),
  });
  let finished: Report | null = null;
  let complete = true;
  const redactor = createRedactor();

  const build = (): Report => {
    splitter.end();
    const matcher = createMatcher(pack, linear);
    const { segments, output } = buildSegments(lines);
    const said: Said[] = segments.map((segment) => {
      const units = buildUnits(output[segment.index]!, segment.index).map((unit) => ({ unit, findings: matcher.match(unit) }));
      const aboutModules = units.some(({ unit }) => unit.aboutModules);
      for (const { findings } of units) if (findings.length > 0) weighFindings(findings, aboutModules);
      return { segment, units };
    });
    const goVersion = firstGoVersion(lines);
    const { verdict, incidents, errorLines, unexplained } = diagnose(said, segments, output, indexCauses(pack), {
      input: options.name,
      goVersion,
      planRemedies,
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
        lines: lines.length,
        bytes: splitter.bytes(),
        encoding: 'utf-8',
        dialects: dialect.names(),
        complete,
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
    push: (bytes) => splitter.push(bytes),
    cut(limit, seen, kept) {
      complete = false;
      cuts.push({ limit, seen, kept });
    },
    report: () => (finished ??= build()),
    lines: (from, count) =>
      lines.slice(from - 1, from - 1 + count).map(({ number, text, kind }) => ({
        number,
        text: options.redact === 'off' ? text : redactor.redact(text),
        kind,
      })),
  };
}

function firstGoVersion(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    const version = text.includes('1.') ? goVersionIn(text) : null;
    if (version) return version;
  }
  return null;
}
