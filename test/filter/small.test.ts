import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { linearEngine } from '../../src/match/linear.ts';
import type { Report } from '../../src/model/report.ts';
import { createCutList } from '../../src/session/cut-list.ts';
import { createLineReading } from '../../src/session/line-reading.ts';
import { createSession } from '../../src/session/session.ts';
import { noise } from './noise.ts';

const pack = loadPack();
const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();
const calm = noise(9, 4000, () => '')
  .toString()
  .trimEnd()
  .split('\n');

function report(log: string | Buffer, filter: 'always' | 'off', chunk = log.length): Report {
  const session = createSession(pack, { name: 'log', version: '0', filter }, linearEngine);
  const bytes = Buffer.from(log);
  for (let from = 0; from < bytes.length; from += chunk) session.push(bytes.subarray(from, from + chunk));
  return session.report();
}

const some = (from: number, count: number) => Array.from({ length: count }, (_, index) => calm[(from + index) % calm.length]!);

test.each(samples)('%s has the same report when calm lines are left out, by itself and among others', (name) => {
  const sample = readFileSync(path.join('samples', name));
  const lines = sample.toString().split('\n');
  const around = [...some(0, 60), ...lines, ...some(70, 60)].join('\n');
  const between = lines.flatMap((line, index) => (index % 5 === 4 ? [line, ...some(index, 9)] : [line])).join('\n');
  for (const log of [sample, around, between]) expect(report(log, 'always')).toEqual(report(log, 'off'));
  expect(report(around, 'always', 1000)).toEqual(report(around, 'off'));
});

test('of a small log with few failures most lines are not read, and can still be shown', () => {
  const log = [...some(0, 400), 'go: example.com/ash@v1.0.0: reading https://proxy.corp.test/x: 404 Not Found', ...some(3, 400)].join('\n');
  const reading = createLineReading(pack, 'on', createCutList());
  reading.push(Buffer.from(log));
  expect(reading.end().length).toBeLessThan(500);
  expect(reading.count()).toBe(801);
  expect(reading.zoom(1, 801).map(({ text }) => text)).toEqual(log.split('\n').map((text) => text.replace(/\x1b\[\d+m/g, '')));
});

test('a secret that only a calm line gives away is hidden where another line shows it', () => {
  const secret = 'q7Zt41xLw9';
  const key = [
    '-----BEGIN PRIVATE KEY-----',
    'c2hvcnQtbGluZS1vZi1hLWtleQ',
    'YW5vdGhlci1saW5lLW9mLWl0',
    'AAECAwQFBgcICQo=',
    '-----END PRIVATE KEY-----',
  ];
  const log = [
    ...some(0, 50),
    `deploying with password: ${secret}`,
    ...some(50, 50),
    ...key,
    ...some(9, 50),
    'https://ada:',
    `${'longpart1'.repeat(9)}@git.corp.test/x`,
    ...some(19, 50),
    `go: example.com/ash@v1.0.0: reading https://proxy.corp.test/${secret}/x: 404 Not Found: ${key[2]} ${'longpart1'.repeat(9)}`,
    'exit status 1',
    ...some(5, 200),
  ].join('\n');
  const always = report(log, 'always');
  expect(always).toEqual(report(log, 'off'));
  expect(always.redactions).toBeGreaterThan(0);
  expect(JSON.stringify(always)).not.toContain(secret);
});
