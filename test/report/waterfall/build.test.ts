import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiBars, barOf, drawBar, unicodeBars } from '../../../src/report/waterfall/bar.ts';
import { buildWaterfall } from '../../../src/report/waterfall/build.ts';
import { busyIntervals } from '../../../src/report/waterfall/from-spans.ts';
import { idleStretches } from '../../../src/report/waterfall/idle.ts';
import type { TraceSpan } from '../../../src/report/waterfall/model.ts';
import { displayWidth } from '../../../src/report/width.ts';
import { download, event, span, traced } from './sample.ts';

const anySpan: fc.Arbitrary<TraceSpan> = fc
  .record({
    line: fc.integer({ min: 1, max: 400 }),
    start: fc.integer({ min: 0, max: 100_000 }),
    ms: fc.option(fc.integer({ min: 0, max: 50_000 })),
    clock: fc.constantFrom('measured', 'derived'),
    outcome: fc.constantFrom('ok', 'failed', 'open', 'not-found', 'ended'),
    lane: fc.constantFrom('', 'build', 'test'),
    file: fc.constantFrom(null, 'trace.json'),
    module: fc.option(fc.constant('git.corp.test/team/lib')),
  } as const)
  .map((parts) => span(parts));
const anyEvent = fc
  .record({
    line: fc.integer({ min: 1, max: 400 }),
    t: fc.integer({ min: -5000, max: 200_000 }),
    clock: fc.constantFrom('utc', 'local', 'relative', 'order'),
    lane: fc.constantFrom('', 'build', 'other'),
    kind: fc.constantFrom('command', 'download', 'error', 'retry', 'gap', 'exit'),
    ms: fc.option(fc.integer({ min: 0, max: 60_000 })),
  } as const)
  .map((parts) => event(parts.clock === 'order' ? { ...parts, t: null } : parts));
const events = fc.array(anyEvent, { maxLength: 40 }).map((all) => all.sort((a, b) => a.line - b.line));

describe('whatever the report holds', () => {
  test('every span and every event is in one row, in the order of its lines, on one track', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 60 }), events, (spans, timeline) => {
        const { rows, tracks } = buildWaterfall(traced({ spans, timeline }));
        const told = spans.length === 0 ? timeline : timeline.filter(({ kind }) => !['download', 'gap'].includes(kind));
        const expected = [...spans, ...told].map(({ line, kind }) => `${line} ${kind}`).sort();
        expect(
          rows
            .filter(({ line }) => line !== null)
            .map(({ line, kind }) => `${line} ${kind}`)
            .sort(),
        ).toEqual(expected);
        expect(tracks.reduce((sum, { from, to }) => sum + (to - from), 0)).toBe(rows.length);
        tracks.forEach(({ from, to }, index) => {
          const mine = rows.slice(from, to);
          expect(mine.every(({ track }) => track === index)).toBe(true);
          const lines = mine.flatMap(({ line }) => line ?? []);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        });
      }),
    );
  });

  test('no row begins before its scale, or ends behind it; no bar leaves its columns', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 30 }), events, fc.nat(90), fc.boolean(), (spans, timeline, width, ascii) => {
        const { rows, tracks } = buildWaterfall(traced({ spans, timeline }));
        for (const row of rows) {
          const { length } = tracks[row.track]!;
          if (row.start !== null) {
            expect(row.start).toBeGreaterThanOrEqual(0);
            expect(row.start + (row.ms ?? 0)).toBeLessThanOrEqual(length);
          }
          for (const window of [
            { from: 0, to: length },
            { from: length / 3, to: length / 2 },
          ]) {
            const bar = barOf(row, window, width);
            if (bar) expect(bar.offset >= 0 && bar.size >= 1 && bar.offset + bar.size <= width).toBe(true);
            expect(displayWidth(drawBar(row, window, width, ascii ? asciiBars : unicodeBars).join(''))).toBe(width);
          }
        }
      }),
    );
  });

  test('what ran and what was silent make up the whole scale', () => {
    const closed = anySpan.map((one) => ({ ...one, ms: one.ms ?? 5, outcome: 'ok', clock: 'measured', file: null, lane: '' }) as const);
    fc.assert(
      fc.property(fc.array(closed, { minLength: 1, maxLength: 40 }), (spans) => {
        const { rows, tracks } = buildWaterfall(traced({ spans }));
        const ran = rows.filter(({ kind }) => kind !== 'gap');
        const busy = busyIntervals(ran);
        const idle = idleStretches(busy);
        const marks = [...new Set(busy.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
        let union = 0;
        marks.forEach((mark, index) => {
          const next = marks[index + 1];
          if (next !== undefined && busy.some(({ from, to }) => from <= mark && to >= next)) union += next - mark;
        });
        const silent = idle.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(union + silent).toBe(tracks[0]!.length);
        for (const gap of rows.filter(({ kind }) => kind === 'gap'))
          expect(idle).toContainEqual({ from: gap.start, to: gap.start! + gap.ms! });
      }),
    );
  });
});

