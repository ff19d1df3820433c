/** What is known of a variable of the go command. */
export interface Variable {
  readonly name: string;
  /** Minor of the first Go 1 release that knows it; left out for those that are older than 1.13. */
  readonly since?: number;
  /**
   * `setting`: by the environment, the go env file and GOROOT/go.env. `environment`: by the environment alone.
   * `found`: go finds it out, from the folder or from itself, and nobody sets it.
   */
  readonly from: 'setting' | 'environment' | 'found';
}

// internal/cfg, KnownEnv; cmd/go/internal/envcmd, MkEnv and ExtraEnvVars; the release notes for the versions.
const settings: readonly (readonly [string, number?])[] = [
  ['GO111MODULE'],
  ['GOARCH'],
  ['GOAUTH', 24],
  ['GOBIN'],
  ['GOCACHE'],
  ['GOCACHEPROG', 21],
  ['GOEXPERIMENT', 17],
  ['GOFIPS140', 24],
  ['GOFLAGS'],
  ['GOINSECURE', 14],
  ['GOMODCACHE', 15],
  ['GONOPROXY', 13],
  ['GONOSUMDB', 13],
  ['GOOS'],
  ['GOPATH'],
  ['GOPRIVATE', 13],
  ['GOPROXY'],
  ['GOROOT'],
  ['GOSUMDB', 13],
  ['GOTMPDIR'],
  ['GOTOOLCHAIN', 21],
  ['GOVCS', 16],
  ['GOWORK', 18],
  ['GO386'],
  ['GOAMD64', 18],
  ['GOARM'],
  ['GOARM64', 23],
  ['GOMIPS'],
  ['GOMIPS64'],
  ['GOPPC64'],
  ['GORISCV64', 23],
  ['GOWASM'],
  ['GCCGO'],
  ['AR'],
  ['CC'],
  ['CXX'],
  ['FC'],
  ['PKG_CONFIG'],
  ['CGO_ENABLED'],
  ['CGO_CFLAGS'],
  ['CGO_CPPFLAGS'],
  ['CGO_CXXFLAGS'],
  ['CGO_FFLAGS'],
  ['CGO_LDFLAGS'],
  ['GO_EXTLINK_ENABLED'],
];
const environmentOnly: readonly (readonly [string, number?])[] = [
  ['GODEBUG'],
  ['GOENV', 13],
  ['HTTP_PROXY'],
  ['HTTPS_PROXY'],
  ['NO_PROXY'],
];
const found: readonly (readonly [string, number?])[] = [
  ['GOMOD'],
  ['GOVERSION', 16],
  ['GOTOOLDIR'],
  ['GOEXE'],
  ['GOHOSTARCH'],
  ['GOHOSTOS'],
  ['GOGCCFLAGS'],
  ['GOTELEMETRY', 23],
  ['GOTELEMETRYDIR', 23],
];

const rows = (list: readonly (readonly [string, number?])[], from: Variable['from']) =>
  list.map(([name, since]): Variable => ({ name, from, ...(since !== undefined && { since }) }));

/** Every variable, by its name. */
export const variables: ReadonlyMap<string, Variable> = new Map(
  [...rows(settings, 'setting'), ...rows(environmentOnly, 'environment'), ...rows(found, 'found')].map((row) => [row.name, row]),
);

/** The minor of a version such as `go1.21.5`; null where it is not known. */
export function minorOf(version: string | null | undefined): number | null {
  const minor = /^(?:go)?1\.(\d{1,3})/.exec(version ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}

/** Whether a Go of this minor knows the variable; a Go that is not known knows all. */
export function isKnownTo(name: string, minor: number | null): boolean {
  return minor === null || (variables.get(name)?.since ?? 0) <= minor;
}

/** Whether a Go of this minor reads the file of `go env -w`, which came with Go 1.13. */
export function readsEnvFile(minor: number | null): boolean {
  return minor === null || minor >= 13;
}
