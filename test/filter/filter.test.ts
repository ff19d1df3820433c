import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { createFilter } from '../../src/filter/filter.ts';
import { scannerOf, tablesOf } from '../../src/filter/tables.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { filterFrom } from '../../src/session/line-reading.ts';
import { createSession } from '../../src/session/session.ts';
import type { WholeSession } from '../../src/session/types.ts';
import { noise } from './noise.ts';

const pack = loadPack();
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();
// Up to the size from which lines are left out all are read. Of one that is so long little is, so that each log costs little.
const opening = Buffer.from(`${stamp(0)}${'words '.repeat(filterFrom / 6)}\n`);
const before = Buffer.concat([opening, noise(1, 60_000, (index) => stamp(index + 10_000))]);
const after = noise(2, 60_000, (index) => stamp(index + 40_000));

function stamp(index: number): string {
  return `${new Date(Date.UTC(2026, 0, 2) + index * 250).toISOString().slice(0, -1)}0000Z `;
}

function read(
  log: Buffer,
  filter: 'on' | 'off' | 'always',
  sizes: readonly number[] = [log.length],
  seen: 'on' | 'off' = 'on',
): WholeSession {
  const session = createSession(pack, { name: 'log', version: '0', filter, timeline: seen, remedies: seen }, linearEngine);
  for (let from = 0, turn = 0; from < log.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    // Whoever reads may use the memory again.
    const chunk = Buffer.from(log.subarray(from, from + size));
    session.push(chunk);
    chunk.fill('x');
    from += size;
  }
  return session;
}

const report = (log: Buffer, filter: 'on' | 'off' | 'always', sizes?: readonly number[]): Report => read(log, filter, sizes).report();

test.each(samples)('%s has the same report inside a large log with and without the filter', (name) => {
  const sample = readFileSync(path.join('samples', name));
  const dressed = Buffer.from(
    sample
      .toString()
      .split('\n')
      .map((line, index) => (/^\d{4}-\d\d-/.test(line) ? line : stamp(index + 30_000) + line))
      .join('\n'),
  );
  for (const inner of [sample, dressed]) {
    const log = Buffer.concat([before, Buffer.from('\n'), inner, Buffer.from('\n'), after]);
    expect(report(log, 'on')).toEqual(report(log, 'off'));
  }
});

// What neighbouring lines, lanes and times can do to each other.
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'plain words',
      'ok  \texample.org/a\t0.1s',
      'a, b',
      '  indented words',
      '\tmore',
      '',
      'a.go:12:3: text',
      'heading:',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'go: errors parsing go.mod:',
      'go.mod:3: usage: require module/path v1.2.3',
      '\tgo: x@v1.0.0: 404 Not Found',
      '------',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '##[group]Run go build',
      '##[error]Process completed with exit code 1.',
      'SECURITY ERROR',
      'exit status 1',
      '#9 0.1 a',
      '#9 12.5 b',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\x1b[36;1mgo \x1b[0mbuild ./...',
      '\x1b[31mfatal: \x1b[0mno',
      '$ go test',
      ' > [2/3] RUN make',
      'Dockerfile:3',
      'x'.repeat(500),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026-01-02T03:00:01Z a',
      '2026-01-02T03:00:41Z b',
      '12:00:01  a',
      '12:00:31  b',
      'job\tstep\t2026-01-02T03:00:41Z b',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"Time":"2026-01-02T03:00:41Z","Action":"output","Package":"p","Output":"piece "}',
      '{"Action":"output","Package":"p","Output":"--- FAIL: TestX (0.00s)\\n"}',
      '{"ImportPath":"p","Action":"build-output","Output":"go: x@v1.0.0: 404 Not Found\\n"}',
      '{"Action":"fail","Package":"p"}',
      '{"level":"info"}',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'go : go: x@v1.0.0: reading ',
      'At line:1 char:1',
      '+ go build',
      '    + FullyQualifiedErrorId : NativeCommandError',
      '**********************',
      'Windows PowerShell transcript start',
      '~/app$ make',
      'Mac:app dev$ make',
      '$ echo $?',
      '3',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'go: downloading example.com/ash v1.2.0',
      'go: downloading go1.22.5 (linux/amd64)',
      'level=info msg="still at work"',
      'time="2026-01-02T03:00:41Z" level=info msg="still at work" part=3',
      'time=2026-01-02T03:01:02.5Z level=INFO msg="still at work" error=late',
      'ts=2026-01-02T03:01:05Z level=debug msg="$ go build"',
      'level=info msg="  more of it" url=/part',
      'level=info msg="trying to connect" host=goproxy.corp.test',
      'level=error msg="go: x@v1.0.0: 404 Not Found"',
      '* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)',
      '< HTTP/1.1 401 Unauthorized',
      '192.0.2.7       goproxy.corp.test',
      '$ cat go.mod',
      'module example.com/elm',
      'password: q7Zt41xLw9',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '...',
      '  …',
      '[...]',
      '<snip>',
      "Job's log exceeded limit of 9 bytes.",
      '==> a.log <==',
      '=== FAIL: p TestX (0.00s)',
    ),
  },
);
const stretch = fc.tuple(
  line,
  fc.integer({ min: 1, max: 9 }).map((power) => (1 << power) >> 1),
);

