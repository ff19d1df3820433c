import { coveringPattern } from './prefix-patterns.ts';
import type { GoSettings } from './settings.ts';

/** Whether and where the checksum database is asked about a module that go.sum does not list yet. */
export interface SumdbUse {
  readonly asked: boolean;
  /** The setting that decides. */
  readonly because: 'GOSUMDB' | 'GONOSUMDB' | 'GOPRIVATE' | 'toolchain' | 'file-proxy' | 'default';
  /** The pattern that covers the module. */
  readonly pattern: string | null;
  /** Of the database, such as `sum.golang.org`; null when it is off or cannot be read. */
  readonly name: string | null;
  /** Where it is asked when no proxy passes it on; a URL given in GOSUMDB is asked always, past all proxies. */
  readonly url: string | null;
  /** Whether GOPROXY servers are asked first whether they pass the database on. */
  readonly throughProxies: boolean;
  /** The database is needed, and GOSUMDB is off or malformed: the download fails with this. */
  readonly error: string | null;
}

export const toolchainModule = 'golang.org/toolchain';

/** Source: cmd/go/internal/modfetch/sumdb.go, useSumDB and dbDial. */
export function sumdbUse(settings: GoSettings, module: string): SumdbUse {
  const { GOSUMDB, GONOSUMDB, GOPRIVATE, GOPROXY } = settings;
  const none = { asked: false, pattern: null, name: null, url: null, throughProxies: false, error: null };
  if (module === toolchainModule) {
    // Toolchains cannot stand in go.sum: only a sole file system proxy is trusted without the database.
    if (GOPROXY.startsWith('file://') && !/[,|]/.test(GOPROXY)) return { ...none, because: 'file-proxy' };
    return { ...none, ...dial(GOSUMDB), asked: true, because: 'toolchain' };
  }
  if (GOSUMDB === 'off') return { ...none, because: 'GOSUMDB' };
  const pattern = coveringPattern(GONOSUMDB, module);
  if (pattern !== null) return { ...none, because: GONOSUMDB === GOPRIVATE ? 'GOPRIVATE' : 'GONOSUMDB', pattern };
  return { ...none, ...dial(GOSUMDB), asked: true, because: GOSUMDB === 'sum.golang.org' ? 'default' : 'GOSUMDB' };
}

function dial(gosumdb: string): Pick<SumdbUse, 'name' | 'url' | 'throughProxies' | 'error'> {
  const broken = (error: string) => ({ name: null, url: null, throughProxies: false, error });
  if (gosumdb === 'off') return broken('checksum database disabled by GOSUMDB=off');
  const value = gosumdb === 'sum.golang.google.cn' ? 'sum.golang.org https://sum.golang.google.cn' : gosumdb;
  const [key, base, ...more] = value.split(/\s+/).filter((field) => field !== '');
  if (key === undefined) return broken('missing GOSUMDB');
  if (more.length > 0) return broken('invalid GOSUMDB: too many fields');
  // A verifier key is `name+hash+base64`; the only name that go knows without its key is this one.
  const name = key === 'sum.golang.org' ? key : /^([^+\s]+)\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/.exec(key)?.[1];
  if (name === undefined) return broken('invalid GOSUMDB: malformed verifier id');
  return { name, url: base ?? `https://${name}`, throughProxies: base === undefined, error: null };
}
