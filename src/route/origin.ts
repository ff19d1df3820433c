import { type Vcs, type VcsDecision, vcsDecision } from './govcs.ts';
import { coveringPattern } from './prefix-patterns.ts';
import type { GoSettings } from './settings.ts';

/** How the go command finds a module's repository without a proxy. */
export interface Origin {
  /**
   * `repository` the path itself says where the repository is
   * `discovery`  the host is asked with `?go-get=1`, and names it
   */
  readonly kind: 'repository' | 'discovery';
  /** Import path of the repository's root; of a discovery, the module path itself. */
  readonly root: string;
  readonly host: string;
  /** First request: of git's URL, or of the discovery page. */
  readonly url: string;
  /** Known only where the path says it. */
  readonly vcs: Vcs | null;
  /** What GOVCS says of it; of a discovery, what it says of git. */
  readonly allowed: VcsDecision;
  /** Plain HTTP and unverified certificates are allowed. */
  readonly insecure: boolean;
}

interface KnownHost {
  readonly prefix: string;
  readonly root: RegExp;
  readonly vcs: Vcs;
  readonly noSuffix: boolean;
}

// Hosts whose paths say where the repository is. cmd/go/internal/vcs, vcsPaths.
const knownHosts: readonly KnownHost[] = [
  { prefix: 'github.com', root: /^github\.com\/[\w.-]+\/[\w.-]+(?=(?:\/[\w.-]+)*$)/, vcs: 'git', noSuffix: true },
  { prefix: 'bitbucket.org', root: /^bitbucket\.org\/[\w.-]+\/[\w.-]+(?=(?:\/[\w.-]+)*$)/, vcs: 'git', noSuffix: true },
  { prefix: 'hub.jazz.net/git', root: /^hub\.jazz\.net\/git\/[a-z0-9]+\/[\w.-]+(?=(?:\/[\w.-]+)*$)/, vcs: 'git', noSuffix: true },
  { prefix: 'git.apache.org', root: /^git\.apache\.org\/[a-z0-9_.-]+\.git(?=(?:\/[\w.-]+)*$)/, vcs: 'git', noSuffix: false },
  {
    prefix: 'git.openstack.org',
    root: /^git\.openstack\.org\/[\w.-]+\/[\w.-]+?(?=(?:\.git)?(?:\/[\w.-]+)*$)/,
    vcs: 'git',
    noSuffix: false,
  },
  { prefix: 'chiselapp.com', root: /^chiselapp\.com\/user\/[A-Za-z0-9]+\/repository\/[\w.-]+$/, vcs: 'fossil', noSuffix: false },
];
const withSuffix = /^((?:[a-z0-9.-]+\.)+[a-z0-9.-]+(?::[0-9]+)?(?:\/~?[\w.-]+)+?)\.(bzr|fossil|git|hg|svn)(?=(?:\/~?[\w.-]+)*$)/;
const suffixes = ['.bzr', '.fossil', '.git', '.hg', '.svn'];
const suffix = /\.(?:hg|git|svn|bzr|fossil)$/;

/**
 * Where a module's source is looked for when it is fetched directly.
 * @param minor of the Go version: GOINSECURE counts since 1.14, GOVCS since 1.16
 * @returns an error where the go command refuses the path without asking anyone
 */
export function originOf(module: string, settings: GoSettings, minor: number = Infinity): Origin | { readonly error: string } {
  const insecure = minor >= 14 && coveringPattern(settings.GOINSECURE, module) !== null;
  const decide = (root: string, vcs: Vcs): VcsDecision =>
    minor >= 16 ? vcsDecision(settings.GOVCS, settings.GOPRIVATE, root, vcs) : { allowed: true, rule: '' };
  const host = module.split('/')[0]!;
  const repository = (root: string, url: string, vcs: Vcs): Origin => ({
    kind: 'repository',
    root,
    host,
    url,
    vcs,
    allowed: decide(root, vcs),
    insecure,
  });
  for (const { prefix, root, vcs, noSuffix } of knownHosts) {
    if (module !== prefix && !module.startsWith(`${prefix}/`)) continue;
    const found = root.exec(module)?.[0];
    if (found === undefined) return { error: `invalid ${prefix} import path ${JSON.stringify(module)}` };
    if (noSuffix && suffix.test(found)) return { error: `invalid version control suffix in ${prefix}/ path` };
    return repository(found, `https://${found}`, vcs);
  }
  const named = suffixes.some((text) => module.includes(text)) ? withSuffix.exec(module) : null;
  // Which scheme works is tried in turn, https first; that is one request more.
  if (named) return repository(named[0], `https://${named[1]}`, named[2] as Vcs);
  if (!host.includes('.')) return { error: 'import path does not begin with hostname' };
  return {
    kind: 'discovery',
    root: module,
    host,
    url: `https://${module.includes('/') ? module : `${module}/`}?go-get=1`,
    vcs: null,
    allowed: decide(module, 'git'),
    insecure,
  };
}
