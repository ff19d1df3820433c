import { findDivergences } from '../../compare/occurrences.ts';
import { collectRun, collectTexts, compareFacts, type Run } from '../../compare/runs.ts';
import { comparingTexts } from '../../i18n/comparing/texts.ts';
import type { CompareReport } from '../../model/compare.ts';
import type { Report } from '../../model/report.ts';
import { createByteStream } from '../../redact/byte-stream.ts';
import { createRedactor, type Redactor } from '../../redact/redactor.ts';
import { compareSheet } from '../../report/compare-sheet.ts';
import { settingDifferences } from '../../settings/differences.ts';
import { expectedBelow } from '../../settings/meanings.ts';
import { EXIT } from '../exit.ts';
import { explainBeside, mainIncident } from '../failure-of.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { printReport } from '../tool-output.ts';
import type { TwiceReadable } from '../twice.ts';
import { version } from '../version.ts';
import { reportKeys } from './compare-keys.ts';

type Logs = NonNullable<CompareReport['logs']>;

// Places are shown from the first one on, and the one of the failure.
const mostPlaces = 8;
const mostRows = 20;

/** Compares two logs. Each is read line by line; what is held are numbers, and the texts of a few lines. */
export async function compareLogs(good: TwiceReadable, bad: TwiceReadable, { options, io }: { options: Options; io: Io }): Promise<number> {
  const redactor = createRedactor();
  const [goodRun, badRun] = [await readRun(good, redactor), await readRun(bad, redactor)];
  const [goodReport, badReport] = [await explainBeside(good.name, good.open), await explainBeside(bad.name, bad.open)];
  const found = findDivergences(goodRun.hashes, badRun.hashes);
  const failureLine = failureOf(badReport)?.line ?? null;
  const at = failureLine === null ? -1 : placeOfFailure(found.list, badRun, failureLine);
  const shown = found.list
    .map((place, index) => ({ ...place, failure: index === at }))
    .filter((place, index) => index < mostPlaces || place.failure);
  const goodTexts = await readTexts(
    good,
    shown.flatMap((place) => place.good.map((index) => goodRun.hashes.lineAt(index))),
  );
  const badTexts = await readTexts(
    bad,
    shown.flatMap((place) => place.bad.map((index) => badRun.hashes.lineAt(index))),
  );
  const { keys, notes: keyNotes } = reportKeys({ name: good.name, run: goodRun }, { name: bad.name, run: badRun });
  const facts = compareFacts(goodRun.facts, badRun.facts);
  const { env, compare } = comparingTexts();
  const settings = settingDifferences(goodRun.facts.settings, badRun.facts.settings).filter(
    // What a log that ended early does not show says nothing.
    ({ weight, b }) => weight >= expectedBelow && b !== null,
  );
  const logs: Logs = {
    good: { name: good.name, lines: goodRun.lines, failure: failureOf(goodReport) },
    bad: { name: bad.name, lines: badRun.lines, failure: failureOf(badReport) },
    common: found.common,
    divergences: shown.map((place) => ({
      good: place.good.map((index) => ({ line: goodRun.hashes.lineAt(index), text: goodTexts(goodRun.hashes.lineAt(index)) })),
      bad: place.bad.map((index) => ({ line: badRun.hashes.lineAt(index), text: badTexts(badRun.hashes.lineAt(index)) })),
      goodCount: place.goodCount,
      badCount: place.badCount,
      failure: place.failure,
    })),
    places: found.list.length,
    ...(keys && { keys }),
    modules: facts.modules.slice(0, mostRows).map((row) => ({ module: row.module, good: [...row.good], bad: [...row.bad] })),
    tools: facts.tools.map((row) => ({ ...row })),
    settings: settings.slice(0, mostRows).map(({ name, a, b, meaning }) => ({ name, good: a, bad: b, because: env.meaning[meaning] })),
    missing: facts.missing.slice(0, mostRows).map((row) => ({ ...row })),
    notReached: facts.notReached,
    added: facts.added.slice(0, mostRows).map((row) => ({ ...row })),
  };
  const notes = [
    ...(good.name === bad.name ? [compare.sameFile] : []),
    ...(goodReport.verdict === 'module-failure' || goodReport.verdict === 'not-module' ? [compare.goodFails(good.name)] : []),
    ...keyNotes,
    ...(badReport.verdict === 'no-failure' && found.list.length > 0 && !keys ? [compare.badDoesNot(bad.name)] : []),
    ...[[good.name, goodRun.hashes.dropped()] as const, [bad.name, badRun.hashes.dropped()] as const].flatMap(([name, dropped]) =>
      dropped > 0 ? [compare.long(name, dropped)] : [],
    ),
  ];
  const report: CompareReport = {
    schemaVersion: 1,
    type: 'compare',
    tool: { name: 'modwhy', version },
    logs,
    dependencies: null,
    commits: null,
    notes,
    redactions: 0,
  };
  await printReport(report, compareSheet, { options, io, redactor, inputs: options.operands });
  return EXIT.done;
}

async function readRun({ open }: TwiceReadable, redactor: Redactor): Promise<Run> {
  const collector = collectRun();
  const secrets = createByteStream(redactor.learner());
  for await (const chunk of open()) {
    collector.push(chunk);
    secrets.push(chunk);
  }
  collector.end();
  secrets.end();
  return collector.run();
}

async function readTexts({ open }: TwiceReadable, lines: readonly number[]): Promise<(line: number) => string> {
  if (lines.length === 0) return () => '';
  const collector = collectTexts(new Set(lines));
  for await (const chunk of open()) collector.push(chunk);
  collector.end();
  return collector.textOf;
}

function failureOf(report: Report): Logs['bad']['failure'] {
  const [first] = mainIncident(report)?.hypotheses ?? [];
  if (!first || report.verdict === 'no-failure') return null;
  const line = first.evidence.find((row) => row.for)?.line ?? null;
  return { cause: first.cause, code: first.code, title: first.title, label: first.label, line };
}

/** The place that holds the line, or the last one before it. */
function placeOfFailure(list: readonly { readonly bad: readonly number[] }[], { hashes }: Run, line: number): number {
  return list.findLastIndex(({ bad }) => bad.length > 0 && hashes.lineAt(bad[0]!) <= line);
}
