import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../../src/report/text.ts';
import { explain, short } from './read-trace.ts';

const proxy = 'https://goproxy.corp.test';
const alpha = `${proxy}/example.com/northwind/alpha/@v/v1.0.0`;
const beta = `${proxy}/example.com/northwind/beta/@v/v1.0.0`;
const at = (seconds: number, text: string) =>
  `${new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + seconds * 1000).toISOString().slice(0, -1)}0000Z ${text}`;
const log = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const spansOf = (text: string) => explain(text).spans?.map(short);

describe('pairs', () => {
  test('parallel requests end in any order; without times, starts are as early as the order allows', () => {
    expect(
      spansOf(
        log(
          `# get ${alpha}.zip`,
          `# get ${beta}.zip`,
          `# get ${beta}.zip: 200 OK (0.300s)`,
          `# get ${alpha}.mod`,
          `# get ${alpha}.mod: 404 Not Found (0.100s)`,
          `# get ${alpha}.zip: 200 OK (0.900s)`,
        ),
      ),
    ).toEqual([
      'zip example.com/northwind/alpha@v1.0.0 200 0+900',
      'zip example.com/northwind/beta@v1.0.0 200 0+300 beside 1',
      'mod example.com/northwind/alpha@v1.0.0 404 300+100 beside 1',
    ]);
  });

  test('times of the log are starts, durations of the trace stay', () => {
    expect(
      spansOf(
        log(
          at(0, `# get ${alpha}.zip`),
          at(2, `# get ${beta}.zip`),
          at(5, `# get ${alpha}.zip: 200 OK (4.990s)`),
          at(9, `# get ${beta}.zip: Get "${beta}.zip": EOF`),
          at(9.5, `# get ${beta}.zip`),
          at(10, `# get ${beta}.zip: 200 OK (0.480s)`),
        ),
      ),
    ).toEqual([
      'zip example.com/northwind/alpha@v1.0.0 200 0+4990',
      'zip example.com/northwind/beta@v1.0.0 failed 2000+7000 beside 1',
      'zip example.com/northwind/beta@v1.0.0 200 9500+480 try 2',
    ]);
  });

  test('an end whose beginning was cut off, and a beginning without an end', () => {
    expect(spansOf(log(`# get ${alpha}.mod: 200 OK (0.250s)`, `# get ${beta}.mod`))).toEqual([
      'mod example.com/northwind/alpha@v1.0.0 200 0+250',
      'mod example.com/northwind/beta@v1.0.0 open 250+?',
    ]);
  });

  test('what one command left open is not ended by the next one', () => {
    expect(
      spansOf(
        log(
          '$ go mod download -x',
          `# get ${alpha}.zip`,
          '^C',
          '$ go mod download -x',
          `# get ${alpha}.zip`,
          `# get ${alpha}.zip: 200 OK (0.100s)`,
        ),
      ),
    ).toEqual(['zip example.com/northwind/alpha@v1.0.0 open 0+?', 'zip example.com/northwind/alpha@v1.0.0 200 0+100 try 2']);
  });

  test('jobs beside each other are not mixed', () => {
    const lane = (name: string, text: string) => `${name}  | ${text}`;
    const { spans } = explain(
      log(
        'Attaching to a-1, b-1',
        lane('a-1', `# get ${alpha}.zip`),
        lane('b-1', `# get ${alpha}.zip`),
        lane('a-1', `# get ${alpha}.zip: 200 OK (0.100s)`),
        lane('b-1', `# get ${alpha}.zip: 503 Service Unavailable (0.700s)`),
      ),
    );
    expect(spans?.map(({ lane: name, status, ms, attempt }) => [name, status, ms, attempt])).toEqual([
      [spans![0]!.lane, 200, 100, 1],
      [spans![1]!.lane, 503, 700, 1],
    ]);
    expect(new Set(spans?.map(({ lane: name }) => name)).size).toBe(2);
  });
});

test.each([
  [`${proxy}/example.com/!north!wind/alpha/@v/list`, 'list', 'example.com/NorthWind/alpha', null],
  [`${proxy}/artifactory/api/go/mirror/example.com/northwind/alpha/@latest`, 'latest', 'example.com/northwind/alpha', null],
  [`${proxy}/sumdb/sum.golang.org/lookup/example.com/northwind/alpha@v1.0.0`, 'sumdb-lookup', 'example.com/northwind/alpha', 'v1.0.0'],
  [`${proxy}/sumdb/sum.golang.org/tile/8/0/x001/234`, 'sumdb-tile', null, null],
  [`${proxy}/sumdb/sum.golang.org/supported`, 'sumdb-supported', null, null],
  ['https://git.corp.test/northwind/alpha?go-get=1', 'go-get', 'git.corp.test/northwind/alpha', null],
  [`${proxy}/health`, 'other', null, null],
])('%s asks for %s', (url, what, module, version) => {
  expect(explain(log(`# get ${url}`)).spans).toMatchObject([{ what, module, version }]);
});

