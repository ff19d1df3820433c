import type { Report, TimelineEvent } from '../../../src/model/report.ts';
import type { Span } from '../../../src/model/span.ts';
import { poisoned } from '../hostile.ts';
import { hypothesis, incident, playbook, report, testFailure, wrongPath } from '../sample.ts';

const span = (parts: Partial<Span>): Span => ({
  kind: 'request',
  what: 'mod',
  host: 'proxy.golang.org',
  module: 'example.com/a',
  version: 'v1.0.0',
  text: 'https://proxy.golang.org/example.com/a/@v/v1.0.0.mod',
  file: null,
  lane: '',
  line: 4,
  endLine: 5,
  start: 0,
  ms: 120,
  clock: 'measured',
  outcome: 'ok',
  status: 200,
  error: null,
  attempt: 1,
  beside: 0,
  ...parts,
});
const event = (parts: Partial<TimelineEvent>): TimelineEvent => ({
  at: null,
  t: null,
  clock: 'order',
  line: 2,
  lane: '',
  kind: 'command',
  text: 'go mod download',
  ms: null,
  ...parts,
});

/** One of everything that a page can show. */
export function rich(): Report {
  return report({
    incidents: [incident({ hypotheses: [hypothesis(), wrongPath()], playbook }), testFailure().incidents[1]!],
    timeline: [event({}), event({ line: 9, kind: 'error', text: '410 Gone' })],
    spans: [
      span({}),
      span({ line: 6, start: 120, ms: 880, outcome: 'failed', status: 410, host: 'sum.golang.org' }),
      span({ line: 7, start: 130, ms: null, endLine: null, outcome: 'open', status: null }),
      span({ line: 3, file: 'trace.har', start: 5, ms: 40, outcome: 'not-found', status: 404 }),
    ],
    sides: [
      {
        file: 'access.log',
        formats: ['nginx'],
        host: 'proxy.golang.org',
        requests: 2,
        joined: 1,
        clock: { aheadMs: 3000, uncertaintyMs: 20, pairs: 1 },
        first: null,
        rows: [
          {
            line: 4,
            fileLine: 17,
            key: 'example.com/a@v1.0.0.mod',
            clientStatus: 200,
            clientError: null,
            proxyStatus: 200,
            clientMs: 120,
            proxyMs: 95,
            requestId: null,
          },
        ],
      },
    ],
    notes: ['something was noted'],
    unexplained: [{ line: 8, text: 'panic: nobody knows' }],
    redactions: 2,
  });
}

/** A report in which every text that a log could give is this one. */
export function everywhere(text: string): Report {
  return {
    ...poisoned(text),
    timeline: [event({ text, lane: text }), event({ kind: 'error', line: 3, text })],
    spans: [span({ what: text, text, host: text, module: text, lane: text, file: text })],
    notes: [text],
    beside: [{ input: text, line: 1, text, says: text }],
  };
}
