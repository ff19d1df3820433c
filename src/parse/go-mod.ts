import type { GoModFile } from '../model/evidence.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

const verbs = new Set(['module', 'go', 'toolchain', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore']);

/** Whether a line can open a statement of go.mod; a block counts, its rows do not. */
export function opensGoModStatement(line: string): boolean {
  const words = lineTokens(line);
  return words !== null && words.length > 1 && verbs.has(words[0]!);
}

/** Reads go.mod by Go's grammar, line by line; a line that does not fit is counted and left. golang.org/x/mod/modfile, read.go and rule.go. */
export function parseGoMod(text: string): GoModFile {
  const file: Writable<GoModFile> = {
    kind: 'go.mod',
    module: null,
    go: null,
    toolchain: null,
    requires: [],
    replaces: [],
    excludes: [],
    retracts: [],
    broken: [],
  };
  let block: string | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const words = lineTokens(raw);
    if (words?.length === 0) continue;
    if (words === null) file.broken.push({ line });
    else if (block !== null && words.length === 1 && words[0] === ')') block = null;
    else if (block === null && words.length === 2 && words[1] === '(' && verbs.has(words[0]!)) block = words[0]!;
    else {
      const [verb, args] = block === null ? [words[0]!, words.slice(1)] : [block, words];
      if (!take(file, verb, args, line, raw)) file.broken.push({ line });
    }
  }
  return file;
}

/** Puts one statement in its place; false when it has the wrong shape. Verbs of newer Go versions are let through. */
function take(file: Writable<GoModFile>, verb: string, args: readonly string[], line: number, raw: string): boolean {
  const [first, second, third, fourth] = args;
  const plain = args.every((word) => !/^(?:[(){}[\],]|=>)$/.test(word));
  if (verb === 'module' && plain && args.length === 1) file.module ??= { path: first!, line };
  else if (verb === 'go' && plain && args.length === 1) file.go ??= { version: first!, line };
  else if (verb === 'toolchain' && plain && args.length === 1) file.toolchain ??= { name: first!, line };
  else if (verb === 'require' && plain && args.length === 2)
    file.requires.push({ path: first!, version: second!, indirect: isIndirect(raw), line });
  else if (verb === 'exclude' && plain && args.length === 2) file.excludes.push({ path: first!, version: second!, line });
  else if (verb === 'replace' && second === '=>' && (args.length === 3 || args.length === 4))
    file.replaces.push({ from: { path: first!, version: null }, to: { path: third!, version: fourth ?? null }, line });
  else if (verb === 'replace' && third === '=>' && (args.length === 4 || args.length === 5))
    file.replaces.push({ from: { path: first!, version: second! }, to: { path: fourth!, version: args[4] ?? null }, line });
  else if (verb === 'retract' && plain && args.length === 1) file.retracts.push({ low: first!, high: first!, line });
  else if (verb === 'retract' && args.length === 5 && args[0] === '[' && args[2] === ',' && args[4] === ']')
    file.retracts.push({ low: second!, high: fourth!, line });
  else return verb === 'godebug' || verb === 'tool' || verb === 'ignore' || (!verbs.has(verb) && /^[a-z]+$/.test(verb));
  return true;
}

/** The comment is `// indirect` alone, or `// indirect; why`. */
function isIndirect(raw: string): boolean {
  const words = raw
    .slice(raw.indexOf('//') + 2)
    .split(/\s+/)
    .filter((word) => word !== '');
  return raw.includes('//') && (words.length === 1 ? words[0] === 'indirect' : words[0] === 'indirect;');
}

// Words as the lexer cuts them: brackets and commas stand alone, double quotes hold anything but a line end, `//` ends the line.
// Other quotes are refused (rule.go, parseString).
const token = /[ \t\r]+|(\/\/.*)|([()[\]{},])|"((?:[^"\\\n]|\\[^\n])*)"|((?:(?!\/[/*])[^\s()[\]{},"'`])+)/y;

/** The words of a line without its comment; null when the lexer stops at something. */
function lineTokens(line: string): string[] | null {
  const words: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < line.length) {
    const found = token.exec(line);
    if (!found) return null;
    const [, , mark, quoted, word] = found;
    if (quoted !== undefined) words.push(quoted.replace(/\\(.)/g, '$1'));
    else if (mark ?? word) words.push((mark ?? word)!);
  }
  return words;
}
