import type { Evidence, Hypothesis, Incident, Remedy } from '../model/report.ts';
import { type Captures, fillSentence } from '../catalog/template.ts';
import type { Cause } from '../model/catalog.ts';
import { fingerprint } from './fingerprint.ts';
import { type Candidate, confidences, type Entry } from './ledger.ts';
import type { Problem } from './problem.ts';
import { capturesOf, subjectOf } from './subject.ts';
import { labelOf, priors } from './weights.ts';

export const maxEvidence = 20;
const maxHypotheses = 5;

export interface IncidentContext {
  readonly input: string;
  readonly goVersion: string | null;
  /** The remedies of a cause, filled in with what was captured. */
  planRemedies(cause: Cause, captures: Captures): Remedy[];
}

/** A problem as the report shows it. */
export function toIncident(problem: Problem, id: string, context: IncidentContext): Incident {
  const shares = confidences(problem.candidates);
  const hypotheses = problem.candidates
    .slice(0, maxHypotheses)
    .map((candidate, index) => toHypothesis(candidate, index, shares[index]!, problem.candidates, context));
  const top = problem.candidates[0]!;
  const subject = subjectOf(capturesOf(top));
  const named = (name: string) => new Set(problem.findings.flatMap((finding) => finding.captures[name]?.value ?? [])).size;
  const { command, exit } = problem.segment;
  return {
    id,
    fingerprint: fingerprint(top.cause.id, subject.module, subject.host),
    verdict: shares[0]! >= 0.35 ? problem.kind : 'unknown',
    terminal: problem.terminal,
    recovered: problem.recovered,
    command: command && { ...command, exitCode: typeof exit === 'number' ? exit : null, goVersion: context.goVersion },
    subject,
    blast: { modules: named('module'), hosts: named('host'), lines: problem.units.reduce((sum, unit) => sum + unit.lines.length, 0) },
    hypotheses,
  };
}

function toHypothesis(candidate: Candidate, index: number, confidence: number, rivals: readonly Candidate[], { input, planRemedies }: IncidentContext): Hypothesis {
  const { cause } = candidate;
  const captures = capturesOf(candidate);
  const rows = [...candidate.entries].sort((a, b) => b.weight - a.weight || a.finding.line.number - b.finding.line.number);
  return {
    rank: index + 1,
    cause: cause.id,
    code: cause.code,
    title: fillSentence(cause.title, captures),
    why: fillSentence(cause.why, captures),
    label: labelOf(confidence),
    confidence: round(confidence),
    score: round(candidate.score),
    prior: priors[cause.prior],
    observer: rows[0]!.finding.observer,
    transient: cause.transient,
    severity: cause.severity,
    evidence: rows
      .filter((row) => row.weight !== 0)
      .slice(0, maxEvidence)
      .map((row) => toEvidence(row, input)),
    contrast: index === 0 ? contrastOf(candidate, rivals) : [],
    remedies: planRemedies(cause, captures),
    probes: cause.probes.map((probe) => ({ argv: probe.argv.map((word) => fillSentence(word, captures)), if: [...probe.outcomes] })),
    discouraged: [...cause.discouraged],
    docs: cause.docs.map((doc) => doc.url),
  };
}

function toEvidence({ finding, weight }: Entry, input: string): Evidence {
  return {
    for: weight > 0,
    weight: round(weight),
    signal: finding.signal.id,
    source: { input, entry: null },
    line: finding.line.number,
    offset: finding.line.offset,
    text: finding.line.text.trim().slice(0, 400),
    says: null,
  };
}

const observers: Readonly<Record<string, string>> = { sumdb: 'the checksum database', proxy: 'the proxy', vcs: 'the remote repository' };

/** Why the rivals on other lines or in the same message do not lead. */
function contrastOf(top: Candidate, candidates: readonly Candidate[]): Hypothesis['contrast'] {
  const contrast: Hypothesis['contrast'] = [];
  for (const rival of candidates.slice(1)) {
    const row = rival.entries.find((entry) => entry.weight >= 0);
    const line = row?.finding.line.number ?? null;
    const hearsay = rival.entries.every((entry) => entry.finding.reduced === 'hearsay' || entry.weight < 0)
      ? row?.finding.observer
      : undefined;
    if (rival.explainedBy?.cause === top.cause && rival.explainedBy.because)
      contrast.push({ against: rival.cause.id, because: rival.explainedBy.because, line });
    else if (hearsay)
      contrast.push({ against: rival.cause.id, because: `it was seen by ${observers[hearsay] ?? hearsay}, not by this machine`, line });
    if (contrast.length === 4) break;
  }
  return contrast;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
