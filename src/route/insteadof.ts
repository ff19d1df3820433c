import type { GitSetting } from './git-config.ts';

/** git asks `base` where a URL begins with `insteadOf`. */
export interface RewriteRule {
  readonly base: string;
  readonly insteadOf: string;
  /** Where it stands, such as `~/.gitconfig`. */
  readonly source: string;
}

/** The rules of a configuration that count for fetching: `pushInsteadOf` does not. */
export function rewriteRules(settings: readonly GitSetting[], source: string): RewriteRule[] {
  return settings
    .filter(({ section, subsection, name }) => section === 'url' && subsection !== null && name === 'insteadof')
    .map(({ subsection, value }) => ({ base: subsection!, insteadOf: value, source }));
}

/** The URL that git asks in place of this one, by the longest prefix; of two as long, the first. Source: git, remote.c, alias_url. */
export function rewriteUrl(url: string, rules: readonly RewriteRule[]): { readonly url: string; readonly rule: RewriteRule } | null {
  let best: RewriteRule | null = null;
  // git keeps the rules by their base, in the order in which the bases first came.
  const bases = [...new Set(rules.map(({ base }) => base))];
  for (const rule of bases.flatMap((base) => rules.filter((other) => other.base === base)))
    if (url.startsWith(rule.insteadOf) && (best === null || rule.insteadOf.length > best.insteadOf.length)) best = rule;
  return best && { url: best.base + url.slice(best.insteadOf.length), rule: best };
}

/** The host of a URL as git knows it, `git@host:path` too; null for a local path. */
export function gitHost(url: string): string | null {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[^\]/]*\]|[^/:]*)(?::(\d+))?/i.exec(url);
  if (scheme) return scheme[1] === '' ? null : scheme[1]! + (scheme[2] ? `:${scheme[2]}` : '');
  return /^(?:[^/@:\s]+@)?([^/@:\s]+):(?!\/\/)/.exec(url)?.[1] ?? null;
}