// Of such lines so many are read at most.
const downloads = Array.from({ length: 2100 }, (_, index) => `go: downloading example.com/ash v1.0.${index}\n`).join('');
const entries = Array.from({ length: 110 }, (_, index) => `level=info msg="part of it is done" part=${index}\n`).join('');

test('any lines have the same report with and without the filter, in any chunks', () => {
  fc.assert(
    fc.property(
      fc.array(stretch, { maxLength: 60 }),
      fc.constantFrom('', downloads, entries, downloads + entries),
      fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 5 }),
      (parts, first, sizes) => {
        const text = first + parts.map(([words, times]) => `${words}\n`.repeat(times)).join('');
        const log = Buffer.concat([opening.subarray(0, filterFrom - 100), Buffer.from(`\n${text}`)]);
        const plain = report(log, 'off');
        expect(report(log, 'on')).toEqual(plain);
        expect(report(Buffer.from(text), 'always')).toEqual(report(Buffer.from(text), 'off'));
        expect(
          report(
            log,
            'on',
            sizes.map((size) => size + 500),
          ),
        ).toEqual(plain);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test('a silence is seen as soon as the line behind it has come', () => {
  const log = Buffer.concat([before, Buffer.from(`${stamp(90_000)}words again\n`)]);
  const silences = (['on', 'off'] as const).map((filter) =>
    read(log, filter)
      .soFar()
      .report.timeline.filter(({ kind }) => kind === 'gap'),
  );
  expect(silences[0]).toEqual(silences[1]);
  expect(silences[0]!.at(-1)).toMatchObject({ line: before.toString().split('\n').length });
});

/** Without what to do, and without how many secrets stand in that. */
function causesOf({ incidents, redactions: _, ...rest }: Omit<Report, 'timeline' | 'advice' | 'input'>) {
  const bare = incidents.map(({ playbook: _, hypotheses, ...incident }) => ({
    ...incident,
    hypotheses: hypotheses.map((hypothesis) => ({ ...hypothesis, remedies: [] })),
  }));
  return { ...rest, incidents: bare };
}

test.each(samples)('%s has the same answer where nobody looks at what happened and what to do', (name) => {
  const log = Buffer.concat([
    before,
    Buffer.from(`\n${downloads}${entries}`),
    readFileSync(path.join('samples', name)),
    Buffer.from('\n'),
    after,
  ]);
  for (const [text, filter] of [
    [log, 'on'],
    [log.subarray(before.length), 'always'],
  ] as const) {
    const { timeline, advice, input, ...answer } = read(text, filter, undefined, 'off').report();
    const { timeline: happened, advice: given, input: whole, ...others } = report(text, filter);
    expect(causesOf(answer)).toEqual(causesOf(others));
    expect(answer.incidents.flatMap(({ hypotheses }) => hypotheses.flatMap(({ remedies }) => remedies))).toEqual([]);
    expect([timeline, advice]).toEqual([[], []]);
    expect(input.cut).toEqual(whole.cut.filter(({ limit }) => limit !== 'timeline'));
  }
});

test('of the log around a sample most lines are left out', () => {
  let kept = 0;
  const filter = createFilter(
    scannerOf(tablesOf(pack)),
    { keep: (bytes) => void (kept += bytes.length), skip() {}, settled: () => true },
    { downloads: 0, entries: 0, times: true },
  );
  const log = Buffer.concat([before, after]).subarray(filterFrom);
  filter.push(log);
  filter.end();
  expect(log.length).toBeGreaterThan(120_000);
  expect(kept).toBeLessThan(0.7 * log.length);
});

test('lines that were not read can still be shown', () => {
  const log = Buffer.concat([before, noise(3, 400_000, (index) => stamp(index + 11_000)), after]);
  const total = report(log, 'off').input.lines;
  const [on, off] = [read(log, 'on', [70_001]), read(log, 'off')];
  on.report();
  off.report();
  for (const from of [1, 500, total - 4000, total - 20]) expect(on.lines(from, 300)).toEqual(off.lines(from, 300));
});
