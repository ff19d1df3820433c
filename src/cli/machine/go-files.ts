import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { SettingLayers } from '../../route/settings.ts';
import { readText } from './read-text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What this machine has for the go command, read as text: no program is started. */
export interface GoOnMachine {
  readonly layers: SettingLayers;
  /** Such as `1.26.1`; null when no Go was found. */
  readonly version: string | null;
  readonly goroot: string | null;
  /** Of the file that `go env -w` writes; null with GOENV=off or without a home. */
  readonly envFile: string | null;
}

/**
 * Reads the environment, the go env file, and GOROOT/go.env.
 * Source: cmd/go/internal/cfg, EnvFile, readEnvFile and findGOROOT; os.UserConfigDir.
 */
export function readGo(env: Environment, platform: NodeJS.Platform = process.platform): GoOnMachine {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) environment[name] = value;
  const envFile = envFileOf(env, platform);
  // With GOENV=off the file is not read; what stands in it is shown as hidden.
  const shown = envFile ?? (env.GOENV === 'off' ? envFileOf({ ...env, GOENV: '' }, platform) : null);
  const file = shown === null ? {} : assignments(readText(shown) ?? '');
  const goroot = (envFile === null ? '' : file.GOROOT) || env.GOROOT || installed(env.PATH ?? '', platform);
  if (!goroot) return { layers: { environment, file }, version: null, goroot: null, envFile };
  const installation = assignments(readText(path.join(goroot, 'go.env')) ?? '');
  const version = /^go(\d+\.\d+\S*)/.exec(readText(path.join(goroot, 'VERSION')) ?? '')?.[1] ?? null;
  return { layers: { environment, file, installation }, version, goroot, envFile };
}

/** The file of `go env -w`; null with GOENV=off or without a home. */
export function envFileOf(env: Environment, platform: NodeJS.Platform): string | null {
  if (env.GOENV) return env.GOENV === 'off' ? null : env.GOENV;
  const folder = configFolder(env, platform);
  return folder && path.join(folder, 'go', 'env');
}

/** os.UserConfigDir */
export function configFolder(env: Environment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return env.AppData || env.APPDATA || null;
  if (platform === 'darwin') return env.HOME ? path.join(env.HOME, 'Library', 'Application Support') : null;
  if (env.XDG_CONFIG_HOME) return path.isAbsolute(env.XDG_CONFIG_HOME) ? env.XDG_CONFIG_HOME : null;
  return env.HOME ? path.join(env.HOME, '.config') : null;
}

/** Lines that do not begin with a capital letter, or have no `=`, are passed over. */
function assignments(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0 && /^[A-Z]/.test(line)) values[line.slice(0, at)] = line.slice(at + 1);
  }
  return values;
}

/** The installation that the `go` of the PATH belongs to. */
function installed(folders: string, platform: NodeJS.Platform): string | null {
  for (const folder of folders.split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    try {
      return path.dirname(path.dirname(realpathSync(path.join(folder, platform === 'win32' ? 'go.exe' : 'go'))));
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
