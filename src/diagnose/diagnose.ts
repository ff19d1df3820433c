import type { Evidence } from '../model/evidence.ts';
import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import type { Answer } from '../model/question.ts';
import type { Incident, Verdict } from '../model/report.ts';
import type { TreeNode } from '../model/tree.ts';
import { askedAgain } from './asked-again.ts';
import { contextIn } from './context.ts';
import type { About } from './facts/fact.ts';
import type { Traced } from './facts/trace.ts';
import { factsAbout, factsInLog, factsInTraces } from './facts.ts';
import { hostsOf } from './hosts.ts';
import { type IncidentContext, toIncident } from './incident.ts';
import { type CauseSource, rankCauses } from './ledger.ts';
import { mergeRepeated } from './merge.ts';
import { packagesOf } from './packages.ts';
import { findProblems, type Problem, type Said } from './problem.ts';
import { type Counted, createAnswerBook } from './questions/answers.ts';
import { openQuestions, type Ranking } from './questions/choose.ts';
import { decisionTree } from './questions/tree.ts';
import { rerunsIn } from './rerun.ts';
import { stoppedWaits } from './stopped-wait.ts';
import { capturesOf } from './subject.ts';
import { markTerminal } from './terminal.ts';
import { unknownIncident } from './unknown.ts';
import { visibleFailure } from './visible-failure.ts';

/** Of one problem; whoever answers one gets the next ones. */
const mostQuestions = 3;

export interface Diagnosis {
  readonly verdict: Verdict;
  readonly incidents: Incident[];
  /** First lines of all problems. */
  readonly errorLines: ReadonlySet<number>;
  /** Lines that show a failure which nothing explains. */
  readonly unexplained: readonly Line[];
  /** Answers that counted. */
  readonly answers: readonly Counted[];
  /** The decision tree of each terminal problem. */
  trees(): TreeNode[];
}

/** What an incident needs to know beside the findings. */
export type DiagnosisContext = Omit<IncidentContext, 'causes' | 'segments'>;

/** Findings in, incidents out: problems by segment, what is terminal, their order, and "unknown" where a failure has no explanation. */
export function diagnose(
  said: readonly Said[],
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  causes: CauseSource,
  shown: DiagnosisContext,
  files: readonly Evidence[],
  answers: readonly Answer[] = [],
  traced: Traced | null = null,
): Diagnosis {
  const context: IncidentContext = { ...shown, segments, causes };
  const supporting = contextIn(said);
  const book = createAnswerBook(answers, shown.texts.sentence);
  const factsOf = (problem: Problem) => {
    const about = subjectOfFacts(problem, shown.goVersion);
    const words = shown.texts.diagnosis.fact;
    const facts = [
      ...factsAbout(about, files, words),
      ...factsInLog(about, () => output[problem.segment.index]!, words),
      ...factsInTraces(about, traced, words),
    ];
    if (answers.length === 0) return facts;
    const found = [...problem.findings, ...supporting];
    return [...facts, ...book.about(rankCauses(found, causes, facts), [...found, ...facts])];
  };
  const rankingOf = ({ findings, facts }: Problem): Ranking => {
    const found = [...findings, ...supporting];
    return (more) => rankCauses(found, causes, [...facts, ...more]);
  };
  const knownOf = ({ findings, facts }: Problem) => [...findings, ...supporting, ...facts];
  const waitsIn = (one: Said) => stoppedWaits(one, output[one.segment.index]!, traced?.waits ?? [], shown.texts.trace);
  const found = said.flatMap((segment) => findProblems(segment, supporting, causes, factsOf, waitsIn));
  const ranAgain = rerunsIn(segments, output);
  markTerminal(found, segments, output, ranAgain);
  const problems = mergeRepeated(found, supporting, causes);
  problems.sort(byImportance(askedAgain(problems)));
  for (const problem of problems)
    if (problem.terminal)
      problem.questions = openQuestions(rankingOf(problem), [], knownOf(problem), book.asked(), shown.texts.sentence).slice(
        0,
        mostQuestions,
      );
  const failure = problems.some((problem) => problem.terminal)
    ? null
    : visibleFailure(segments, output, linesOf(problems.filter((problem) => problem.recovered)), ranAgain);
  const incidents = problems.map((problem, position) => toIncident(problem, `i${position + (failure ? 2 : 1)}`, context));
  if (failure) incidents.unshift(unknownIncident(failure, context));
  return {
    verdict: verdictOf(incidents.filter((incident) => incident.terminal)),
    incidents,
    errorLines: new Set(problems.map((problem) => problem.units[0]!.lines[0]!.number)),
    unexplained: failure?.lines ?? [],
    answers: book.counted(),
    trees: () =>
      problems
        .filter(({ terminal }) => terminal)
        .map((problem) => decisionTree(rankingOf(problem), knownOf(problem), book.asked(), shown.texts.sentence)),
  };
}

function subjectOfFacts(problem: Problem, goVersion: string | null): About {
  const captures = capturesOf(problem.candidates[0]!);
  const value = (name: string) => captures[name]?.value ?? null;
  const texts = problem.units.map((unit) => unit.text);
  return {
    module: value('module'),
    version: value('version'),
    package: value('package'),
    packages: packagesOf(problem.findings),
    hosts: hostsOf([value('host'), value('sumdb_host'), value('address')], texts),
    texts,
    goVersion,
    time: timeOf(problem),
  };
}

/** Only a clock that is the same everywhere can be compared with another file. */
function timeOf({ units }: Problem): number | null {
  const line = units[0]!.lines[0]!;
  return line.clock === 'utc' && line.time !== null ? line.time : null;
}

function linesOf(problems: readonly Problem[]): ReadonlySet<Line> {
  return new Set(problems.flatMap((problem) => problem.units.flatMap((unit) => unit.lines)));
}

/** A module failure if one terminal incident is one, else what the first one is. */
function verdictOf(terminal: readonly Incident[]): Verdict {
  if (terminal.some((incident) => incident.verdict === 'module-failure')) return 'module-failure';
  return terminal[0]?.verdict ?? 'no-failure';
}

/**
 * Terminal first, module failures before others, then the stronger, then the earlier one.
 * @param asked of which another problem says more; they stand behind all others
 */
function byImportance(asked: ReadonlySet<Problem>) {
  return (a: Problem, b: Problem): number =>
    Number(b.terminal) - Number(a.terminal) ||
    Number(b.kind === 'module-failure') - Number(a.kind === 'module-failure') ||
    Number(asked.has(a)) - Number(asked.has(b)) ||
    b.candidates[0]!.score - a.candidates[0]!.score ||
    a.units[0]!.lines[0]!.number - b.units[0]!.lines[0]!.number;
}
