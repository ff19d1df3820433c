import path from 'node:path';

/** A call of the go command, as far as it stands in the words of a command line. */
export interface GoCall {
  /** As it was named: `go`, `/usr/local/go/bin/go`, `go1.22.1`. */
  readonly program: string;
  /** Such as `build`; empty: none was given. */
  readonly verb: string;
  /** Folder of `-C`, which go changes into before anything else; null: it stays. */
  readonly folder: string | null;
  /** What `env` sets before it, and null for what it takes away. */
  readonly variables: Readonly<Record<string, string | null>>;
}

const assignment = /^([A-Za-z_]\w*)=([\s\S]*)$/;
// golang.org/dl installs releases under such names.
const program = /^go(?:1\.\d+(?:\.\d+)?(?:rc\d+|beta\d+)?)?(?:\.exe)?$/;

/**
 * Reads a command line as a call of go, also behind `env NAME=VALUE`.
 * @returns null when another program is called, or when what stands before go cannot be read with certainty
 */
export function readGoCall(argv: readonly string[]): GoCall | null {
  const words = [...argv];
  const variables: Record<string, string | null> = {};
  while (words.length > 0 && path.basename(words[0]!) === 'env') {
    words.shift();
    if (!takeEnvWords(words, variables)) return null;
  }
  const name = words.shift();
  if (name === undefined || !program.test(path.basename(name))) return null;
  let folder: string | null = null;
  const first = words[0] ?? '';
  if (/^--?C$/.test(first)) {
    folder = words[1] ?? '';
    words.splice(0, 2);
  } else if (/^--?C=/.test(first)) folder = words.shift()!.replace(/^--?C=/, '');
  return { program: name, verb: words[0] ?? '', folder, variables };
}

/** The options and assignments of env(1) that leave no doubt. */
function takeEnvWords(words: string[], variables: Record<string, string | null>): boolean {
  for (;;) {
    const word = words[0] ?? '';
    const set = assignment.exec(word);
    if (set) variables[set[1]!] = set[2]!;
    else if (word === '-u') variables[(words.splice(1, 1)[0] ?? '').trim()] = null;
    else if (word === '--') return words.shift() !== undefined;
    else return !word.startsWith('-');
    words.shift();
  }
}
