/** What the go command has in effect, as `go env` would print it. Proxies for HTTP come from the environment only. */
export interface GoSettings {
  readonly GOPROXY: string;
  readonly GOPRIVATE: string;
  readonly GONOPROXY: string;
  readonly GONOSUMDB: string;
  readonly GOSUMDB: string;
  readonly GOINSECURE: string;
  readonly GOVCS: string;
  readonly GOFLAGS: string;
  readonly GOTOOLCHAIN: string;
  readonly GOAUTH: string;
  readonly GOWORK: string;
  readonly HTTP_PROXY: string;
  readonly HTTPS_PROXY: string;
  readonly NO_PROXY: string;
}

export type SettingName = keyof GoSettings;
export type SettingSource = 'environment' | 'go env file' | 'GOROOT/go.env' | 'default' | 'GOPRIVATE';

export interface SettingLayers {
  readonly environment?: Readonly<Record<string, string>>;
  /** What `go env -w` wrote; not read with GOENV=off. */
  readonly file?: Readonly<Record<string, string>>;
  /** The go.env file of the installation, since Go 1.21. */
  readonly installation?: Readonly<Record<string, string>>;
  /** Of the Go version, 21 for 1.21. @default a current one */
  readonly minor?: number;
}

export interface EffectiveSettings {
  readonly values: GoSettings;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
}

/** Every name, in the order in which they are shown. */
export const settingNames = (): readonly SettingName[] => Object.keys(defaults) as SettingName[];

// The go.env of a Go installation holds the first three since 1.21; before that they were built in. cmd/go/internal/cfg, go/env.
const defaults: GoSettings = {
  GOPROXY: 'https://proxy.golang.org,direct',
  GOSUMDB: 'sum.golang.org',
  GOTOOLCHAIN: 'auto',
  GOPRIVATE: '',
  GONOPROXY: '',
  GONOSUMDB: '',
  GOINSECURE: '',
  GOVCS: '',
  GOFLAGS: '',
  GOAUTH: 'netrc',
  GOWORK: '',
  HTTP_PROXY: '',
  HTTPS_PROXY: '',
  NO_PROXY: '',
};

// Read from the environment alone, in capital or small letters. golang.org/x/net/http/httpproxy, FromEnvironment.
export const fromEnvironmentOnly: ReadonlySet<string> = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']);
// `go env -w GOPROXY=` hides what the installation has: cfg.initEnvCache reads go.env only for names that the user's file does not have.
const inInstallation: ReadonlySet<string> = new Set(['GOPROXY', 'GOSUMDB', 'GOTOOLCHAIN']);
const followGoprivate: ReadonlySet<string> = new Set(['GONOPROXY', 'GONOSUMDB']);

/**
 * Which value is in effect, and where it comes from: the environment, then the go env file, then the installation, then what is built in.
 * A variable that is set to nothing counts as not set, but in the go env file it may hide the installation's. Source: cmd/go/internal/cfg, Getenv and EnvOrAndChanged.
 */
export function effectiveSettings({ environment = {}, file = {}, installation = {}, minor = Infinity }: SettingLayers): EffectiveSettings {
  const values: Record<string, string> = {};
  const sources: Record<string, SettingSource> = {};
  const set = (name: SettingName, value: string, source: SettingSource) => {
    values[name] = value;
    sources[name] = source;
  };
  const written = environment.GOENV === 'off' ? {} : file;
  for (const name of settingNames()) {
    const inEnvironment = environment[name] || (fromEnvironmentOnly.has(name) ? environment[name.toLowerCase()] : '');
    if (inEnvironment) set(name, inEnvironment, 'environment');
    else if (fromEnvironmentOnly.has(name)) set(name, '', 'default');
    else if (written[name]) set(name, written[name], 'go env file');
    else if (minor >= 21 && written[name] === '' && inInstallation.has(name)) set(name, '', 'go env file');
    else if (installation[name]) set(name, installation[name], 'GOROOT/go.env');
    else if (followGoprivate.has(name) && values.GOPRIVATE) set(name, values.GOPRIVATE, 'GOPRIVATE');
    else set(name, defaults[name], 'default');
  }
  return { values: values as unknown as GoSettings, sources: sources as Record<SettingName, SettingSource> };
}

/**
 * The settings that `go env` printed, which knows neither HTTP_PROXY nor NO_PROXY.
 * GONOPROXY and GONOSUMDB are printed with the value of GOPRIVATE where they have none.
 */
export function settingsOfGoEnv(printed: Readonly<Record<string, string>>): GoSettings {
  return effectiveSettings({ environment: { ...printed, GOENV: '' } }).values;
}
