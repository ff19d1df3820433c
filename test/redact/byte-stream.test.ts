import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createByteStream } from '../../src/redact/byte-stream.ts';
import { createRedactor } from '../../src/redact/redactor.ts';
import { rules } from '../../src/redact/rules.ts';
import { allForms } from './forms/all.ts';

function redactBytes(bytes: Uint8Array, cuts: readonly number[] = []): Buffer {
  const stream = createByteStream(createRedactor());
  const out: Buffer[] = [];
  let from = 0;
  for (const cut of [...cuts.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    out.push(stream.push(bytes.subarray(from, cut)));
    from = cut;
  }
  return Buffer.concat([...out, stream.end()]);
}

const noise = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u001b[31m',
    '\u001b[0m',
    '\u200b',
    ' ',
    '=',
    ':',
    '://',
    '@',
    '"',
    "'",
    '\\',
    '%3A',
    '%40',
    '<secret-1>',
    '<user-1>',
  ),
  fc.constantFrom(
    'token',
    'PASSWORD',
    'Authorization: Basic ',
    'https://',
    'bob:hunter2',
    'ghp_',
    'login',
    'password ',
    '-----BEGIN PRIVATE KEY-----',
    '-u ',
  ),
  fc.constantFrom(...allForms.map(({ text }) => text)),
);
const text = fc.array(noise, { maxLength: 12 }).map((parts) => parts.join(''));
const bytes = fc.oneof(
  text.map((value) => Buffer.from(value)),
  text.map((value) => Buffer.from(`\ufeff${value}`)),
  text.map((value) => Buffer.from(`\ufeff${value}`, 'utf16le')),
  text.map((value) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16()),
  text.map((value) => Buffer.from(value, 'latin1')),
  fc.uint8Array({ maxLength: 400 }).map((value) => Buffer.from(value)),
);
const cuts = fc.array(fc.nat(5000), { maxLength: 8 });

describe('bytes of any kind', () => {
  test('any chunks give the same', () => {
    fc.assert(
      fc.property(bytes, cuts, (input, at) => void expect(redactBytes(input, at)).toEqual(redactBytes(input))),
      { numRuns: 400 },
    );
  });

  test('a long line announces the secret of the next one, too', () => {
    const log = `${'a step that does well '.repeat(20)}docker login --username bob --password \\\n  sJ0ZpfxHA3m1NCZCw0z5\n`;
    expect(redactBytes(Buffer.from(log)).toString()).not.toContain('sJ0ZpfxHA3m1NCZCw0z5');
  });

  test('redacting twice changes nothing', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const once = redactBytes(input);
        expect(redactBytes(once).toString('latin1')).toBe(once.toString('latin1'));
      }),
      { numRuns: 1500 },
    );
  });

  test('what has no secret comes out as it went in', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const redactor = createRedactor();
        const stream = createByteStream(redactor);
        const out = Buffer.concat([stream.push(input), stream.end()]);
        if (redactor.count() === 0) expect(out).toEqual(input);
      }),
      { numRuns: 600 },
    );
  });
});

test.for([
  ['UTF-8', 'utf8', ''],
  ['UTF-8 with a mark', 'utf8', '\ufeff'],
  ['UTF-16 as PowerShell writes it', 'utf16le', '\ufeff'],
  ['UTF-16 without a mark', 'utf16le', 'log: '],
] as const)('%s stays what it is', ([, encoding, mark]) => {
  const before = `${mark}à TOKEN=«»\r\n\u001b[31mü\u001b[0m 日本\r\nend`;
  const out = redactBytes(Buffer.from(before.replace('«»', 'päss-w0rd-à-12'), encoding));
  expect(out.toString(encoding)).toBe(before.replace('«»', '<secret-1>'));
});

test('bytes that are no UTF-8 stay, and the secret beside them goes', () => {
  const out = redactBytes(Buffer.from('\xe9\xff\x80 TOKEN=abcdef123456 \xfe\n', 'latin1'));
  expect(out.toString('latin1')).toBe('\xe9\xff\x80 TOKEN=<secret-1> \xfe\n');
});

describe('a line without an end', () => {
  const token = allForms.find(({ name }) => name === 'token: GitHub personal')!.secrets[0]!;

  test.for([65_520, 65_536, 131_060, 131_071, 200_000])('a secret at byte %i of it is found', (at) => {
    const line = `${'x '.repeat(at / 2)}${token} ${'y '.repeat(100_000)}`;
    for (const ends of ['', '\n']) {
      const input = Buffer.from(line + ends);
      const out = redactBytes(input);
      expect(out.toString()).toBe(line.replace(token, '<secret-1>') + ends);
      expect(redactBytes(input, [at, at + 7, 131_072])).toEqual(out);
    }
  });

  test('a secret is found by a word that stands before the place of the cut', () => {
    for (let at = 65_536 - 30; at < 65_536 + 4; at++) {
      const out = redactBytes(Buffer.from(`${'x'.repeat(at)} db_password=hunter2-and-more ${'y '.repeat(80_000)}`)).toString();
      expect(out).not.toContain('hunter2');
      expect(out).not.toContain('and-more');
    }
  });
});

test('hostile lines take a time that grows with their length only', () => {
  const words = [...new Set(rules.flatMap(({ near }) => near))].join(' ');
  const seeds = [
    '://a:',
    'password=',
    '-----BEGIN PRIVATE KEY-----',
    'authorization: ',
    'login a ',
    '%3A%2F%2F',
    'eyJaaaaaaaa.',
    '"token":"',
    'mysql -',
    '?sig=%',
    ' -u a',
    'MIIA',
    'token: ',
    'x-a-a-a-a-token:',
    '\\"',
    'A',
    'a1',
    'cookie: a=',
  ];
  for (const seed of seeds) {
    // With every rule's word in it, so that none is left out.
    const line = `${seed.repeat(60_000 / seed.length)} ${words}`;
    const start = process.cpuUsage();
    redactBytes(Buffer.from(`${line}\n`));
    expect.soft(process.cpuUsage(start).user / 1000, seed).toBeLessThan(2000);
  }
});

test('ten megabytes of a log take seconds at most', () => {
  const line = 'go: downloading github.com/northwind/base v1.2.3 from https://proxy.corp.test/github.com/northwind/base/@v/v1.2.3.zip\n';
  const input = Buffer.from(line.repeat(10_000_000 / line.length));
  // Time of this process: what else the machine does is not counted.
  const start = process.cpuUsage();
  expect(redactBytes(input).equals(input)).toBe(true);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(4000);
});
