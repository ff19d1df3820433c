import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filterFrom } from '../../../src/session/line-reading.ts';
import { noise } from '../../filter/noise.ts';
import { explain } from './read-trace.ts';

const folder = 'test/timeline/traces/go';
const before = noise(3, filterFrom + 100_000, () => '');
const after = noise(4, 50_000, () => '');

test.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(
  '%s says the same inside a large log, whichever lines are left out',
  (name) => {
    const log = Buffer.concat([before, readFileSync(`${folder}/${name}`), Buffer.from('\n'), after]);
    expect(log.length).toBeGreaterThan(filterFrom);
    expect(explain(log, {}, 'on')).toEqual(explain(log, {}, 'off'));
  },
);

test('a trace of many lines: it is read whole, the failure in the middle of it too, and the cap is told', () => {
  const url = (index: number) => `https://goproxy.corp.test/github.com/northwind/m${index}/@v/v1.0.0.mod`;
  const pairs = (from: number) =>
    Array.from({ length: 25_000 }, (_, index) => `# get ${url(from + index)}\n# get ${url(from + index)}: 200 OK (0.010s)\n`).join('');
  const failed = `# get ${url(0)}\n# get ${url(0)}: 502 Bad Gateway (1.500s)\ngo: github.com/northwind/m0@v1.0.0: reading ${url(0)}: 502 Bad Gateway\n`;
  const { incidents, traces, input } = explain(`$ go mod download -x\n${pairs(1)}${failed}${pairs(30_000)}`);
  expect(traces!.seen).toMatchObject({ spans: 50_001, failed: 1, open: 0 });
  expect(incidents[0]!.hypotheses[0]).toMatchObject({ cause: 'goproxy.server-error' });
  expect(input.cut.map(({ limit }) => limit)).toContain('trace-lines');
  expect(input.complete).toBe(true);
});
