import { fillSentence, type SentenceWords } from '../../catalog/template.ts';
import type { Finding } from '../../model/finding.ts';
import { type Candidate, confidences } from '../ledger.ts';
import { capturesOf } from '../subject.ts';
import { labelOf } from '../weights.ts';
import { answerFinding, commandOf, type Question, questionsOf } from './question.ts';

/** The causes of a problem when these answers are added to what is known about it. */
export type Ranking = (answers: readonly Finding[]) => readonly Candidate[];

export interface OpenQuestion extends Question {
  /** How far its answers lie apart, from 0 to 1. */
  readonly separation: number;
  /** For each outcome, which cause then leads, and how sure that is. */
  readonly leads: readonly (Leader | null)[];
}

interface Leader {
  readonly cause: string;
  readonly title: string;
  readonly label: ReturnType<typeof labelOf>;
}

/** Below this the leader is no answer yet. */
const sure = 0.7;
/** Log odds between the first two: closer than this, the log does not decide. */
const close = 2;
/** A share of belief that a reader could notice. */
const noticeable = 0.01;
/** A command with a hole in it is more work than one that can be copied. */
const incomplete = 0.5;

/** Whether the log leaves it open which of the causes it is. */
export function isOpen(candidates: readonly Candidate[]): boolean {
  const [first, second] = candidates;
  if (!first) return false;
  return confidences(candidates)[0]! < sure || (second !== undefined && first.score - second.score <= close);
}

/**
 * The questions that are worth asking now, the one that separates the causes best first: each answer changes something, and not all lead to the same.
 * One command is asked for once, and so is one fact.
 * @param asked commands that were put already
 */
export function openQuestions(
  rank: Ranking,
  given: readonly Finding[],
  known: readonly Finding[],
  asked: ReadonlySet<string>,
  words?: SentenceWords,
): OpenQuestion[] {
  const now = rank(given);
  if (!isOpen(now)) return [];
  const open: OpenQuestion[] = [];
  const before = sharesOf(now);
  for (const question of questionsOf(now, [...known, ...given], words)) {
    if (asked.has(commandOf(question))) continue;
    const after = question.outcomes.map((outcome) => rank([...given, answerFinding(question, outcome, given.length + 1)]));
    const shares = after.map(sharesOf);
    if (shares.some((share) => distance(share, before) < noticeable)) continue;
    const leads = after.map((candidates) => leaderOf(candidates, words));
    if (new Set(leads.map((leader) => JSON.stringify(leader))).size < 2) continue;
    open.push({ ...question, leads, separation: meanDistance(shares) * (question.complete ? 1 : incomplete) });
  }
  open.sort((a, b) => b.separation - a.separation || (a.id < b.id ? -1 : 1));
  return open.filter((question, index) => !open.slice(0, index).some((better) => asksTheSame(question, better)));
}

function asksTheSame(one: Question, other: Question): boolean {
  if (commandOf(one) === commandOf(other)) return true;
  return one.outcomes.some(({ shows }) => shows !== null && other.outcomes.some((outcome) => outcome.shows === shows));
}

function leaderOf(candidates: readonly Candidate[], words?: SentenceWords): Leader | null {
  const [first] = candidates;
  if (!first) return null;
  return {
    cause: first.cause.id,
    title: fillSentence(first.cause.title, capturesOf(first), words),
    label: labelOf(confidences(candidates)[0]!),
  };
}

function sharesOf(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const shares = confidences(candidates);
  return new Map(candidates.map(({ cause }, index) => [cause.id, shares[index]!]));
}

/** Belief that changes hands between two rankings; what no cause has is "unknown". */
function distance(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let moved = Math.abs(unknownShare(one) - unknownShare(other));
  for (const cause of new Set([...one.keys(), ...other.keys()])) moved += Math.abs((one.get(cause) ?? 0) - (other.get(cause) ?? 0));
  return moved / 2;
}

function unknownShare(shares: ReadonlyMap<string, number>): number {
  return 1 - [...shares.values()].reduce((sum, share) => sum + share, 0);
}

function meanDistance(shares: readonly ReadonlyMap<string, number>[]): number {
  let sum = 0;
  let pairs = 0;
  for (let one = 0; one < shares.length; one++) {
    for (let other = one + 1; other < shares.length; other++, pairs++) sum += distance(shares[one]!, shares[other]!);
  }
  return sum / pairs;
}
