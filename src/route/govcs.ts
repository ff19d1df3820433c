import { coveringPattern } from './prefix-patterns.ts';

export type Vcs = 'git' | 'hg' | 'svn' | 'bzr' | 'fossil' | 'mod';
export type VcsDecision = { readonly allowed: boolean; readonly rule: string } | { readonly error: string };

const defaultRules = 'private:all,public:git|hg';

/**
 * Whether GOVCS lets the go command run a version control tool for a repository root. The first rule that matches decides.
 * Source: cmd/go/internal/vcs, parseGOVCS and checkGOVCS; since Go 1.16.
 */
export function vcsDecision(govcs: string, goprivate: string, root: string, vcs: Vcs): VcsDecision {
  // A module that is fetched by the proxy protocol from its own host needs no tool.
  if (vcs === 'mod') return { allowed: true, rule: 'mod' };
  const seen = new Map<string, string>();
  const isPrivate = coveringPattern(goprivate, root) !== null;
  let decision: VcsDecision | null = null;
  const trimmed = govcs.trim();
  for (const raw of (trimmed === '' ? defaultRules : `${trimmed},${defaultRules}`).split(',')) {
    const item = raw.trim();
    const own = seen.size < (trimmed === '' ? 0 : trimmed.split(',').length);
    if (item === '') return { error: 'empty entry in GOVCS' };
    const colon = item.indexOf(':');
    if (colon < 0) return { error: `malformed entry in GOVCS (missing colon): ${JSON.stringify(item)}` };
    const pattern = item.slice(0, colon).trim();
    const list = item.slice(colon + 1).trim();
    if (pattern === '') return { error: `empty pattern in GOVCS: ${JSON.stringify(item)}` };
    if (list === '') return { error: `empty VCS list in GOVCS: ${JSON.stringify(item)}` };
    if (/^\.\.?(?:\/|$)/.test(pattern)) return { error: `relative pattern not allowed in GOVCS: ${JSON.stringify(pattern)}` };
    const before = seen.get(pattern);
    if (own && before !== undefined)
      return { error: `unreachable pattern in GOVCS: ${JSON.stringify(item)} after ${JSON.stringify(before)}` };
    if (own) seen.set(pattern, item);
    const names = list.split('|').map((name) => name.trim());
    if (names.includes('')) return { error: `empty VCS name in GOVCS: ${JSON.stringify(item)}` };
    const matches = pattern === 'private' ? isPrivate : pattern === 'public' ? !isPrivate : coveringPattern(pattern, root) !== null;
    if (matches) decision ??= { allowed: names.includes(vcs) || names.includes('all'), rule: item };
  }
  return decision ?? { allowed: false, rule: '' };
}
