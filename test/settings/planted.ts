/** A difference that was put between two machines, which also differ in all that two machines differ in. */
export interface Planted {
  readonly title: string;
  /** The variable that must stand first. */
  readonly first: string;
  /** What it must be said to explain. */
  readonly cause: string | null;
  readonly a?: Readonly<Record<string, string>>;
  readonly b: Readonly<Record<string, string>>;
  /** Lines of the go env file of B. */
  readonly file?: string;
  /** Where `go env` runs in B: a folder with a go.mod, with a go.work above it, or without both. */
  readonly folder?: 'module' | 'workspace' | 'nothing';
  readonly form?: 'json' | 'log';
}

export const planted: readonly Planted[] = [
  { title: 'modules are off', first: 'GO111MODULE', cause: 'env.go111module', b: { GO111MODULE: 'off' } },
  { title: 'no downloads', first: 'GOPROXY', cause: 'goproxy.off', b: { GOPROXY: 'off' } },
  { title: 'no proxy', first: 'GOPROXY', cause: 'auth.git-credentials-missing', b: { GOPROXY: 'direct' } },
  { title: 'another proxy', first: 'GOPROXY', cause: 'goproxy.auth-required', b: { GOPROXY: 'https://goproxy.corp.test' }, form: 'json' },
  { title: 'no way past the proxy', first: 'GOPROXY', cause: 'goproxy.not-found', b: { GOPROXY: 'https://proxy.golang.org' } },
  {
    title: 'the other separator',
    first: 'GOPROXY',
    cause: 'goproxy.fallback-separator',
    a: { GOPROXY: 'https://goproxy.corp.test|direct' },
    b: { GOPROXY: 'https://goproxy.corp.test,direct' },
  },
  {
    title: 'without credentials',
    first: 'GOPROXY',
    cause: 'goproxy.auth-required',
    a: { GOPROXY: 'https://bot:hunter2-and-more@goproxy.corp.test' },
    b: { GOPROXY: 'https://goproxy.corp.test' },
  },
  { title: 'from the vendor folder', first: 'GOFLAGS', cause: 'vendor.inconsistent', b: { GOFLAGS: '-mod=vendor' } },
  { title: 'go.mod may change', first: 'GOFLAGS', cause: 'gomod.updates-needed', b: { GOFLAGS: '-modcacherw -mod=mod' } },
  { title: 'build tags', first: 'GOFLAGS', cause: 'resolve.no-buildable-files', b: { GOFLAGS: '-tags=integration' } },
  { title: 'another go.mod', first: 'GOFLAGS', cause: 'checksum.missing-entry', b: { GOFLAGS: '-modfile=tools.mod' } },
  { title: 'no stamps', first: 'GOFLAGS', cause: 'vcs.stamping', a: { GOFLAGS: '-buildvcs=false' }, b: {} },
  {
    title: 'a private pattern in the file',
    first: 'GOPRIVATE',
    cause: 'auth.private-module-via-public-proxy',
    b: {},
    file: 'GOPRIVATE=git.corp.test\n',
  },
  {
    title: 'a private pattern less',
    first: 'GOPRIVATE',
    cause: 'auth.private-module-via-public-proxy',
    a: { GOPRIVATE: 'git.corp.test,*.example.com' },
    b: { GOPRIVATE: '*.example.com' },
    form: 'log',
  },
  {
    title: 'private modules through the proxy',
    first: 'GONOPROXY',
    cause: 'goproxy.not-found',
    a: { GOPRIVATE: 'git.corp.test' },
    b: { GOPRIVATE: 'git.corp.test', GONOPROXY: 'none' },
  },
  { title: 'no sums for some', first: 'GONOSUMDB', cause: 'checksum.sumdb-unreachable', a: { GONOSUMDB: 'corp.example.com' }, b: {} },
  { title: 'insecure hosts', first: 'GOINSECURE', cause: 'tls.unknown-authority', a: { GOINSECURE: 'git.corp.test' }, b: {} },
  { title: 'no checksum database', first: 'GOSUMDB', cause: 'checksum.sumdb-unreachable', a: { GOSUMDB: 'off' }, b: {} },
  { title: 'another checksum database', first: 'GOSUMDB', cause: 'checksum.sumdb-unreachable', b: { GOSUMDB: 'sum.golang.google.cn' } },
  { title: 'this Go only', first: 'GOTOOLCHAIN', cause: 'toolchain.go-too-old', a: { GOTOOLCHAIN: 'auto' }, b: { GOTOOLCHAIN: 'local' } },
  {
    title: 'no downloads of Go',
    first: 'GOTOOLCHAIN',
    cause: 'toolchain.unavailable',
    a: { GOTOOLCHAIN: 'auto' },
    b: { GOTOOLCHAIN: 'path' },
    form: 'log',
  },
  { title: 'no git', first: 'GOVCS', cause: 'vcs.govcs-disallowed', b: { GOVCS: '*:off' } },
  { title: 'no netrc', first: 'GOAUTH', cause: 'goproxy.auth-required', b: { GOAUTH: 'off' } },
  { title: 'the file is not read', first: 'GOENV', cause: 'env.config-override', b: { GOENV: 'off' } },
  { title: 'a workspace', first: 'GOWORK', cause: 'workspace.module-not-listed', b: {}, folder: 'workspace' },
  { title: 'the wrong folder', first: 'GOMOD', cause: 'gomod.not-found', b: {}, folder: 'nothing' },
  { title: 'another system', first: 'GOOS', cause: 'resolve.no-buildable-files', b: { GOOS: 'windows' } },
  { title: 'no cgo', first: 'CGO_ENABLED', cause: 'not-module.cgo-toolchain', a: { CGO_ENABLED: '1' }, b: { CGO_ENABLED: '0' } },
  { title: 'the cache elsewhere', first: 'GOMODCACHE', cause: 'env.permission', b: { GOMODCACHE: '/srv/modules' } },
  { title: 'temporary files elsewhere', first: 'GOTMPDIR', cause: 'env.disk-full', b: { GOTMPDIR: '/dev/shm' } },
  { title: 'an old resolver', first: 'GODEBUG', cause: 'network.dns-no-such-host', b: { GODEBUG: 'netdns=cgo' }, form: 'json' },
  { title: 'a flag that go refuses', first: 'GOFLAGS', cause: 'env.goflags-invalid', b: { GOFLAGS: 'mod=vendor' } },
];
