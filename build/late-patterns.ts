// A pattern that stands at the top of a file is read by the engine in every run, and most runs use few of them: hundreds cost a good part of a short
// run. The program makes each where it is first used; the sources stay as they are.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { gateOf } from './late-gates.ts';

// As the formatter writes them: one line, or the pattern alone on the second one.
const declared = /^const (\w+) =\s+(\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.)*\])+\/[dgimsuvy]*);$/gm;

/**
 * Makes patterns when they are first used, if all that a file does with them is to search and to replace.
 * @param source of a file, as the formatter leaves it
 */
export function withLatePatterns(source: string): string {
  let late = source;
  for (const [declaration, name, pattern] of source.matchAll(declared)) {
    const uses = [...source.matchAll(new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g'))].length - 1;
    const use = new RegExp(
      `(?<![\\w$.'"\`])${name}(?=\\.(?:test|exec)\\()|(?<=\\w\\.(?:replace|match|matchAll|split|search)\\()${name}(?=[,)])`,
      'g',
    );
    if (uses === 0 || [...source.matchAll(use)].length !== uses) continue;
    const tried = new RegExp(`(?<![\\w$.'"\`])${name}\\.(test|exec)\\((${plainText})\\)`, 'g');
    const made = `(${name} ??= ${pattern})`;
    late = late
      .replace(declaration, () => `let ${name}: RegExp | undefined;`)
      .replace(tried, (whole, call: Call, text: string) => {
        const gate = gateOf(...partsOf(pattern!), text);
        return gate === null ? whole : gated(`${name} ?? (${gate})`, call, `${made}.${call}(${text})`);
      })
      .replace(use, () => made);
  }
  return late.replace(triedAtOnce, (whole, pattern: string, call: Call, text: string) => {
    const gate = gateOf(...partsOf(pattern), text);
    return gate === null ? whole : gated(gate, call, whole);
  });
}

type Call = 'test' | 'exec';

// A name, and what it holds: read twice it is the same.
const plainText = '[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*';
// A pattern that stands where it is tried.
const triedAtOnce = new RegExp(
  `(?<=[(,=!&|?:;{}[]\\s?|return |\\n\\s*)(/(?![*/])(?:[^\\\\/[\\n]|\\\\.|\\[(?:[^\\\\\\]\\n]|\\\\.)*\\])+/[dgimsuvy]*)\\.(test|exec)\\((${plainText})\\)`,
  'g',
);

function partsOf(pattern: string): [source: string, flags: string] {
  const end = pattern.lastIndexOf('/');
  return [pattern.slice(1, end), pattern.slice(end + 1)];
}

/** What is tried only where it may match, with the answer of a text in which it does not. */
function gated(gate: string, call: Call, tried: string): string {
  return call === 'test' ? `((${gate}) && ${tried})` : `((${gate}) ? ${tried} : null)`;
}

/** Does that to all sources of the program. */
export const latePatterns: Plugin = {
  name: 'late-patterns',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/, namespace: 'file' }, ({ path: file }) =>
      file.includes('node_modules')
        ? null
        : { contents: withLatePatterns(readFileSync(file, 'utf8')), loader: file.endsWith('x') ? 'tsx' : 'ts' },
    );
  },
};
