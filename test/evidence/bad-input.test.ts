import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEvidence } from '../../src/evidence/read.ts';
import { ModwhyError } from '../../src/model/error.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { linesOf, readLargeAccessLog } from '../../src/parse/access-logs/large.ts';
import { createTraceDecoder, mayTrace } from '../../src/parse/traces/decoder.ts';
import { readTraceFile } from '../../src/parse/traces/trace-file.ts';
import { explain } from '../timeline/traces/read-trace.ts';
import { smallest } from './smallest.ts';

const folders = [path.join(import.meta.dirname, '../timeline/traces/go'), path.join(import.meta.dirname, '../parse/modules')];
const real = folders.flatMap((folder) => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8')));
const texts = [...real, ...Object.values(smallest)];

const hostile = [
  '\0',
  '\u001b[2J\u001b]0;x\u0007',
  '\ufffd\ufeff',
  '\u202e',
  '"'.repeat(5000),
  '['.repeat(5000),
  '{"log":{"entries":['.repeat(500),
  '='.repeat(20_000),
  ' '.repeat(20_000),
  '\t',
  '\r',
  '__proto__',
  '# get https://',
  'SCHED 99999999999999999999ms: gomaxprocs=0 idleprocs=0 ',
  'hostLookupOrder('.repeat(300),
  `${'a.'.repeat(4000)}/@v/`,
  '9'.repeat(400),
];

/** What copying, cutting and mixing make of files; each takes a number for where. */
const changes: Readonly<Record<string, (text: string, at: number, other: string) => string>> = {
  cut: (text, at) => text.slice(0, at % (text.length + 1)),
  'cut in front': (text, at) => text.slice(at % (text.length + 1)),
  interleaved: (text, at, other) => {
    const [lines, others] = [text.split('\n'), other.split('\n')];
    return lines.flatMap((line, index) => [line, ...others.slice(index * (1 + (at % 3)), (index + 1) * (1 + (at % 3)))]).join('\n');
  },
  reordered: (text, at) => {
    const lines = text.split('\n');
    const from = at % lines.length;
    return [...lines.slice(from).reverse(), ...lines.slice(0, from)].join('\n');
  },
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'UTF-16 read as UTF-8': (text) => Buffer.from(text, 'utf16le').toString(),
  'tabs for spaces': (text) => text.replaceAll(' ', '\t'),
  'spaces for tabs': (text) => text.replaceAll('\t', '        '),
  'one line': (text) => text.replaceAll('\n', ' '),
  'hostile bytes': (text, at) => {
    const where = at % (text.length + 1);
    return text.slice(0, where) + hostile[at % hostile.length] + text.slice(where);
  },
};

const changed = fc
  .record({
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(...texts),
    steps: fc.array(fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(100_000)), { minLength: 1, maxLength: 4 }),
  })
  .map(({ text, other, steps }) => steps.reduce((made, [name, at]) => changes[name]!(made, at, other), text));

/** Its kind; null when it is refused, with the sentence that says so. */
function kindOf(text: string): Evidence['kind'] | 'trace' | null {
  if (readTraceFile('any', text)) return 'trace';
  try {
    const file = parseEvidence('any', text);
    for (const line of [-1, 0, 1, 2, text.split('\n').length, 1e9]) {
      expect(typeof file.textOf(line)).toBe('string');
      expect(file.offsetOf(line)).toBeGreaterThanOrEqual(0);
    }
    return file.kind;
  } catch (error) {
    if (!(error instanceof ModwhyError)) throw error;
    expect(error.code).toBe('E_EVIDENCE');
    expect(error.message).toMatch(/^this (?:is not go\.mod|file is empty; expected|is Gradle)/);
    return null;
  }
}

function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('a damaged file is read or refused in a sentence, and no decoder of traces or access logs fails on it', () => {
  fc.assert(
    fc.property(changed, (text) => {
      kindOf(text);
      readLargeAccessLog(linesOf(text));
      const decoder = createTraceDecoder();
      for (const line of text.split('\n')) {
        mayTrace(line, true);
        decoder.read(line);
      }
    }),
    { numRuns: 600 },
  );
});

test('as a log, and beside one, a damaged file gives a report of the form that is promised', () => {
  const log =
    '$ go mod download\ngo: example.com/ash@v1.0.0: reading https://goproxy.corp.test/example.com/ash/@v/v1.0.0.mod: 403 Forbidden\n';
  fc.assert(
    fc.property(changed, (text) => {
      explain(text);
      if (kindOf(text) !== null) expect(explain(log, { 'beside.txt': text }).verdict).toBe('module-failure');
    }),
    { numRuns: 120 },
  );
});

test.each(texts.map((text, index) => [index, text.split('\n')[0]!.slice(0, 40), text] as const))(
  'file %i, %s: ten thousand of its lines take a bounded time',
  (_, __, text) => {
    const lines = text.split('\n');
    const many = Array.from({ length: 10_000 }, (_, index) => lines[index % lines.length]).join('\n');
    expect(cpuMs(() => kindOf(many))).toBeLessThan(4000);
    expect(cpuMs(() => kindOf(many.replaceAll('\n', '\r\n')))).toBeLessThan(4000);
  },
);

test('many empty lines take no time: a file that a log shows has one for each line above it', () => {
  const empty = '\n'.repeat(90_000);
  for (const text of [`${empty}words`, `${empty}module example.com/elm\n`, `${' \n'.repeat(45_000)}words`])
    expect(cpuMs(() => kindOf(text))).toBeLessThan(600);
});
