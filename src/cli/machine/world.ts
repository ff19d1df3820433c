import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProgram } from '../../probe/program.ts';
import type { World } from '../../settings/world.ts';
import { configFolder, type Environment, envFileOf, readGo } from './go-files.ts';

/** This machine and this folder, for the question where a setting comes from. Files are read as text; no program is started. */
export function readWorld(env: Environment, cwd: string, platform: NodeJS.Platform = process.platform): World {
  const { layers, version, goroot } = readGo(env, platform);
  const environment = layers.environment ?? {};
  const shown = envFileOf(env, platform) ?? envFileOf({ ...env, GOENV: '' }, platform);
  return {
    environment,
    file: layers.file ?? {},
    fileName: shown,
    installation: goroot === null ? null : (layers.installation ?? {}),
    installationName: goroot === null ? null : path.join(goroot, 'go.env'),
    goroot,
    version,
    platform,
    arch: process.arch,
    temporary: tmpdir(),
    configFolder: configFolder(env, platform),
    cacheFolder: cacheFolder(env, platform),
    nearest: (name) => nearestFile(name, cwd, goroot),
    hasProgram: (name) => (env.PATH ?? '').split(path.delimiter).some((folder) => isProgram(path.join(folder, name))),
  };
}

/** os.UserCacheDir */
function cacheFolder(env: Environment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return env.LocalAppData || env.LOCALAPPDATA || null;
  if (platform === 'darwin') return env.HOME ? path.join(env.HOME, 'Library', 'Caches') : null;
  if (env.XDG_CACHE_HOME) return path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : null;
  return env.HOME ? path.join(env.HOME, '.cache') : null;
}

/** Upwards from a folder. A go.work above GOROOT is not looked for: cmd/go/internal/modload, findWorkspaceFile. */
function nearestFile(name: string, from: string, goroot: string | null): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, name);
    try {
      if (!statSync(file).isDirectory()) return file;
    } catch {
      // Not here.
    }
    const above = path.dirname(folder);
    if (above === folder || (name === 'go.work' && above === goroot)) return null;
  }
}
