import { compareMods, compareSums, type DependencyChange, modState, rankChanges, sumRows } from '../../compare/changes.ts';
import { parseEvidence } from '../../evidence/read.ts';
import { comparingTexts } from '../../i18n/comparing/texts.ts';
import type { CompareReport, ReportedChange } from '../../model/compare.ts';
import { type GitCommit, parseGitLog } from '../../parse/git-log.ts';
import { quotePosix } from '../../remedy/quote.ts';
import { compareSheet } from '../../report/compare-sheet.ts';
import { EXIT } from '../exit.ts';
import { explainBeside, subjectsOf } from '../failure-of.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { printReport } from '../tool-output.ts';
import { openTwice, type TwiceReadable } from '../twice.ts';
import { version } from '../version.ts';

interface Around {
  readonly options: Options;
  readonly io: Io;
}

const mostChanges = 60;
const mostCommits = 20;

/** Compares two go.mod or two go.sum; `--with LOG` says which module the failure is about. */
export async function compareFiles(a: TwiceReadable, b: TwiceReadable, { options, io }: Around): Promise<number> {
  const [before, after] = [parseEvidence(a.name, a.text!), parseEvidence(b.name, b.text!)];
  const changes =
    before.kind === 'go.mod' && after.kind === 'go.mod'
      ? compareMods(modState(before), modState(after))
      : before.kind === 'go.sum' && after.kind === 'go.sum'
        ? compareSums(sumRows(before), sumRows(after))
        : [];
  const log = (await openTwice(options.with, io))[0] ?? null;
  const subjects = log === null ? [] : subjectsOf(await explainBeside(log.name, log.open));
  const rows = concernsFirst(rankChanges(changes).map((change) => shown(change, subjects)));
  const { compare } = comparingTexts();
  const notes = [
    ...(a.name === b.name ? [compare.sameFile] : []),
    ...(log !== null && subjects.length === 0 ? [compare.noSubject] : []),
    ...pullNote(subjects),
  ];
  return print(
    { dependencies: { files: [a.name, b.name], subjects, changes: rows.slice(0, mostChanges), count: rows.length }, commits: null, notes },
    [a, b],
    { options, io },
  );
}

/** Reads `git log -p go.mod go.sum`: which change came before the failure. */
export async function compareHistory(history: TwiceReadable, log: TwiceReadable | null, { options, io }: Around): Promise<number> {
  const besides = log ?? (await openTwice(options.with, io))[0] ?? null;
  const subjects = besides === null ? [] : subjectsOf(await explainBeside(besides.name, besides.open));
  const all = parseGitLog(history.text!)
    .map((commit) => {
      const changes = concernsFirst(rankChanges(changesOf(commit)).map((change) => shown(change, subjects)));
      const { hash, date, subject, line } = commit;
      return { hash: hash.slice(0, 12), date, subject, line, concerns: changes.some((change) => change.concerns), changes };
    })
    .filter(({ changes }) => changes.length > 0);
  // What the failure is about must not be cut off by the others.
  const first = all.findIndex(({ concerns }) => concerns);
  const commits = all
    .filter((_, index) => index < mostCommits || index === first)
    .map((commit) => ({ ...commit, changes: commit.changes.slice(0, mostChanges) }));
  const notes = [...(besides !== null && subjects.length === 0 ? [comparingTexts().compare.noSubject] : []), ...pullNote(subjects)];
  return print(
    { dependencies: null, commits: { file: history.name, subjects, commits, count: all.length }, notes },
    [history, ...(besides ? [besides] : [])],
    { options, io },
  );
}

function changesOf({ files }: GitCommit): DependencyChange[] {
  const changes = files.flatMap(({ mod, sum }) => [
    ...(mod ? compareMods(modState(mod.before), modState(mod.after)) : []),
    // New lines of go.sum only follow from those of go.mod.
    ...(sum ? compareSums(sumRows(sum.before), sumRows(sum.after)).filter(({ kind }) => kind === 'hash-changed') : []),
  ]);
  return changes;
}

function shown(change: DependencyChange, subjects: readonly string[]): ReportedChange {
  const { module, kind, before, after } = change;
  const concerns = subjects.some((subject) => subject === module || subject.startsWith(`${module}/`));
  return { ...change, because: comparingTexts().compare.change_[kind](module, before, after), concerns };
}

function concernsFirst(changes: readonly ReportedChange[]): ReportedChange[] {
  return [...changes.filter(({ concerns }) => concerns), ...changes.filter(({ concerns }) => !concerns)];
}

function pullNote([subject]: readonly string[]): string[] {
  return subject === undefined ? [] : [comparingTexts().compare.pull(quotePosix(subject))];
}

async function print(
  part: Pick<CompareReport, 'dependencies' | 'commits' | 'notes'>,
  inputs: readonly TwiceReadable[],
  { options, io }: Around,
): Promise<number> {
  const report: CompareReport = {
    schemaVersion: 1,
    type: 'compare',
    tool: { name: 'modwhy', version },
    logs: null,
    ...part,
    redactions: 0,
  };
  await printReport(report, compareSheet, {
    options,
    io,
    texts: inputs.map(({ text }) => text ?? ''),
    inputs: [...options.operands, ...options.with],
  });
  return EXIT.done;
}
