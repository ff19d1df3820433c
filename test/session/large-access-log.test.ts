import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeptLines } from '../../src/evidence/read.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { readAccessLog } from '../../src/parse/access-logs/access-log.ts';
import { linesOf } from '../../src/parse/access-logs/large.ts';
import { joinSides } from '../../src/session/sides.ts';
import { explain } from '../timeline/traces/read-trace.ts';

const day = 86_400_000;
const began = Date.UTC(2026, 10, 21, 12);
const keyOf = (module: number) => `example.com/mod${module}/@v/v1.0.0.info`;

/** What nginx writes with its default format. */
function row(at: number, module: number, status: number): string {
  const [date, time] = new Date(at).toISOString().slice(0, 19).split('T') as [string, string];
  const [year, month, number] = date.split('-') as [string, string, string];
  return `10.0.0.7 - - [${number}/${month === '11' ? 'Nov' : 'Dec'}/${year}:${time} +0000] "GET /${keyOf(module)} HTTP/1.1" ${status} 61 "-" "Go-http-client/1.1"\n`;
}

const asked = (at: number, module: number) =>
  `${new Date(at).toISOString().replace('Z', '0000Z')} # get https://goproxy.corp.test/${keyOf(module)}: 200 OK (0.100s)\n`;

const request = fc.record({ at: fc.integer({ min: -4 * day, max: 4 * day }), module: fc.integer({ min: 0, max: 6 }) });

test('S12: of a large access log the requests that matter are read, with the same answers as all of them', () => {
  fc.assert(
    fc.property(
      fc.array(request, { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: -90_000_000, max: 90_000_000 }),
      (others, own, ahead) => {
        const rows = [...others, ...own.map((module, index) => ({ at: index * 1500 + ahead, module }))].sort((a, b) => a.at - b.at);
        const text = rows.map(({ at, module }) => row(began + at, module, 200)).join('');
        const lines = text.split('\n');
        const small = { ...readAccessLog(lines)!, name: 'access.log', textOf: (line: number) => lines[line - 1]!, offsetOf: () => 0 };
        const large = parseKeptLines('access.log', linesOf(text));
        const log = own.map((module, index) => asked(began + index * 1500, module)).join('');
        expect(sidesOf(log, large)).toEqual(sidesOf(log, small));
      },
    ),
    { numRuns: 150 },
  );
});

function sidesOf(log: string, file: Evidence) {
  const lines = log.split('\n').flatMap((text, index) => {
    const [, time, rest] = /^(\S+) (.*)$/.exec(text) ?? [];
    const line = { number: index + 1, kind: 'output', text: rest, lane: '', time: Date.parse(time!), clock: 'utc' };
    return rest === undefined ? [] : [line as unknown as Parameters<typeof joinSides>[0][number]];
  });
  const { beside, sides } = joinSides(lines, [file], textsOf('en').sides);
  return {
    sides,
    shown: beside.flatMap((one) => (one.kind === 'proxy log' ? (one.pairs ?? []).map(({ proxy }) => proxy && one.textOf(proxy.line)) : [])),
  };
}

test('S12: more requests than are held: the last ones count, and the report says how many there were', () => {
  const many = Array.from({ length: 120_000 }, (_, index) => row(began - 5000 + index, 1, 200)).join('');
  const log = `${asked(began, 1)}${asked(began + 60_000, 2)}`;
  const report = explain(log, { 'access.log': `${many}${row(began + 60_000, 2, 502)}` });
  expect(report.input).toMatchObject({ complete: true, cut: [{ limit: 'access-log', seen: 120_001, kept: 100_000 }] });
});
