import { visiblePart } from './clear.ts';
import { isPlaceholder, isServiceUser } from './placeholder.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';
import type { RedactionRule, Span } from './rule.ts';
import { rules } from './rules.ts';
import { ruleWords } from './words.ts';

// Made when the first line comes: a start that prints help needs none of it.
let prefilter: Prefilter | null = null;

export interface Found {
  /** The line has a word that stands with secrets. */
  readonly suspicious: boolean;
  readonly spans: readonly Span[];
  /** Users with their passwords, for the forms in which they stand together. */
  readonly pairs: readonly (readonly [user: string, secret: string])[];
}

const nothing: Found = { suspicious: false, spans: [], pairs: [] };

/** The secrets of one line that its own words give away: in the order of the line, without overlaps. */
export function findSecrets(line: string): Found {
  prefilter ??= createPrefilter(rules, ruleWords());
  const some = prefilter.rulesFor(line);
  if (some === null) return nothing;
  const spans: Span[] = [];
  const pairs: (readonly [string, string])[] = [];
  for (const rule of some) apply(rule, line, spans, pairs);
  return { suspicious: true, spans: joined(spans), pairs };
}

const patterns = new Map<RedactionRule, RegExp>();

/** The pattern of a rule, made once. */
export function patternOf(rule: RedactionRule): RegExp {
  let pattern = patterns.get(rule);
  if (pattern === undefined) patterns.set(rule, (pattern = rule.pattern()));
  return pattern;
}

function apply(rule: RedactionRule, line: string, spans: Span[], pairs: (readonly [string, string])[]): void {
  const pattern = patternOf(rule);
  // `matchAll` would make a pattern of its own for each line.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match[0] === '') pattern.lastIndex++;
    const hit: Span[] = [];
    let user: string | null = null;
    let secret: string | null = null;
    for (const [group, range] of Object.entries(match.indices!.groups ?? {})) {
      if (!range) continue;
      const [start, end] = range;
      const value = visiblePart(line.slice(start, end));
      const kind = group.startsWith('user') ? 'user' : 'secret';
      if (kind === 'user') user = value;
      if (isPlaceholder(value) || rule.except?.test(value)) continue;
      if (kind === 'secret') secret = value;
      // A user without a password is mostly a token, unless it is a name that all users of a service share.
      if (!isServiceUser(value) || (kind === 'secret' && group !== 'lone')) hit.push({ start, end, kind });
    }
    // A user beside a password that is hidden already is what that reader chose to show.
    if (secret !== null) spans.push(...hit);
    if (user !== null && secret !== null) pairs.push([user, secret]);
  }
}

/** Spans that overlap become one; a secret within or over a user is a secret. */
export function joined(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) out.push(span);
    else if (span.end > last.end || (span.kind === 'secret' && last.kind === 'user'))
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind: 'secret' };
  }
  return out;
}
