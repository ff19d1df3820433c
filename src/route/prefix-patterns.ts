import { matchGlob } from './glob.ts';

/**
 * The first pattern of a comma-separated list such as GOPRIVATE that covers a module path, or null.
 * A pattern with N slashes is compared with the first N+1 elements of the path. golang.org/x/mod/module, MatchPrefixPatterns.
 */
export function coveringPattern(list: string, path: string): string | null {
  const elements = path.split('/');
  for (const entry of list.split(',')) {
    const glob = entry.endsWith('/') ? entry.slice(0, -1) : entry;
    if (glob === '') continue;
    const count = glob.split('/').length;
    if (count <= elements.length && matchGlob(glob, elements.slice(0, count).join('/'))) return glob;
  }
  return null;
}
