import { describe, expect, test } from 'vitest';
import { explain } from './read-trace.ts';

const url = 'https://goproxy.corp.test/example.com/northwind/alpha/@v/v1.0.0.zip';
const at = (seconds: number, text: string) =>
  `${new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + seconds * 1000).toISOString().slice(0, -1)}0000Z ${text}`;
const log = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const lead = (text: string) => explain(text).incidents[0]?.hypotheses[0];

describe('a command that waits for an answer', () => {
  test('and is canceled after a silence: the request is named', () => {
    const report = explain(
      log(
        at(0, '##[group]Run go mod download -x'),
        at(0, '##[endgroup]'),
        at(1, `# get ${url}`),
        at(601, '##[error]The operation was canceled.'),
      ),
    );
    const [first] = report.incidents[0]!.hypotheses;
    expect(first).toMatchObject({ cause: 'network.stalled-no-timeout', label: 'likely' });
    expect(first!.evidence).toMatchObject([{ line: 3, says: 'then nothing for 10 min 0 s' }]);
    expect(report.incidents[0]!.subject.host).toBe('goproxy.corp.test');
    expect(report.traces?.stall).toEqual({ line: 3, text: url, quietMs: 600_000 });
  });

  test.each([
    ['by timeout, whose code a shell shows', log('$ timeout 60 go mod download -x', `# get ${url}`, '$ echo $?', '124')],
    ['by a signal', log('$ go mod download -x', `# get ${url}`, 'Terminated')],
    [
      'with the dump that SIGQUIT makes',
      log(
        '$ go mod download -x',
        `# get ${url}`,
        'SIGQUIT: quit',
        'PC=0x4930a1 m=0 sigcode=0',
        '',
        'goroutine 1 [chan receive]:',
        'main.main()',
      ),
    ],
  ])('and is stopped %s', (_, text) => {
    expect(lead(text)).toMatchObject({ cause: 'network.stalled-no-timeout', evidence: [{ line: 2 }] });
  });

  test.each([
    [
      'the answer came before the command was stopped',
      log('$ timeout 60 go build', `# get ${url}`, `# get ${url}: 200 OK (0.100s)`, '$ echo $?', '124'),
    ],
    ['the log ends, and nothing shows that the command failed', log('$ go mod download -x', `# get ${url}`)],
    ['the command succeeded', log('$ go mod download -x', `# get ${url}`, '$ echo $?', '0')],
    ['it failed at once, by itself', log('$ go mod download -x', `# get ${url}`, '$ echo $?', '1')],
  ])('is not said when %s', (_, text) => {
    expect(explain(text).incidents.flatMap(({ hypotheses }) => hypotheses.map(({ cause }) => cause))).not.toContain(
      'network.stalled-no-timeout',
    );
  });

  test('go said why it failed: the requests that were still open are not the reason', () => {
    const text = log(
      '$ go mod download -x',
      `# get ${url}`,
      'go: example.com/northwind/beta@v1.0.0: reading https://goproxy.corp.test/example.com/northwind/beta/@v/v1.0.0.zip: 500 Internal Server Error',
      '$ echo $?',
      '143',
    );
    expect(lead(text)?.cause).toBe('goproxy.server-error');
  });
});

test('the failed request of the trace stands beside the message, with its time and how often it was asked', () => {
  const failed = `# get ${url}: 500 Internal Server Error (0.057s)`;
  const { evidence } = lead(
    log(
      '$ go mod download -x',
      `# get ${url}`,
      failed,
      `# get ${url}`,
      failed,
      `go: example.com/northwind/alpha@v1.0.0: reading ${url}: 500 Internal Server Error`,
    ),
  )!;
  expect(evidence.map(({ signal, line, weight, says }) => [signal, line, weight, says])).toEqual([
    ['goproxy-5xx', 6, 6, null],
    ['trace-request-failed', 5, 1, 'the trace shows it, after 0.1 s; it was asked 2 times'],
  ]);
});

test('the failure of another address is no evidence', () => {
  const text = log(
    '$ go mod download -x',
    `# get ${url}hash: 500 Internal Server Error (0.057s)`,
    `go: example.com/northwind/alpha@v1.0.0: reading ${url}: 500 Internal Server Error`,
  );
  expect(lead(text)!.evidence.map(({ signal }) => signal)).toEqual(['goproxy-5xx']);
});

test('who looked a name up stands beside the name that was not found', () => {
  const message =
    'go: example.com/northwind/alpha@v1.0.0: Get "https://goproxy.corp.test/a": dial tcp: lookup goproxy.corp.test on 192.0.2.53:53: no such host';
  const own = log('go package net: using the Go DNS resolver', 'go package net: hostLookupOrder(goproxy.corp.test) = files,dns', message);
  expect(lead(own)!.evidence.map(({ signal, line }) => [signal, line])).toContainEqual(['trace-resolver', 2]);
  const refused = own.replace(
    'dial tcp: lookup goproxy.corp.test on 192.0.2.53:53: no such host',
    'dial tcp 192.0.2.1:443: connect: connection refused',
  );
  expect(lead(refused)!.evidence.map(({ signal }) => signal)).not.toContain('trace-resolver');
});

test('long, failed and unanswered requests are events of the timeline', () => {
  const text = log(`# get ${url}`, `# get ${url}: 200 OK (2.500s)`, `# get ${url}hash`, `# get ${url}hash: 200 OK (0.010s)`);
  expect(explain(text).timeline).toMatchObject([{ kind: 'request', line: 1, ms: 2500, text: url }]);
});
