import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { dialectsIn } from '../../src/dialect/present.ts';
import { createDialectReader } from '../../src/dialect/reader.ts';
import { dialects } from '../../src/dialect/registry.ts';
import type { Line } from '../../src/model/line.ts';
import { failures } from '../skins/matrix/failures.ts';
import { loadSkins } from '../skins/matrix/load-skins.ts';

function read(log: readonly string[], present: readonly Dialect[]) {
  const reader = createDialectReader(present);
  const lines = log.flatMap((text, index) => {
    const line: Line = { number: index + 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
    return [line, ...reader.read(line)];
  });
  return { lines, names: reader.names() };
}

const quick = (log: readonly string[]) => read(log, dialectsIn(log.map((text) => ({ text }))));

const skins = await loadSkins();
const dressed = skins.map((skin) => ({ name: skin.name, logs: failures.map((failure) => skin.dress(failure).split('\n')) }));
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
const sampleLogs = samples.map((name) => readFileSync(path.join('samples', name), 'utf8').split('\n'));

describe('a log read by the dialects whose signs it has is the log read by all', () => {
  test.each(dressed)('$name', ({ logs }) => {
    for (const log of logs) expect(quick(log)).toEqual(read(log, dialects));
  });

  test('every sample', () => {
    for (const log of sampleLogs) expect(quick(log)).toEqual(read(log, dialects));
  });

  // Parts of logs, so that marks come without what mostly stands around them.
  const logs = [...dressed.flatMap(({ logs }) => logs.slice(0, 12)), ...sampleLogs];
  const lines = [...new Set(logs.flat().filter((text) => text.length < 400))];
  const time = '2026-01-02T03:04:05.1234567Z ';
  const change = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text,
    (text) => text,
    (text) => `${time}${text}`,
    (text) => `[ci/job] ${text}`,
    (text) => `> ${text}`,
    (text) => `#12 0.345 ${text}`,
    (text) => `[0K[36;1m${text}`,
    (text) => `\x1b[36;1m${text}\x1b[0m`,
    (text) => `${text.slice(0, 3)}\x1b[0m${text.slice(3)}`,
    (text) => `${text.slice(0, 6)}\x1b[1m${text.slice(6)}`,
    (text) => text.slice(1),
    (text) => text.slice(text.indexOf(' ') + 1),
    (text) => text.slice(0, -1),
    (text) => text.replaceAll('\x1b', ''),
    (text) => JSON.stringify({ Action: 'output', Package: 'a', Output: `${text}\n${text}` }),
    (text) => JSON.stringify({ level: 'error', msg: text }),
    (text) => `level=error msg="a" output=${JSON.stringify(text)}`,
    (text) => `${JSON.stringify({ log: `${text}\n`, stream: 'stderr', time: '2026-01-02T03:04:05Z' })}`,
    (text) => `##teamcity[message text='${text.replace(/(['|[\]])/g, '|$1')}']`,
  );
  const changed = fc.tuple(fc.nat(), change);
  const part = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }), change);

  test('any lines of any logs', () => {
    fc.assert(
      fc.property(fc.array(changed, { maxLength: 6 }), (picked) => {
        const log = picked.map(([index, change]) => change(lines[index % lines.length]!));
        expect(quick(log)).toEqual(read(log, dialects));
      }),
      { numRuns: 20_000 },
    );
  });

  test('any parts of any logs', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
        const log = parts.flatMap(([which, from, count, change]) => {
          const whole = logs[which % logs.length]!;
          return whole.slice(from % whole.length, (from % whole.length) + count).map(change);
        });
        expect(quick(log)).toEqual(read(log, dialects));
      }),
      { numRuns: 10_000 },
    );
  });
});

test('most dialects are ruled out in the log of one CI system', () => {
  const { logs } = dressed.find(({ name }) => name === 'GitHub Actions')!;
  expect(dialectsIn(logs[0]!.map((text) => ({ text }))).length).toBeLessThan(dialects.length / 2);
});

test('a sign is found however often it is asked', () => {
  for (const { signs = [], rewrites = [] } of dialects)
    for (const sign of [...signs, ...rewrites]) if (sign instanceof RegExp) expect(sign.flags).not.toMatch(/[gy]/);
});
