import type { Cause, Pack, WeightWord } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { priors, unknownScore, weights } from './weights.ts';

/** One row of a hypothesis's ledger: a finding and what it is worth for this cause. */
export interface Entry {
  readonly finding: Finding;
  readonly word: WeightWord;
  readonly weight: number;
}

/** A cause with everything that speaks for and against it. */
export interface Candidate {
  readonly cause: Cause;
  readonly entries: readonly Entry[];
  /** Log odds before other causes explain it away. */
  readonly support: number;
  /** Log odds after. */
  score: number;
  explainedBy: { readonly cause: Cause; readonly because: string | null } | null;
}

/** Gives the causes that signals speak for. */
export type CauseSource = Pick<Pack, 'cause'>;

/**
 * All causes that a set of findings speaks for, best first; ties by the earlier line, then by id.
 * @param facts what files beside the log show: they count for causes that the log speaks for, and bring no others
 */
export function rankCauses(findings: readonly Finding[], causes: CauseSource, facts: readonly Finding[] = []): Candidate[] {
  const entries = new Map<Cause, Entry[]>();
  for (const finding of findings) {
    for (const [position, word] of finding.signal.speaks) {
      const cause = causes.cause(position);
      const share = word === 'decisive' && finding.reduced === 'outer' ? 1 : finding.share;
      const entry = { finding, word, weight: weights[word] * share };
      const list = entries.get(cause);
      if (list) list.push(entry);
      else entries.set(cause, [entry]);
    }
  }
  const candidates: Candidate[] = [];
  const refuted: Candidate[] = [];
  for (const [cause, list] of entries) {
    // What only supports cannot stand alone: a setting in `go env` is no failure.
    if (!list.some(({ finding, weight }) => weight > 0 && finding.signal.role === 'error')) continue;
    for (const finding of facts) {
      const word = finding.answer?.means[cause.id] ?? cause.signals[finding.signal.id];
      if (word) list.push({ finding, word, weight: weights[word] });
    }
    const support = add(list);
    const candidate = { cause, entries: list, support, score: priors[cause.prior] + support, explainedBy: null };
    if (support > 0) candidates.push(candidate);
    else if (add(list.filter(({ finding }) => finding.signal.role === 'error' && !facts.includes(finding))) > 0) refuted.push(candidate);
  }
  // A failure stays a failure when what is known beside the log, or said elsewhere in it, speaks against everything that its messages say.
  if (candidates.length === 0) candidates.push(...refuted);
  explainAway(candidates);
  return candidates.sort(
    (a, b) =>
      b.score - a.score || a.entries[0]!.finding.line.number - b.entries[0]!.finding.line.number || (a.cause.id < b.cause.id ? -1 : 1),
  );
}

/** The strongest row of each signal counts; further signals count half, a quarter…; in all no more than one and a half times the strongest. */
function add(entries: readonly Entry[]): number {
  const best = new Map<string, number>();
  let against = 0;
  for (const { finding, weight } of entries) {
    if (weight < 0) against = Math.min(against, weight);
    else best.set(finding.signal.id, Math.max(best.get(finding.signal.id) ?? 0, weight));
  }
  const sorted = [...best.values()].sort((a, b) => b - a);
  const sum = sorted.reduce((total, weight, position) => total + weight / 2 ** position, 0);
  return Math.min(sum, 1.5 * (sorted[0] ?? 0)) + against;
}

/** A symptom keeps only what its cause leaves unexplained. One pass over the links, strongest cause first. */
function explainAway(candidates: Candidate[]): void {
  const ordered = [...candidates].sort((a, b) => b.score - a.score || (a.cause.id < b.cause.id ? -1 : 1));
  for (const candidate of ordered) {
    if (candidate.explainedBy) continue;
    for (const link of candidate.cause.links) {
      if (link.type === 'masks') continue;
      for (const symptom of ordered) {
        if (symptom === candidate || symptom.explainedBy || !targets(link.target, symptom.cause.id)) continue;
        if (link.observer && !symptom.entries.some(({ finding }) => finding.observer === link.observer)) continue;
        const certainty = 1 / (1 + Math.exp(unknownScore - candidate.score));
        symptom.score = priors[symptom.cause.prior] + symptom.support * (1 - (link.type === 'excludes' ? 1 : 0.9) * certainty);
        symptom.explainedBy = { cause: candidate.cause, because: link.because };
      }
    }
  }
}

function targets(target: string, id: string): boolean {
  return target.endsWith('.*') ? id.startsWith(target.slice(0, -1)) : target === id;
}

/** Shares of belief among the candidates and "unknown", which has a fixed score. */
export function confidences(candidates: readonly Candidate[]): number[] {
  const highest = Math.max(unknownScore, ...candidates.map((candidate) => candidate.score));
  const parts = candidates.map((candidate) => Math.exp(candidate.score - highest));
  const all = parts.reduce((sum, part) => sum + part, Math.exp(unknownScore - highest));
  return parts.map((part) => part / all);
}
