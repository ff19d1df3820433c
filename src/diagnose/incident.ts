import { type Captures, fillSentence, fillWord } from '../catalog/template.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Cause } from '../model/catalog.ts';
import type { Finding, Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import type { Evidence, Hypothesis, Incident, Place, Question, Remedy, ReportPlaybook } from '../model/report.ts';
import type { IncidentRoute } from '../model/route.ts';
import { contrastOf } from './contrast.ts';
import { domainOf, unknownDomain } from './domain.ts';
import { fingerprint } from './fingerprint.ts';
import { type Gone, mayHideMore, mostWhenGone, restsOnBeginning } from './gone.ts';
import { type Candidate, type CauseSource, confidences, type Entry } from './ledger.ts';
import { limitOf } from './limits.ts';
import { packageCaptures, packagesOf } from './packages.ts';
import type { Problem } from './problem.ts';
import type { OpenQuestion } from './questions/choose.ts';
import { capturesOf, subjectOf } from './subject.ts';
import { printedByTests } from './test-quote.ts';
import { labelOf, maxEvidence, priors } from './weights.ts';

const leastShare = 0.01;
const maxHypotheses = 5;

export interface IncidentContext {
  readonly texts: Texts;
  readonly input: string;
  readonly goVersion: string | null;
  readonly causes: CauseSource;
  readonly segments: readonly Segment[];
  /** Places where a part of the log is missing. */
  readonly gone: readonly Gone[];
  /** The first line, where its own beginning or what belongs before it is missing. */
  readonly beginning: Line | null;
  /** The remedies of a cause that fit the findings of its problem, filled in with what was captured. */
  planRemedies(cause: Cause, captures: Captures, findings: readonly Finding[]): Remedy[];
  /** The route of a module, where the settings were seen. */
  routeOf(module: string | null, version: string | null): IncidentRoute | null;
  /** The playbook of a cause with the step that is due. `shown`: ids of causes, signals and facts that say what was done. */
  planPlaybook(cause: Cause, captures: Captures, shown: ReadonlySet<string>): ReportPlaybook | null;
  /** The place of a command, by lines that it printed and the number of the line that echoes it. */
  placeOf(lines: readonly Line[], echo: number | null): Place;
}

/** A problem as the report shows it. */
export function toIncident(problem: Problem, id: string, context: IncidentContext): Incident {
  const unsure =
    mayHideMore(problem, context.gone, context.segments) ||
    restsOnBeginning(problem, context.beginning) ||
    (problem.kind === 'module-failure' && printedByTests(problem.units));
  const shares = mostWhenGone(confidences(problem.candidates), unsure);
  const hypotheses = problem.candidates
    .slice(0, maxHypotheses)
    // Behind the first one, what next to nothing speaks for would only be in the way.
    .filter((_, index) => index === 0 || shares[index]! >= leastShare)
    .map((candidate, index) => toHypothesis(candidate, index, shares[index]!, problem, context));
  const top = problem.candidates[0]!;
  const subject = subjectOf(capturesOf(top));
  const named = (name: string) => new Set(problem.findings.flatMap((finding) => finding.captures[name]?.value ?? [])).size;
  const { command, exit } = problem.segment;
  const verdict = shares[0]! >= 0.35 ? problem.kind : 'unknown';
  const sure = shares[0]! >= 0.7;
  const playbook = sure ? context.planPlaybook(top.cause, capturesOf(top), shownBy(problem, context.segments)) : null;
  return {
    id,
    fingerprint: fingerprint(top.cause.id, subject.module, subject.host),
    verdict,
    terminal: problem.terminal,
    recovered: problem.recovered,
    command: command && { ...command, exitCode: typeof exit === 'number' ? exit : null, goVersion: context.goVersion },
    subject,
    domain: verdict === 'unknown' ? unknownDomain(context.texts.diagnosis.domain) : domainOf(top, context.texts.diagnosis.domain),
    route: context.routeOf(subject.module, subject.version),
    place: context.placeOf(
      problem.units.flatMap((unit) => unit.lines),
      command?.line ?? null,
    ),
    blast: { modules: named('module'), hosts: named('host'), lines: problem.units.reduce((sum, unit) => sum + unit.lines.length, 0) },
    hypotheses,
    ...(playbook && { playbook }),
    ...(problem.questions.length > 0 && { questions: problem.questions.map(toQuestion) }),
  };
}

function toQuestion({ id, argv, outcomes, leads }: OpenQuestion): Question {
  const rows = outcomes.map((outcome, index) => ({
    id: outcome.id!,
    outcome: outcome.outcome,
    then: outcome.then,
    leads: leads[index]!,
  }));
  return { id, argv: [...argv], outcomes: rows };
}

/** Its cause and everything that was seen of it, and `repeated` when the same command failed so more than once. */
function shownBy({ candidates: [top], findings, facts, units }: Problem, segments: readonly Segment[]): Set<string> {
  const entries = top!.entries.filter(({ weight }) => weight !== 0).map(({ finding }) => finding);
  const shown = new Set([...findings, ...facts, ...entries].map(({ signal }) => signal.id)).add(top!.cause.id);
  const runs = new Set(units.map((unit) => unit.segment));
  const commands = [...runs].flatMap((index) => segments[index]?.command?.text ?? []);
  return new Set(commands).size < commands.length ? shown.add('repeated') : shown;
}

function toHypothesis(
  candidate: Candidate,
  index: number,
  confidence: number,
  { candidates: rivals, findings, hearsay, facts, segment }: Problem,
  { input, planRemedies, causes, texts }: IncidentContext,
): Hypothesis {
  const { cause } = candidate;
  const packages = packagesOf(candidate.entries.filter(({ weight }) => weight > 0).map(({ finding }) => finding));
  const command = segment.command && { failed_command: { type: 'text', value: segment.command.text } as const };
  const captures = { ...capturesOf(candidate), ...packageCaptures(packages), ...command };
  const rows = [...candidate.entries].sort((a, b) => b.weight - a.weight || a.finding.line.number - b.finding.line.number);
  const strongest = rows[0]!.finding.signal.id;
  const words = cause.variants.find(({ signals }) => signals.includes(strongest)) ?? cause;
  return {
    rank: index + 1,
    cause: cause.id,
    code: cause.code,
    title: fillSentence(words.title, captures, texts.sentence),
    why: fillSentence(words.why, captures, texts.sentence),
    label: labelOf(confidence),
    confidence: round(confidence),
    score: round(candidate.score),
    prior: priors[cause.prior],
    observer: (rows.find(({ finding }) => finding.signal.role === 'error') ?? rows[0]!).finding.observer,
    transient: cause.transient,
    severity: cause.severity,
    evidence: rows
      .filter((row) => row.weight !== 0)
      .slice(0, maxEvidence)
      .map((row) => toEvidence(row, input, texts)),
    contrast: index === 0 ? contrastOf(candidate, rivals, hearsay, causes, texts.diagnosis.contrast) : [],
    remedies: planRemedies(cause, captures, [...findings, ...facts]),
    probes: cause.probes.map((probe) => ({
      argv: probe.argv.map((word) => fillWord(word, captures, texts.sentence).text),
      if: probe.outcomes.map(({ outcome, then }) => ({ outcome, then })),
    })),
    discouraged: [...cause.discouraged],
    docs: cause.docs.map((doc) => doc.url),
  };
}

function toEvidence({ finding, weight }: Entry, input: string, texts: Texts): Evidence {
  const limit = finding.says === undefined ? limitOf(finding) : null;
  return {
    for: weight > 0,
    weight: round(weight),
    signal: finding.signal.id,
    source: finding.answer
      ? { input: finding.file!, entry: null, answered: true }
      : finding.file
        ? { input: finding.file, entry: null }
        : { input, ...entryOf(finding) },
    line: finding.line.number,
    offset: finding.line.offset,
    text: wordsOf(finding),
    says: finding.says ?? (limit && texts.diagnosis.limit[limit]),
  };
}

function entryOf({ line }: Finding): { entry: string | null; entryLine?: number } {
  return line.entry ? { entry: line.entry.name, entryLine: line.number - line.entry.firstLine + 1 } : { entry: null };
}

/**
 * The words that matched and the rest of their statement, on their first line; the whole line when the words are too few to be found by eye, or the log has
 * them in another language. A pattern stops where it has seen enough, which may be inside a word.
 */
function wordsOf({ unit, start, end, line }: Finding): string {
  const matched = unit.text.slice(start, end).split('\n', 1)[0]!;
  const words = matched.trim();
  if (words.length < SHORTEST_FOUND || !line.text.includes(words)) return line.text.trim().slice(0, LONGEST_SHOWN);
  const rest = unit.text.slice(start + matched.length).split('\n', 1)[0]!;
  const more = rest.length <= LONGEST_REST ? rest : /^\S*/.exec(rest)![0];
  return (line.text.includes(words + more) ? words + more : words).trim().slice(0, LONGEST_SHOWN);
}

const SHORTEST_FOUND = 24;
const LONGEST_SHOWN = 400;
const LONGEST_REST = 120;

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
