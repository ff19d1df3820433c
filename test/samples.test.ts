import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileRules } from '../src/catalog/compile.ts';
import { createPack } from '../src/catalog/pack-file.ts';
import { readRules } from '../src/catalog/read.ts';
import { dialects as registry } from '../src/dialect/registry.ts';
import { middleGrams } from '../src/filter/literal-index.ts';
import { factIds } from '../src/model/facts.ts';
import { type Report, reportSchema, verdict } from '../src/model/report.ts';
import { createSession } from '../src/session/session.ts';

// Whole logs with what a right answer says about them: a pair dropped into samples/ is a test.

const facts: ReadonlySet<string> = new Set(factIds);
const slug = z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/);
const sample = z.strictObject({
  /** How the log was made. */
  origin: z.string().min(20),
  tools: z.record(z.string(), z.string()),
  /** Outermost first. */
  dialects: z.array(z.string()).min(1),
  expect: z.strictObject({
    verdict,
    /** Every one must be there; others may be, but the terminal ones of the report are these. */
    incidents: z.array(
      z.strictObject({
        /** Left out: the log does not say why, and nothing may lead. */
        cause: slug.optional(),
        subject: z.strictObject({ module: z.string(), version: z.string(), host: z.string(), path: z.string() }).partial().default({}),
        /** The first line of the messages that are evidence, 1-based. */
        firstLine: z.int().min(1),
        terminal: z.boolean().default(false),
        recovered: z.boolean().default(false),
      }),
    ),
    /** Causes that a hasty reader would name; none of them may lead a terminal incident. */
    notLeading: z.array(slug).default([]),
  }),
});

const root = path.join(import.meta.dirname, '../samples');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
const logs = files.filter((name) => name.endsWith('.log'));
const catalog = compileRules(readRules(path.join(root, '../rules')), 'test');
const pack = createPack(catalog, middleGrams);
const slugs = new Set(catalog.causes.map((cause) => cause.id));

test('every log has its expectations, and the other way round', () => {
  const names = (ending: string) => files.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  expect(names('.yaml')).toEqual(names('.log'));
  expect(logs.length).toBeGreaterThan(0);
});

describe('every dialect has a sample that was written in it', () => {
  const written = new Set(logs.flatMap((log) => readSample(log)?.dialects ?? []));
  // `cut` marks what is missing from a log and never names itself: see the next test.
  const named = registry.map(({ name }) => name).filter((name) => name !== 'cut');
  test.each(named)('%s', (name) => expect(written).toContain(name));

  test('cut', () => {
    const log = 'unknown/output-clipped-by-buildkit.log';
    expect(explain(readFileSync(path.join(root, log))).input.cut.map(({ limit }) => limit)).toContain('buildkit-log');
  });
});

describe.each(logs)('%s', (log) => {
  const described = readSample(log);
  if (!described) return test('has a .yaml beside it', () => expect.fail(`that of ${log} is missing`));
  const { dialects, expect: expected } = described;
  const bytes = readFileSync(path.join(root, log));
  const report = explain(bytes);
  const terminal = report.incidents.filter((incident) => incident.terminal);

  test('names only causes that exist', () => {
    const named = [...expected.notLeading, ...expected.incidents.flatMap(({ cause }) => cause ?? [])];
    expect(named.filter((cause) => !slugs.has(cause))).toEqual([]);
  });

  test('is a valid report', () => expect(() => reportSchema.parse(report)).not.toThrow());

  test('is read in the dialects it was written in', () => expect(report.input.dialects).toEqual(dialects));

  test(`verdict: ${expected.verdict}`, () => expect(report.verdict).toBe(expected.verdict));

  test.each(expected.incidents.map((incident) => [incident.cause ?? 'unknown', incident] as const))('%s', (_, incident) => {
    expect(report.incidents.map((found) => shown(found, report))).toContainEqual(expect.objectContaining(wanted(incident)));
  });

  test('nothing else made it fail', () => {
    const leading = terminal.map((incident) => (incident.verdict === 'unknown' ? 'unknown' : incident.hypotheses[0]!.cause));
    expect(leading.sort()).toEqual(
      expected.incidents
        .filter((incident) => incident.terminal)
        .map(({ cause }) => cause ?? 'unknown')
        .sort(),
    );
  });

  test.runIf(expected.notLeading.length > 0)('is not taken for something else', () => {
    const leading = terminal.map((incident) => incident.hypotheses[0]?.cause);
    for (const cause of expected.notLeading) expect(leading).not.toContain(cause);
  });
});

/** What the .yaml beside a log says; null when there is none. */
function readSample(log: string): z.output<typeof sample> | null {
  const file = path.join(root, log.replace(/\.log$/, '.yaml'));
  return existsSync(file) ? sample.parse(parse(readFileSync(file, 'utf8'))) : null;
}

function explain(bytes: Uint8Array): Report {
  const session = createSession(pack, { name: 'sample.log', version: '0.0.0' });
  session.push(bytes);
  return session.report();
}

type Expected = z.output<typeof sample>['expect']['incidents'][number];

function wanted({ cause, subject, firstLine, terminal, recovered }: Expected) {
  const asked = Object.keys(subject).length > 0 ? { subject: expect.objectContaining(subject) } : {};
  return cause ? { cause, ...asked, firstLine, terminal, recovered } : { verdict: 'unknown', firstLine, terminal };
}

/** An incident as a .yaml writes it. */
function shown(incident: Report['incidents'][number], { unexplained }: Report) {
  const [top] = incident.hypotheses;
  // Facts that the log shows before its messages support them, and may stand far above.
  const said = top?.evidence.filter((row) => row.for && !facts.has(row.signal));
  const lines = (said ?? unexplained).map((row) => row.line);
  return {
    verdict: incident.verdict,
    cause: top?.cause,
    subject: incident.subject,
    firstLine: Math.min(...lines),
    terminal: incident.terminal,
    recovered: incident.recovered,
  };
}
