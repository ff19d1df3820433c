import type { Line } from '../model/line.ts';
import { isBelow } from './facts/fact.ts';

/** A path that belongs to the module that is built, and the line that shows it. */
export interface OwnPath {
  readonly path: string;
  readonly line: Line;
}

// cmd/go/internal/load prints errors of a package below `# PATH`; cmd/go/internal/test prints a row for each package of the command.
const heading = /^# ([^\s@]{1,300})(?: \[[^\s\]]{1,300}\])?$/;
const row = /^([^\s:@]{1,300}\.go):\d{1,7}:\d{1,7}: /;
const tested = /^(?:FAIL|ok {1,4}|\? {1,4})[\t ]([^\s@]{1,300})[\t ]/;
// cmd/go/internal/modload, ImportMissingError and the stack before it: the first package is one of the command.
const importer = /^(?:go: )?([^\s@:]{1,300}) (?:imports|tested by)$/;
// Where the first three parts of a path are a repository.
const repository = /^(?:github\.com|bitbucket\.org)\/[^/]+\/[^/]+/;

/** Paths of the main module that these lines show: packages named on a command line, and the module path where a row tells the folder. */
export function ownPathsIn(lines: readonly Line[]): OwnPath[] {
  const found: OwnPath[] = [];
  for (const [index, line] of lines.entries()) {
    const named = heading.exec(line.text)?.[1];
    const path = named === undefined ? (tested.exec(line.text) ?? importer.exec(line.text))?.[1] : above(named, lines[index + 1]);
    if (path?.includes('/') && path.split('/', 1)[0]!.includes('.')) found.push({ path: repository.exec(path)?.[0] ?? path, line });
  }
  return found;
}

/** The first of these that `path` is, or is below. */
export function ownPathOf(path: string, own: readonly OwnPath[]): OwnPath | undefined {
  return own.find((one) => isBelow(path, one.path));
}

/** `example.com/app/cmd/api` with a row of `cmd/api/main.go` is in the module `example.com/app`. */
function above(named: string, next: Line | undefined): string | undefined {
  const file = next && row.exec(next.text)?.[1]?.replaceAll('\\', '/').replace(/^\.\//, '');
  if (!file || file.startsWith('/') || file.startsWith('../')) return undefined;
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  if (folder === '') return named;
  return named.endsWith(`/${folder}`) ? named.slice(0, -folder.length - 1) : undefined;
}
