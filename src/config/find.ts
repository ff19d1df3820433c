import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where settings may stand; null: there is no such file. */
export interface ConfigFiles {
  /** Named by MODWHY_CONFIG, or in the user's config folder. */
  readonly user: string | null;
  /** `.modwhy.yaml` of the repository: it comes from whoever wrote that. */
  readonly project: string | null;
}

const projectFile = '.modwhy.yaml';

/**
 * Finds the config files of a folder: the project's upward to the root of its repository (without one, in this folder only), and the user's.
 * MODWHY_CONFIG names the only one; when it is empty, there is none.
 */
export function findConfig(env: Readonly<Record<string, string | undefined>>, folder: string): ConfigFiles {
  if (env.MODWHY_CONFIG !== undefined) return { user: env.MODWHY_CONFIG || null, project: null };
  const home = env.HOME ?? env.USERPROFILE;
  const configFolder =
    env.XDG_CONFIG_HOME && path.isAbsolute(env.XDG_CONFIG_HOME) ? env.XDG_CONFIG_HOME : home && path.join(home, '.config');
  const user = configFolder ? path.join(configFolder, 'modwhy', 'config.yaml') : null;
  return { user: user !== null && existsSync(user) ? user : null, project: findProject(folder) };
}

function findProject(start: string): string | null {
  const found = (folder: string) => (existsSync(path.join(folder, projectFile)) ? path.join(folder, projectFile) : null);
  let nearest: string | null = null;
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    nearest ??= found(folder);
    if (existsSync(path.join(folder, '.git'))) return nearest;
    if (folder === path.dirname(folder)) return found(path.resolve(start));
  }
}