describe('near misses', () => {
  test.each([
    '# getting started with https://goproxy.corp.test',
    'the log said # get https://goproxy.corp.test/x',
    'gc 1 of 3 stones in the ms clock, ',
    'init failed @0.01 ms, 0.2 ms clock',
    'SCHED 12ms: gomaxprocs=many idleprocs=2 runqueue=0',
    'cd /home/dev; make git',
    '0.5s # cd /home/dev; git fetch',
    'HASH[ of the build',
    'cd /home/dev && git pull',
    'http: TLS handshake error from 192.0.2.1',
    'go: using the wrong toolchain',
  ])('%s', (text) => {
    expect(explain(log(text)).traces).toBeUndefined();
  });

  test('a log without traces has neither spans nor traces', () => {
    expect(Object.keys(explain(log('$ go build ./...', 'go: downloading example.com/northwind/alpha v1.0.0')))).not.toContain('spans');
  });
});

describe('hostile', () => {
  const line = fc.oneof(
    fc.constantFrom(
      `# get ${alpha}.zip`,
      `# get ${alpha}.zip: 200 OK (0.100s)`,
      `# get ${beta}.zip: `,
      '# get ',
      '# get :',
      `# get ${proxy}`,
    ),
    fc.constantFrom('cd /d; git fetch', '0.100s # cd /d; git fetch', 'mkdir -p /d # git3 https://git.corp.test/a', '.lock# /d for git3 x'),
    fc.constantFrom(
      'go package net: ',
      'go package net: hostLookupOrder(a) = dns',
      'gc 1 @0.1s 99%: 1+2+3 ms clock, ',
      'SCHED 5ms: gomaxprocs=0 idleprocs=9 runqueue=1',
    ),
    fc.constantFrom(
      'http2: Transport encoding header ":path" = "/x"',
      'http2: Transport received HEADERS flags=END_STREAM stream=1 len=1',
      'HASH[x]',
    ),
    fc.constantFrom('$ go build', '+ go test', 'exit status 1', '##[error]Process completed with exit code 1.'),
    fc.string({ maxLength: 40 }),
  );

  test('any order of lines has a report, the same one each time, with sums that hold', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const report = explain(log(...lines));
        expect(explain(log(...lines))).toEqual(report);
        const spans = report.spans ?? [];
        expect(spans.length).toBe(report.traces?.seen.spans ?? 0);
        expect(spans.filter(({ outcome }) => outcome === 'open').length).toBe(report.traces?.seen.open ?? 0);
        for (const { start, ms, beside } of spans) expect(start >= 0 && (ms ?? 0) >= 0 && beside >= 0).toBe(true);
        expect(renderText(report)).not.toContain('NaN');
      }),
      { numRuns: 150 },
    );
  });

  test('long lines are read in a moment', () => {
    const long = 'a'.repeat(60_000);
    const lines = [
      `# get ${proxy}/${long}`,
      `cd ${long}; git ${long}`,
      `gc 1 @${'1'.repeat(60_000)}`,
      `SCHED 1ms: gomaxprocs=2 idleprocs=1 ${long}`,
      `go package net: ${'hostLookupOrder('.repeat(3000)}`,
    ];
    const started = performance.now();
    explain(log(...lines.flatMap((text) => [text, text, text])));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('the first and the last spans stay, and all are counted', () => {
    const lines: string[] = [];
    for (let index = 0; index < 5000; index++)
      lines.push(`# get ${proxy}/example.com/m${index}/@v/list`, `# get ${proxy}/example.com/m${index}/@v/list: 200 OK (0.001s)`);
    const { spans, traces, input } = explain(log(...lines));
    expect(spans?.length).toBe(2000);
    expect([spans![0]!.module, spans![999]!.module, spans![1000]!.module, spans![1999]!.module]).toEqual([
      'example.com/m0',
      'example.com/m999',
      'example.com/m4000',
      'example.com/m4999',
    ]);
    expect(traces?.seen.spans).toBe(5000);
    expect(traces?.servers).toMatchObject([{ host: 'goproxy.corp.test', requests: 5000, ms: 5000 }]);
    expect(input.cut).toEqual([{ limit: 'spans', seen: 5000, kept: 2000 }]);
    expect(input.complete).toBe(true);
  });

  test('a password in an address is shown in no format', () => {
    const report = explain(log(`# get https://dev:hunter2secret@goproxy.corp.test/example.com/a/@v/list`));
    expect(JSON.stringify(report) + renderText(report)).not.toContain('hunter2secret');
  });
});
