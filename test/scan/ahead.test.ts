import { expect, test } from 'vitest';
import { lookAhead } from '../../src/scan/ahead.ts';
import type { Found, Trouble } from '../../src/scan/found.ts';

/** Names as a system may have them: with quotes, line ends, and a half of a character, as Windows allows. */
function item(at: number): Found | Trouble {
  if (at % 7 === 3) {
    const said = { pattern: 'it is {1}', values: [at, { pattern: 'closed', values: [] }] };
    return {
      kind: 'trouble',
      name: `p-${at}`,
      path: `/p-${at}`,
      named: at % 2 === 0,
      problem: { code: 'E_READ', message: 'closed', said },
    };
  }
  const name = `a "b"\n\\${at}\ud800.log`;
  return { kind: 'file', name, path: `/x/${name}`, size: at, modified: at % 5 === 0 ? null : 1_763_712_000_000.123 + at, named: false };
}

test('S32: inputs that were found ahead are the same as those that are found later, and in their order', async () => {
  const whole = Array.from({ length: 2345 }, (_, at) => item(at));
  for (const most of [0, 1, 499, 500, 501, 1700, 2345, 9999]) {
    let given = 0;
    const source = (async function* () {
      for (const one of whole) {
        given++;
        yield one;
      }
    })();
    const ahead = await lookAhead(source, most);
    const first = whole.slice(0, most);
    expect(given, String(most)).toBe(first.length);
    expect(ahead.count).toBe(first.length);
    expect(ahead.bytes).toBe(first.reduce((sum, one) => sum + (one.kind === 'trouble' ? 0 : one.size), 0));
    const all: (Found | Trouble)[] = [];
    for await (const batch of ahead.batches()) {
      expect(batch.length).toBeLessThanOrEqual(500);
      all.push(...batch);
    }
    expect(all).toEqual(whole);
  }
});
