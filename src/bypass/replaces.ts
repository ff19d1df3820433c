import path from 'node:path';
import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { LocalReplace, Weakening } from '../model/bypass.ts';
import { parseGoMod } from '../parse/go-mod.ts';
import { runStep } from '../remedy/step.ts';
import type { ProjectFile } from './ci-file.ts';

/** Where the main module lies. */
export interface Home {
  /** The folder of the file with the replace lines: targets are relative to it. */
  readonly folder: string;
  /** The root of its repository. */
  readonly repository: string;
  /** Its own module path; null where the file has none. */
  readonly module: string | null;
}

/**
 * The replace lines of go.mod or go.work: those that build something else than what is required, and those that stay within the own repository, which is what
 * a repository of several modules looks like. Source: https://go.dev/ref/mod#go-mod-file-replace
 */
export function weakReplaces(
  { name, text, since }: ProjectFile,
  home: Home,
  words: BypassTexts,
): { readonly weak: Weakening[]; readonly local: LocalReplace[] } {
  const tool = path.basename(name) === 'go.work' ? 'work' : 'mod';
  const weak: Weakening[] = [];
  const local: LocalReplace[] = [];
  for (const { from, to, line } of parseGoMod(text).replaces) {
    const replaced = from.version === null ? from.path : `${from.path}@${from.version}`;
    const target = to.version === null ? to.path : `${to.path} ${to.version}`;
    const what = `replace ${replaced} => ${target}`;
    if (to.version === null ? isInside(path.resolve(home.folder, to.path), home.repository) : isOwn(to.path, home.module)) {
      local.push({ place: name, line, what, because: words.ownReplace });
      continue;
    }
    weak.push({
      id: `replace:${replaced}`,
      kind: 'replace',
      scope: 'project',
      place: name,
      line,
      what,
      because: to.version === null ? words.because['replace-folder'] : words.because['replace-module'],
      since,
      end: [
        runStep(['go', tool, 'edit', `-dropreplace=${replaced}`], {}, { cwd: '.', changes: [`go.${tool}`] }),
        ...(tool === 'mod' ? [runStep(['go', 'mod', 'tidy'], {}, { cwd: '.', changes: ['go.mod', 'go.sum'] })] : []),
      ],
    });
  }
  return { weak, local };
}

function isInside(folder: string, repository: string): boolean {
  const way = path.relative(repository, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

// Of hosts where a repository is always HOST/OWNER/NAME. cmd/go/internal/vcs, vcsPaths.
const threeElements = /^(?:github\.com|bitbucket\.org)\//;

/** Another module of the same repository: below its path, or beside it where the host says how long that is. */
function isOwn(other: string, module: string | null): boolean {
  if (module === null) return false;
  const root = threeElements.test(module) ? module.split('/').slice(0, 3).join('/') : module;
  return other === root || other.startsWith(`${root}/`);
}
