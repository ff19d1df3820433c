/** What a difference of one setting means, how much it can do, and which causes it would explain. */
export interface Meaning {
  /** 100 to 0. Below 20 it is expected between two machines and explains nothing. */
  readonly weight: number;
  readonly causes: readonly string[];
}

export const expectedBelow = 20;

// Sentences are in i18n/comparing. Weights only rank: a setting that decides about every module stands above one that decides about some.
export const meanings = {
  'modules-off': { weight: 100, causes: ['env.go111module'] },
  'proxy-off': { weight: 98, causes: ['goproxy.off'] },
  'proxy-invalid': { weight: 97, causes: ['goproxy.invalid-config'] },
  'flags-invalid': { weight: 96, causes: ['env.goflags-invalid'] },
  'folder-invalid': { weight: 95, causes: ['env.path-variable-invalid', 'env.home-missing'] },
  'no-module': { weight: 94, causes: ['gomod.not-found'] },
  'flags-mod': {
    weight: 92,
    causes: ['vendor.inconsistent', 'vendor.query-disabled', 'gomod.updates-needed', 'checksum.missing-entry', 'workspace.mod-flag'],
  },
  'proxy-direct': {
    weight: 91,
    causes: ['network.connect-timeout', 'network.dns-no-such-host', 'auth.git-credentials-missing', 'vcs.git-missing'],
  },
  'proxy-other': {
    weight: 89,
    causes: ['goproxy.not-found', 'goproxy.auth-required', 'goproxy.forbidden', 'network.connect-refused', 'network.dns-no-such-host'],
  },
  'private-patterns': {
    weight: 88,
    causes: ['auth.private-module-via-public-proxy', 'checksum.sumdb-unreachable', 'auth.goprivate-too-broad'],
  },
  'noproxy-patterns': { weight: 87, causes: ['auth.private-module-via-public-proxy', 'goproxy.not-found', 'auth.git-credentials-missing'] },
  'proxy-fewer': { weight: 86, causes: ['goproxy.not-found', 'goproxy.fallback-separator', 'network.connect-timeout'] },
  'proxy-credentials': { weight: 86, causes: ['goproxy.auth-required', 'goproxy.forbidden'] },
  'toolchain-local': { weight: 85, causes: ['toolchain.go-too-old', 'toolchain.dependency-requires-newer'] },
  'toolchain-named': { weight: 84, causes: ['toolchain.unavailable', 'toolchain.go-too-old', 'toolchain.invalid-name'] },
  'go-older': {
    weight: 83,
    causes: ['toolchain.go-too-old', 'toolchain.dependency-requires-newer', 'toolchain.directive-too-new', 'not-module.compile-error'],
  },
  'http-proxy': {
    weight: 82,
    causes: ['network.http-proxy-unreachable', 'network.http-proxy-auth', 'network.http-proxy-denied', 'network.connect-timeout'],
  },
  'nosumdb-patterns': { weight: 81, causes: ['checksum.sumdb-unreachable', 'checksum.sumdb-mismatch'] },
  'sumdb-off': { weight: 80, causes: ['checksum.sumdb-unreachable', 'checksum.sumdb-mismatch', 'toolchain.sumdb-disabled'] },
  'sumdb-other': { weight: 79, causes: ['checksum.sumdb-unreachable', 'checksum.sumdb-invalid-config'] },
  'goroot-mixed': { weight: 78, causes: ['env.goroot-invalid', 'toolchain.install-broken'] },
  'vcs-rules': { weight: 77, causes: ['vcs.govcs-disallowed'] },
  'auth-commands': { weight: 76, causes: ['auth.goauth-misconfigured', 'goproxy.auth-required', 'auth.git-credentials-missing'] },
  'flags-modfile': { weight: 75, causes: ['gomod.updates-needed', 'checksum.missing-entry', 'gomod.not-found'] },
  workspace: {
    weight: 74,
    causes: ['workspace.module-not-listed', 'workspace.mod-flag', 'workspace.missing-module-dir', 'workspace.go-version-too-old'],
  },
  'insecure-patterns': { weight: 73, causes: ['tls.unknown-authority', 'tls.not-tls', 'vcs.insecure-protocol'] },
  'proxy-order': { weight: 71, causes: ['goproxy.not-found', 'goproxy.forbidden'] },
  'proxy-separator': { weight: 70, causes: ['goproxy.fallback-separator', 'goproxy.server-error'] },
  'no-proxy': { weight: 68, causes: ['network.http-proxy-denied', 'network.http-proxy-unreachable', 'network.connect-timeout'] },
  target: { weight: 66, causes: ['resolve.no-buildable-files', 'env.target-invalid', 'not-module.cgo-toolchain'] },
  'go-older-switches': { weight: 65, causes: ['toolchain.unavailable', 'toolchain.go-too-old'] },
  'flags-tags': { weight: 64, causes: ['resolve.no-buildable-files', 'resolve.missing-require', 'not-module.compile-error'] },
  'modules-auto': { weight: 62, causes: ['env.go111module', 'gomod.not-found'] },
  'flags-buildvcs': { weight: 60, causes: ['vcs.stamping', 'vcs.dubious-ownership'] },
  cgo: { weight: 58, causes: ['not-module.cgo-toolchain', 'resolve.no-buildable-files'] },
  godebug: { weight: 56, causes: ['env.godebug-invalid', 'tls.protocol-version', 'network.dns-no-such-host'] },
  'env-file-off': { weight: 54, causes: ['env.config-override'] },
  'cache-moved': { weight: 50, causes: ['env.permission', 'env.readonly', 'env.disk-full', 'cache.ci-restore-conflict'] },
  'temporary-folder': { weight: 49, causes: ['env.permission', 'env.disk-full', 'env.file-is-directory'] },
  'cache-program': { weight: 47, causes: ['env.io-error'] },
  experiment: { weight: 44, causes: ['not-module.compile-error'] },
  compiler: { weight: 42, causes: ['not-module.cgo-toolchain'] },
  'flags-other': { weight: 40, causes: ['env.goflags-invalid'] },
  'go-patch': { weight: 36, causes: ['toolchain.go-too-old', 'toolchain.directive-too-new'] },
  'other-system': { weight: 34, causes: ['resolve.no-buildable-files', 'not-module.cgo-toolchain'] },
  'level-of-processor': { weight: 30, causes: ['not-module.runtime-error'] },
  'install-folder': { weight: 28, causes: ['command.no-install-location'] },
  'go-newer-value': { weight: 24, causes: [] },
  other: { weight: 22, causes: [] },
  'follows-private': { weight: 12, causes: [] },
  'same-meaning': { weight: 10, causes: [] },
  'follows-version': { weight: 8, causes: [] },
  'not-known-there': { weight: 8, causes: [] },
  'own-folder': { weight: 6, causes: [] },
  'each-run': { weight: 4, causes: [] },
  'follows-system': { weight: 4, causes: [] },
  harmless: { weight: 2, causes: [] },
} as const satisfies Readonly<Record<string, Meaning>>;

export type MeaningId = keyof typeof meanings;
