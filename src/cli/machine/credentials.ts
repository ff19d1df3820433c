import { existsSync } from 'node:fs';
import path from 'node:path';
import { type RouteTexts, routeEnglish } from '../../i18n/en-route.ts';
import { type GitSetting, parseGitConfig } from '../../route/git-config.ts';
import { type RewriteRule, rewriteRules } from '../../route/insteadof.ts';
import { netrcMachines } from '../../route/netrc.ts';
import type { Environment } from './go-files.ts';
import { readText } from './read-text.ts';

/** The machines of the netrc file that the go command reads. Source: cmd/go/internal/auth, netrcPath. */
export function readMachines(env: Environment, platform: NodeJS.Platform = process.platform): string[] {
  const home = platform === 'win32' ? env.USERPROFILE : env.HOME;
  if (!env.NETRC && !home) return [];
  const legacy = platform === 'win32' && home ? path.join(home, '_netrc') : null;
  return netrcMachines(readText(env.NETRC || (legacy && existsSync(legacy) ? legacy : path.join(home!, '.netrc'))) ?? '');
}

/** git's insteadOf rules, and what was not read. */
export interface GitOnMachine {
  readonly rules: readonly RewriteRule[];
  readonly notes: readonly string[];
}

/**
 * The insteadOf rules of the user and the system, and of GIT_CONFIG_COUNT; as text, git is not run.
 * Those of the repository in this folder do not count: go runs git in folders of the module cache. Source: git, config.c; cmd/go, codehost.
 */
export function readGitRules(env: Environment, folder: string, words: RouteTexts['note'] = routeEnglish.note): GitOnMachine {
  const rules: RewriteRule[] = [];
  const notes: string[] = [];
  for (const [shown, name] of configFiles(env)) {
    const settings = parseGitConfig(readText(name) ?? '');
    rules.push(...rewriteRules(settings, shown));
    if (settings.some(({ section }) => section === 'include' || section === 'includeif')) notes.push(words.includes(shown));
  }
  rules.push(...rewriteRules(fromEnvironment(env), 'GIT_CONFIG_COUNT'));
  const own = rewriteRules(parseGitConfig(readText(path.join(folder, '.git', 'config')) ?? ''), '.git/config');
  if (own.length > 0) notes.push(words.ownRepository);
  return { rules, notes };
}

/** Names of git's files of the user and the system, in the order in which git reads them. */
export function configFiles(env: Environment): [shown: string, name: string][] {
  const files: [string, string][] = [];
  if (!['1', 'true', 'yes', 'on'].includes(env.GIT_CONFIG_NOSYSTEM ?? '')) {
    const system = env.GIT_CONFIG_SYSTEM ?? '/etc/gitconfig';
    files.push([system, system]);
  }
  if (env.GIT_CONFIG_GLOBAL !== undefined) return [...files, [env.GIT_CONFIG_GLOBAL, env.GIT_CONFIG_GLOBAL]];
  const home = env.HOME ?? env.USERPROFILE;
  const folder = env.XDG_CONFIG_HOME || (home ? path.join(home, '.config') : null);
  if (folder) files.push(['~/.config/git/config', path.join(folder, 'git', 'config')]);
  if (home) files.push(['~/.gitconfig', path.join(home, '.gitconfig')]);
  return files;
}

function fromEnvironment(env: Environment): GitSetting[] {
  const count = Math.min(100, Number(env.GIT_CONFIG_COUNT ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => {
    const key = env[`GIT_CONFIG_KEY_${index}`] ?? '';
    const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')];
    return {
      section: key.slice(0, Math.max(0, first)).toLowerCase(),
      subsection: first < last ? key.slice(first + 1, last) : null,
      name: key.slice(last + 1).toLowerCase(),
      value: env[`GIT_CONFIG_VALUE_${index}`] ?? '',
    };
  });
}
