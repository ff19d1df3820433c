import type { Files } from './module-zip.ts';
import type { Scenario } from './scenario.ts';

/** Where a release does not give the answer that the scenario expects, and why that is right. */
export interface Difference {
  readonly scenario: string;
  /** From this minor version of Go 1 on, the answer is as expected. */
  readonly since: number;
  /** What older ones show: another cause, or that nothing fails. */
  readonly cause: string | 'succeeds';
  readonly because: string;
}

/** Scenarios that run with every release. None needs a network of its own, root, or another program than go and git. */
export const CORE = [
  'ambiguous-import',
  'cache-dir-modified',
  'cache-mod-empty',
  'cache-vcs-corrupt',
  'cache-zip-truncated',
  'env-go111module-off',
  'env-goroot-wrong',
  'folder-not-there',
  'go-mod-merge-conflict',
  'go-mod-syntax-error',
  'goflags-unknown-flag',
  'gomod-language-too-old',
  'gomod-updates-needed',
  'gomodcache-relative',
  'gopath-tilde',
  'gotoolchain-invalid',
  'import-cycle',
  'install-replaced-program',
  'internal-package',
  'major-suffix',
  'missing-go-sum-entry',
  'missing-require',
  'no-go-mod',
  'no-matching-versions',
  'not-in-std',
  'package-nowhere',
  'path-mismatch',
  'replace-dir-missing',
  'target-unknown',
  'toolchain-local-dependency-too-new',
  'toolchain-local-main-too-new',
  'unknown-flag',
  'vendor-inconsistent',
  'vendor-modified-file',
  'work-go-line-too-old',
  'work-missing-module-dir',
  'work-module-not-listed',
  'zip-case-collision',
] as const;

/** In order: the first that fits counts. */
export const DIFFERENCES: readonly Difference[] = [
  { scenario: 'cache-vcs-corrupt', since: 18, cause: 'vcs.unknown-revision', because: 'go does not show what git said' },
  { scenario: 'gomod-language-too-old', since: 22, cause: 'not-module.compile-error', because: 'range over an integer came with Go 1.22' },
  { scenario: 'gomodcache-relative', since: 18, cause: 'succeeds', because: 'go takes a relative GOMODCACHE' },
  { scenario: 'gotoolchain-invalid', since: 21, cause: 'succeeds', because: 'GOTOOLCHAIN came with Go 1.21' },
  { scenario: 'missing-go-sum-entry', since: 18, cause: 'checksum.missing-entry', because: 'the same, but go names no package' },
  { scenario: 'toolchain-local-dependency-too-new', since: 20, cause: 'succeeds', because: 'go lines of dependencies are not looked at' },
  {
    scenario: 'toolchain-local-dependency-too-new',
    since: 21,
    cause: 'toolchain.go-too-old',
    because: 'go names the package, not whose go line it is',
  },
  {
    scenario: 'toolchain-local-main-too-new',
    since: 21,
    cause: 'toolchain.directive-too-new',
    because: 'go cannot read a go line with three numbers',
  },
  { scenario: 'work-go-line-too-old', since: 21, cause: 'succeeds', because: 'go lines were first compared in Go 1.21' },
  { scenario: 'work-missing-module-dir', since: 18, cause: 'succeeds', because: 'workspaces came with Go 1.18' },
  { scenario: 'work-module-not-listed', since: 18, cause: 'succeeds', because: 'workspaces came with Go 1.18' },
];

/**
 * The scenario as somebody with an older Go would have it: the go lines of the project ask for no more than this release, which otherwise
 * would be the first thing to fail.
 */
export function withGoLine(scenario: Scenario, minor: number): Scenario {
  const lowered = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        /(?:^|\/)go\.(?:mod|work)$/.test(name) ? text.replace(/^go 1\.21$/m, `go 1.${Math.min(minor, 21)}`) : text,
      ]),
    );
  return { ...scenario, files: lowered(scenario.files) };
}
