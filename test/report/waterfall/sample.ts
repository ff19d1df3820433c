import type { TimelineEvent } from '../../../src/model/report.ts';
import type { Traced, TraceSpan } from '../../../src/report/waterfall/model.ts';
import { report } from '../sample.ts';

export function span(parts: Partial<TraceSpan> = {}): TraceSpan {
  return {
    kind: 'request',
    what: 'mod',
    host: 'proxy.corp.test',
    module: 'git.corp.test/team/lib',
    version: 'v1.2.0',
    text: 'https://proxy.corp.test/git.corp.test/team/lib/@v/v1.2.0.mod',
    file: null,
    lane: '',
    line: 1,
    endLine: null,
    start: 0,
    ms: 100,
    clock: 'measured',
    outcome: 'ok',
    status: 200,
    attempt: 1,
    ...parts,
  };
}

export function event(parts: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    at: null,
    t: null,
    clock: 'order',
    line: 1,
    lane: '',
    kind: 'download',
    text: 'git.corp.test/team/lib v1.2.0',
    ms: null,
    ...parts,
  };
}

export function traced(parts: {
  spans?: readonly TraceSpan[];
  timeline?: TimelineEvent[];
  cut?: { limit: string; seen: number; kept: number }[];
}): Traced {
  const { timeline = [], spans, cut = [] } = parts;
  return { timeline, input: { ...report().input, cut }, ...(spans && { spans }) };
}

/** A download of three modules: one waits, one is refused and asked again after a long silence, one gets no answer. */
export function download(): Traced {
  const utc = (t: number, parts: Partial<TimelineEvent>) => event({ t: 1_767_323_045_000 + t, at: null, clock: 'utc', ...parts });
  return traced({
    spans: [
      span({ line: 2, endLine: 3, start: 0, ms: 1200 }),
      span({ line: 4, endLine: 6, start: 1250, ms: 300, what: 'zip', outcome: 'not-found', status: 404, host: 'mirror.corp.test' }),
      span({ line: 5, endLine: 7, start: 1300, ms: 900, what: 'zip', outcome: 'failed', status: 503 }),
      span({ line: 8, endLine: 9, start: 14_000, ms: 700, what: 'zip', attempt: 2 }),
      span({
        line: 10,
        start: 15_000,
        ms: null,
        outcome: 'open',
        status: null,
        what: 'sumdb-lookup',
        host: 'sum.golang.org',
        version: 'v1.2.1',
      }),
    ],
    timeline: [
      utc(-500, { line: 1, kind: 'command', text: 'go mod download -x' }),
      utc(0, { line: 2, kind: 'download' }),
      utc(20_000, { line: 11, kind: 'error', text: 'go: git.corp.test/team/lib@v1.2.1: verifying module: 连接超时' }),
    ],
  });
}
