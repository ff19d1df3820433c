import { hasOne } from '../model/near.ts';

// Words that the go command's module code prints and ordinary programs do not. cmd/go/internal/{modload,modfetch,modget,web,toolchain}.
export const moduleWords =
  /^go: |^build \S{1,200}: cannot load |^go(?: (?:get|mod|install|list|build|run|test|env|work|vendor|tool)\b[^\n:]{0,80})?: |^cmd\/go: |^verifying |@v\d[\w.+-]{0,80}(?![\w.+-]|\/\S{0,200}\.go:\d)|\/@v\/|\?go-get=1|\bgo\.(?:mod|sum|work)\b|[\\/]pkg[\\/]mod[\\/]|\/sumdb\/|\/lookup\/|\bGO(?:PROXY|SUMDB|PRIVATE|FLAGS|TOOLCHAIN|MODCACHE|PATH|ROOT|CACHE)\b|^package \S{1,200}: (?:exit status |mkdir )|[\t ]imports \S{1,200}: exit status |unrecognized import path|cannot find module|no required module|module lookup|golang\.org\/toolchain|vendor\/modules\.txt/m;

// One of these stands in all that the pattern finds.
export const nearModules = [
  'go',
  'GO',
  '@v',
  'module',
  'cannot load ',
  'verifying ',
  'unrecognized import path',
  'package ',
  'imports ',
  '/lookup/',
  '/sumdb/',
  'pkg',
];

/** Whether a text speaks of Go modules, so that words like "connection refused" in it are about them. */
export function speaksOfModules(text: string): boolean {
  // What most messages of the go command begin with needs no pattern.
  return text.startsWith('go: ') || (hasOne(text, nearModules) && moduleWords.test(text));
}
