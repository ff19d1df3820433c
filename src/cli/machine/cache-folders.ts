import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { CacheFolders } from '../../cache/inspect.ts';
import type { CacheReport } from '../../model/cache.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { type Environment, readGo } from './go-files.ts';

type From = Pick<NonNullable<CacheReport['modcache']>, 'setting' | 'source'>;

const byDefault: From = { setting: null, source: 'default' };
const named: From = { setting: null, source: 'named' };

/** The folders, as they are on the disk, and the settings that name them. */
export interface NamedFolders extends CacheFolders {
  readonly modcacheFrom: From;
  readonly gocacheFrom: From;
}

/**
 * The caches that the go command of this machine would use. go itself is not run.
 * Source: cmd/go/internal/cfg, gopathDir and EnvOrAndChanged; cmd/go/internal/cache, DefaultDir; go/build, defaultGOPATH; os.UserCacheDir.
 */
export function cachesHere(env: Environment, platform: NodeJS.Platform = process.platform): NamedFolders {
  const { layers, goroot } = readGo(env, platform);
  const set = (name: NonNullable<From['setting']>): { value: string; from: From } | null => {
    const inEnvironment = layers.environment?.[name];
    if (inEnvironment) return { value: inEnvironment, from: { setting: name, source: 'environment' } };
    const inFile = env.GOENV === 'off' ? '' : layers.file?.[name];
    return inFile ? { value: inFile, from: { setting: name, source: 'go env file' } } : null;
  };
  const home = platform === 'win32' ? env.USERPROFILE : (env.HOME ?? homedir());
  const usual = home ? path.join(home, 'go') : null;
  const gopath = set('GOPATH') ?? (usual === null || usual === goroot ? null : { value: usual, from: byDefault });
  const first = gopath?.value.split(path.delimiter)[0] || null;
  const modcache = set('GOMODCACHE') ?? (first === null ? null : { value: path.join(first, 'pkg', 'mod'), from: gopath!.from });
  const user = userCache(env, platform);
  const gocache = set('GOCACHE') ?? (user === null ? null : { value: path.join(user, 'go-build'), from: byDefault });
  return {
    modcache: folderAt(modcache?.value),
    modcacheFrom: modcache?.from ?? byDefault,
    gocache: folderAt(gocache?.value),
    gocacheFrom: gocache?.from ?? byDefault,
    gopath: folderAt(first),
  };
}

function userCache(env: Environment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return env.LocalAppData || env.LOCALAPPDATA || null;
  if (platform === 'darwin') return env.HOME ? path.join(env.HOME, 'Library', 'Caches') : null;
  if (env.XDG_CACHE_HOME) return path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : null;
  return env.HOME ? path.join(env.HOME, '.cache') : null;
}

function folderAt(name: string | null | undefined): string | null {
  if (!name || !path.isAbsolute(name)) return null;
  try {
    return statSync(name).isDirectory() ? realpathSync(name) : null;
  } catch {
    return null;
  }
}

/**
 * What a folder that was named is: a module cache, its `cache/download`, a GOPATH, or a build cache.
 * @throws ModwhyError E_NOT_FOUND, or E_DIRECTORY for a folder that is none of these
 */
export function cachesIn(name: string): NamedFolders {
  const folder = folderAt(path.resolve(name));
  if (folder === null)
    throw new ModwhyError('E_NOT_FOUND', say`${name}: expected a folder, a GOMODCACHE, GOCACHE or GOPATH, and there is none of this name`);
  const modules = (root: string): NamedFolders => ({
    modcache: root,
    modcacheFrom: named,
    gocache: null,
    gocacheFrom: named,
    gopath: /[/\\]pkg[/\\]mod$/.test(root) ? path.dirname(path.dirname(root)) : null,
  });
  const has = (...names: string[]) => folderAt(path.join(folder, ...names)) !== null;
  if (has('cache', 'download') || has('cache', 'vcs')) return modules(folder);
  if (has('pkg', 'mod')) return modules(path.join(folder, 'pkg', 'mod'));
  if (/[/\\]cache[/\\]download$/.test(folder)) return modules(path.dirname(path.dirname(folder)));
  // cmd/go/internal/cache, Open, makes 256 of these.
  if (has('00') && has('7f') && has('ff'))
    return { modcache: null, modcacheFrom: named, gocache: folder, gocacheFrom: named, gopath: null };
  throw new ModwhyError(
    'E_DIRECTORY',
    say`${name}: expected a GOMODCACHE (with cache/download in it), a GOCACHE (with 00 to ff) or a GOPATH (with pkg/mod); this is none of them`,
  );
}
