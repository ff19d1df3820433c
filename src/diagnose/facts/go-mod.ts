import { splitCaptures } from '../packages.ts';
import { type About, type FactWords, type FileOf, isBelow, type Seen } from './fact.ts';
import { isOlderGo } from './go-order.ts';

/** Facts from go.mod. */
export function goModFacts(file: FileOf<'go.mod'>, about: About, words: FactWords): Seen[] {
  const { module, version, package: imported, packages, goVersion, texts } = about;
  const path = imported ?? module;
  const seen: Seen[] = [];
  const paths = packages.length > 0 ? packages : path === null ? [] : [path];
  if (file.module && paths.some((one) => isBelow(one, file.module!.path))) seen.push(...ownPath(paths, file.module, words));
  else if (path !== null) seen.push(...requirement(file, path, imported !== null, words));
  const replaced = file.replaces.findLast(
    ({ from }) => path !== null && isBelow(path, from.path) && (from.version === null || version === null || from.version === version),
  );
  // modfile.IsDirectoryPath
  if (replaced && /^(?:\.{1,2}(?:[/\\]|$)|\/|\\|[A-Za-z]:)/.test(replaced.to.path))
    seen.push({
      id: 'mod-file-replaces-with-folder',
      line: replaced.line,
      says: words['mod-file-replaces-with-folder'],
      captures: { module: { type: 'module', value: replaced.from.path }, path: { type: 'path', value: replaced.to.path } },
    });
  const excluded = file.excludes.find((one) => one.version === version && (module === null || one.path === module));
  if (excluded && version !== null) seen.push({ id: 'mod-file-excludes', line: excluded.line, says: words['mod-file-excludes'] });
  if (file.go && goVersion !== null && isOlderGo(goVersion, asNamed(file.go.version, goVersion)))
    seen.push({ id: 'mod-file-go-newer', line: file.go.line, says: words['mod-file-go-newer'](goVersion) });
  const asks = toolchainLine(file, texts);
  if (asks) seen.push({ id: 'mod-file-toolchain', line: asks.line, says: words['mod-file-toolchain'] });
  return seen;
}

/** What is below the path of this module, and whether something is not. */
function ownPath(paths: readonly string[], module: { readonly path: string; readonly line: number }, words: FactWords): Seen[] {
  const isOwn = (path: string) => isBelow(path, module.path);
  const first = paths.find(isOwn)!;
  const own: Seen = {
    id: 'mod-file-own-path',
    line: module.line,
    says: words['mod-file-own-path'](first),
    captures: splitCaptures(paths, isOwn),
  };
  return paths.every(isOwn) ? [own] : [own, { id: 'others-than-own-path', line: module.line, says: words['others-than-own-path'] }];
}

/** The line that asks for a toolchain named in a message. Go adds the third number since 1.21. */
function toolchainLine({ go, toolchain }: FileOf<'go.mod'>, texts: readonly string[]): { readonly line: number } | undefined {
  const names = [...(toolchain ? [{ name: toolchain.name, line: toolchain.line }] : [])];
  if (go) names.push({ name: `go${go.version}`, line: go.line }, { name: `go${go.version}.0`, line: go.line });
  return names.find(({ name }) => texts.some((text) => text.split(/[\s:()@]+/).includes(name)));
}

/** An image tag such as `1.23` stands for the newest release of it: the third number says nothing then. */
function asNamed(wanted: string, ran: string): string {
  return /^\d+\.\d+$/.test(ran) ? wanted.split('.').slice(0, 2).join('.') : wanted;
}

/** The module that is required for a path: the path itself, or the longest parent of a package. */
function requirement({ requires, module }: FileOf<'go.mod'>, path: string, isPackage: boolean, words: FactWords): Seen[] {
  const fitting = requires.filter((one) => one.path === path || (isPackage && isBelow(path, one.path)));
  const best = fitting.sort((a, b) => b.path.length - a.path.length || a.line - b.line)[0];
  if (best)
    return [
      {
        id: 'mod-file-requires',
        line: best.line,
        says: words['mod-file-requires'](best.indirect),
      },
    ];
  return [
    {
      id: 'mod-file-requires-none',
      line: requires[0]?.line ?? module?.line ?? 1,
      says: words['mod-file-requires-none'](path),
    },
  ];
}
