import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { weakLines } from '../../bypass/ci-file.ts';
import { weakGitSettings } from '../../bypass/git.ts';
import { type Home, weakReplaces } from '../../bypass/replaces.ts';
import { weakSettings, weakVariables } from '../../bypass/settings.ts';
import type { BypassTexts } from '../../i18n/en-bypass.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { LocalReplace, Weakening } from '../../model/bypass.ts';
import { parseGoMod } from '../../parse/go-mod.ts';
import { parseGitConfig } from '../../route/git-config.ts';
import { effectiveSettings } from '../../route/settings.ts';
import { stateFolder } from '../doctor/state.ts';
import { configFiles } from '../machine/credentials.ts';
import { readFolder } from '../machine/folder-files.ts';
import { type Environment, readGo } from '../machine/go-files.ts';
import { readText } from '../machine/read-text.ts';

/** What was found, and where records about it stand. */
export interface Found {
  readonly weakenings: readonly Weakening[];
  /** Replace lines that stay within the repository. */
  readonly local: readonly LocalReplace[];
  /** Of what counts for all projects; null without a home. */
  readonly machineFile: string | null;
  readonly projectFile: string;
}

const ciNames =
  /^(?:\.gitlab-ci|azure-pipelines|bitbucket-pipelines|\.drone|\.travis|buildspec|\.woodpecker)\.ya?ml$|^Jenkinsfile$|^(?:Dockerfile|Containerfile)(?:\..{1,60})?$|\.Dockerfile$/;
const ciFolders = ['.github/workflows', '.circleci', '.woodpecker', '.gitlab'];
const mostFiles = 200;

/** All that weakens checks here, by files and variables alone: nothing is started. */
export function findWeakenings(env: Environment, folder: string, words: BypassTexts, advice: Texts['diagnosis']['advice']): Found {
  const go = readGo(env);
  const effective = effectiveSettings(go.layers);
  const { goMod, goWork } = readFolder(folder, effective.values.GOWORK, go.goroot);
  const project = goMod === null ? path.resolve(folder) : path.dirname(goMod);
  const state = stateFolder(env);
  const place = { file: go.envFile ?? '', since: go.envFile === null ? null : changed(go.envFile) };
  const file = (name: string) => {
    const text = readText(path.join(project, name));
    return text === null ? [] : [{ name, text, since: changed(path.join(project, name)) }];
  };
  const replaces = replaceFiles(project, goWork).flatMap((name) => file(name).map((one) => weakReplaces(one, homeOf(project, one), words)));
  return {
    weakenings: [
      ...weakSettings(effective, place, words),
      ...weakVariables(env, words),
      ...gitFiles(env, project).flatMap((one) => weakGitSettings(one, words)),
      ...ciFiles(project)
        .flatMap(file)
        .flatMap((one) => weakLines(one, advice, words)),
      ...replaces.flatMap(({ weak }) => weak),
    ],
    local: replaces.flatMap(({ local }) => local),
    machineFile: state && path.join(state, 'bypasses.yaml'),
    projectFile: path.join(project, '.modwhy', 'bypasses.yaml'),
  };
}

function replaceFiles(project: string, goWork: string | null): string[] {
  return ['go.mod', ...(goWork === null ? [] : [path.relative(project, goWork)])];
}

function homeOf(project: string, { name, text }: { readonly name: string; readonly text: string }): Home {
  const folder = path.dirname(path.join(project, name));
  const module = parseGoMod(path.basename(name) === 'go.mod' ? text : (readText(path.join(project, 'go.mod')) ?? '')).module;
  return { folder, repository: repositoryOf(folder), module: module?.path ?? null };
}

/** The nearest folder upward with a `.git`, which in a worktree is a file; without one the folder itself. */
function repositoryOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return folder;
  }
}

function gitFiles(env: Environment, project: string) {
  const own = path.join(project, '.git', 'config');
  const files = [...configFiles(env).map(([name, file]) => ({ name, file, scope: 'machine' as const }))];
  return [...files, { name: '.git/config', file: own, scope: 'project' as const }].flatMap((one) => {
    const text = readText(one.file);
    return text === null ? [] : [{ ...one, since: changed(one.file), settings: parseGitConfig(text) }];
  });
}

/** Names of the files that CI systems and docker read, in the order of their names. */
function ciFiles(project: string): string[] {
  const inFolder = (folder: string) => names(path.join(project, folder)).filter((name) => /\.ya?ml$/.test(name));
  const own = names(project).filter((name) => ciNames.test(name));
  return [...own, ...ciFolders.flatMap((folder) => inFolder(folder).map((name) => `${folder}/${name}`))].slice(0, mostFiles);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The day on which a file was last changed. */
function changed(file: string): string | null {
  try {
    return statSync(file).mtime.toISOString().slice(0, 10);
  } catch {
    return null;
  }
}
