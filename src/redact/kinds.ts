import { patternOf } from './find.ts';
import { createPrefilter } from './prefilter.ts';
import type { RedactionRule } from './rule.ts';
import { assignmentRules } from './rules/assignment.ts';
import { commandRules } from './rules/command.ts';
import { headerRules } from './rules/header.ts';
import { keyRules } from './rules/key.ts';
import { queryRules } from './rules/query.ts';
import { tokenRules } from './rules/token.ts';
import { urlRules } from './rules/url.ts';

/** Where a secret stood, as a person would say it. */
export type SecretKind = 'key' | 'url' | 'query' | 'header' | 'setting' | 'command' | 'token';

// The first that finds a secret names it, as where it stands says more than what it looks like.
const kinds: readonly (readonly [SecretKind, readonly RedactionRule[]])[] = [
  ['key', keyRules],
  ['url', urlRules],
  ['query', queryRules],
  ['header', headerRules],
  ['setting', assignmentRules],
  ['command', commandRules],
  ['token', tokenRules],
];

/** How many different secrets stand in these lines, by where they stand. Users are not counted. */
export function secretKinds(lines: Iterable<string>): ReadonlyMap<SecretKind, number> {
  const all = kinds.flatMap(([, rules]) => rules);
  const kindOf = new Map(kinds.flatMap(([kind, rules]) => rules.map((rule) => [rule, kind] as const)));
  const prefilter = createPrefilter(all);
  const seen = new Map<string, SecretKind>();
  for (const line of lines) {
    for (const rule of prefilter.rulesFor(line) ?? []) {
      for (const { groups = {} } of line.matchAll(patternOf(rule))) {
        for (const [group, value] of Object.entries(groups)) {
          if (value === undefined || group.startsWith('user') || rule.except?.test(value) || seen.has(value)) continue;
          seen.set(value, kindOf.get(rule)!);
        }
      }
    }
  }
  const counts = new Map<SecretKind, number>();
  for (const kind of seen.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