describe('spans', () => {
  test('stand with the events of the log on one scale when an event tells the moment of one of them', () => {
    const { rows, tracks, firstError } = buildWaterfall(download());
    expect(rows.map(({ line, kind, start }) => [line, kind, start])).toEqual([
      [1, 'command', 0],
      [2, 'request', 500],
      [4, 'request', 1750],
      [5, 'request', 1800],
      [null, 'gap', 2700],
      [8, 'request', 14_500],
      [10, 'request', 15_500],
      [11, 'error', 20_500],
    ]);
    expect(tracks.map(({ scale, length }) => [scale, length])).toEqual([['measured', 20_500]]);
    expect(firstError).toBe(3);
  });

  test('without such an event the others have their place in the order, and no time', () => {
    const { spans, timeline, input } = download();
    const { rows } = buildWaterfall({ spans: spans!, input, timeline: timeline.filter(({ kind }) => kind !== 'download') });
    expect(
      rows.filter(({ kind }) => kind === 'command' || kind === 'error').map(({ line, start, at }) => [line, start, at?.clock]),
    ).toEqual([
      [1, null, 'utc'],
      [11, null, 'utc'],
    ]);
  });

  test('no silence is told while a request has no answer, where durations are all that is known, or where spans were left out', () => {
    const far = [span({ line: 1, start: 0 }), span({ line: 2, start: 60_000 })];
    const gaps = (parts: Parameters<typeof traced>[0]) => buildWaterfall(traced(parts)).rows.filter(({ kind }) => kind === 'gap').length;
    expect(gaps({ spans: far })).toBe(1);
    expect(gaps({ spans: [span({ line: 1, ms: null, outcome: 'open' }), ...far.slice(1)] })).toBe(0);
    expect(gaps({ spans: [span({ line: 1, ms: null, outcome: 'ended' }), ...far.slice(1)] })).toBe(0);
    expect(gaps({ spans: far.map((one) => ({ ...one, clock: 'derived' })) })).toBe(0);
    expect(gaps({ spans: far, cut: [{ limit: 'spans', seen: 9, kept: 2 }] })).toBe(0);
  });

  test('what a server has not got is no error', () =>
    expect(buildWaterfall(traced({ spans: [span({ outcome: 'not-found', status: 404 })] })).firstError).toBeNull());
});

describe('clocks', () => {
  const scales = (timeline: ReturnType<typeof event>[]) =>
    buildWaterfall(traced({ timeline })).tracks.map(({ scale, name, setBack, from, to }) => [scale, name, setBack, to - from]);

  test('without times there is an order and no scale', () =>
    expect(scales([event({ line: 1 }), event({ line: 2 })])).toEqual([['none', '', null, 2]]));

  test('one that goes back begins a track of its own; a little jitter does not', () => {
    const at = (line: number, t: number) => event({ line, t, clock: 'local' });
    expect(scales([at(1, 90_000), at(2, 100_000), at(3, 40_000), at(4, 41_000)])).toEqual([
      ['log', '', null, 2],
      ['log', '', 60_000, 2],
    ]);
    expect(scales([at(1, 90_000), at(2, 89_400), at(3, 90_100)])).toEqual([['log', '', null, 3]]);
  });

  test('midnight is no step back where the clock has a date', () => {
    const before = Date.UTC(2026, 0, 2, 23, 59, 59);
    const { rows } = buildWaterfall(
      traced({ timeline: [event({ line: 1, t: before, clock: 'utc' }), event({ line: 2, t: before + 2000, clock: 'utc' })] }),
    );
    expect(rows.map(({ start, track }) => [start, track])).toEqual([
      [0, 0],
      [2000, 0],
    ]);
  });

  test('two clocks, and clocks that begin with their step, have a scale each', () => {
    const relative = (line: number, t: number, lane: string) => event({ line, t, clock: 'relative', lane });
    expect(
      scales([event({ line: 1, t: 5, clock: 'utc' }), relative(2, 300, 'build'), relative(3, 100, 'test'), relative(4, 400, 'build')]),
    ).toEqual([
      ['log', '', null, 1],
      ['log', 'build', null, 2],
      ['log', 'test', null, 1],
    ]);
  });
});
