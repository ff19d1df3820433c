import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientRequest, ProxyRequest } from '../../../src/model/proxy-log.ts';
import { estimateOffset } from '../../../src/timeline/sides/clock-offset.ts';
import { failedSide } from '../../../src/timeline/sides/failed-side.ts';
import { joinRequests } from '../../../src/timeline/sides/join.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const client = (key: string, start: number | null, end: number | null, more: Partial<ClientRequest> = {}): ClientRequest => ({
  line: 1,
  url: `https://goproxy.corp.test/${key}`,
  host: 'goproxy.corp.test',
  key,
  start,
  end,
  status: 200,
  error: null,
  ...more,
});
const served = (key: string, at: number | null, more: Partial<ProxyRequest> = {}): ProxyRequest => ({
  line: 1,
  method: 'GET',
  key,
  status: 200,
  at,
  precision: 1,
  moment: 'end',
  ms: null,
  id: null,
  upstream: null,
  aborted: false,
  ...more,
});
const log = (requests: readonly ProxyRequest[]) => {
  const times = requests.flatMap(({ at }) => at ?? []);
  const covers = times.length === 0 ? null : { from: Math.min(...times), to: Math.max(...times) };
  return { kind: 'proxy log', formats: ['common'], requests, covers } as const;
};

test('whatever the offset, delays and order of lines: nearly all requests are joined, with the right ones', () => {
  const request = fc.record({
    gap: fc.integer({ min: 1, max: 400 }),
    before: fc.integer({ min: 0, max: 50 }),
    at: fc.integer({ min: 1, max: 300 }),
    after: fc.integer({ min: 0, max: 50 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: -7_200_000, max: 7_200_000 }), fc.array(request, { minLength: 20, maxLength: 80 }), (ahead, list) => {
      let now = noon;
      const clients: ClientRequest[] = [];
      const requests: ProxyRequest[] = [];
      for (const [index, { gap, before, at, after }] of list.entries()) {
        now += gap;
        const key = `example.com/m${index % 17}/@v/v1.0.0.mod`;
        clients.push(client(key, now, now + before + at + after, { line: index + 1 }));
        requests.push(served(key, now + before + at + ahead, { line: index + 1, ms: at }));
        now += before + at + after;
      }
      const joined = joinRequests(clients, log([...requests].reverse()))!;
      expect(Math.abs(joined.clock!.aheadMs - ahead)).toBeLessThanOrEqual(joined.clock!.uncertaintyMs + 1);
      expect(Math.abs(joined.clock!.aheadMs - ahead)).toBeLessThanOrEqual(50);
      const right = joined.pairs.filter(({ client: one, proxy }) => proxy?.line === one.line).length;
      expect(right / list.length).toBeGreaterThanOrEqual(0.99);
    }),
    { numRuns: 40 },
  );
});

describe('what cannot be known is not said', () => {
  const key = 'example.com/ash/@v/v1.0.0.mod';

  test('one request in common gives no offset', () => {
    expect(estimateOffset([client(key, noon, noon + 10)], new Map([[key, [served(key, noon)]]]))).toBeNull();
  });

  test('without times, as many on both sides are joined in order, and others are not', () => {
    const two = [client(key, null, null, { line: 1 }), client(key, null, null, { line: 2 })];
    const lines = (requests: readonly ProxyRequest[]) => joinRequests(two, log(requests))!.pairs.map(({ proxy }) => proxy?.line ?? null);
    expect(lines([served(key, null, { line: 7 }), served(key, null, { line: 9 })])).toEqual([7, 9]);
    expect(lines([7, 8, 9].map((line) => served(key, null, { line })))).toEqual([null, null]);
  });

  test('a single failure is found among those of another hour', () => {
    const one = client(key, null, noon, { status: 502 });
    const joined = joinRequests(
      [one],
      log([served(key, noon - 3_600_000), served(key, noon - 2_000, { line: 5, status: 502 }), served(key, noon + 3_600_000)]),
    )!;
    expect(joined).toMatchObject({ clock: null, pairs: [{ proxy: { line: 5 } }] });
    expect(failedSide(joined.pairs[0]!)).toBe('upstream');
    // It may be somebody else's: only the same answer says something.
    const other = joinRequests([one], log([served(key, noon - 2_000)]))!;
    expect(other.pairs[0]!.proxy).not.toBeNull();
    expect(failedSide(other.pairs[0]!)).toBeNull();
  });

  test('a request that is not there, where the log does not cover that time or there is no offset, is no request that was not reached', () => {
    const lost = { client: client(key, noon, noon, { status: null, error: 'EOF' }), proxy: null };
    expect(failedSide({ ...lost, covered: false })).toBeNull();
    expect(failedSide({ ...lost, covered: true })).toBe('not-reached');
  });
});

test.each([
  [{ status: 200 }, {}, null],
  [{ status: 404 }, { status: 404 }, 'proxy'],
  [{ status: 500 }, { status: 500 }, 'proxy'],
  [{ status: 500 }, { status: 500, upstream: 0 }, 'upstream'],
  [{ status: 504 }, { status: 504 }, 'upstream'],
  [{ status: 403 }, { status: 200 }, 'changed'],
  [{ status: 407 }, { status: 404 }, 'changed'],
  [{ status: null, error: 'unexpected EOF' }, { status: 200 }, 'answered'],
  [{ status: null, error: 'context deadline exceeded' }, { status: 499, aborted: true }, 'client-left'],
  [{ status: null, error: null }, { status: 200 }, null],
] as const)('%o at the client and %o at the proxy: %s', (one, other, side) => {
  expect(failedSide({ client: client('k', noon, noon, one), proxy: served('k', noon, other), covered: true })).toBe(side);
});
