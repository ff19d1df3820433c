/** A word of a command line, or a part of one. */
export type Token =
  | { readonly kind: 'option'; readonly index: number; readonly name: string; readonly rawName: string; readonly value: string | undefined }
  | { readonly kind: 'positional'; readonly index: number; readonly value: string }
  | { readonly kind: 'option-terminator'; readonly index: number };

interface Known {
  readonly name: string;
  readonly short?: string | undefined;
  readonly type: 'string' | 'boolean';
}

/**
 * Reads a command line as `parseArgs` of Node does with `strict: false`, but for a dash among short flags. To load that is a good part of a
 * short run.
 * @param flags those with a value take the next word, whatever it is; any other flag is without one, or has it behind `=`
 */
export function tokensOf(argv: readonly string[], flags: readonly Known[]): Token[] {
  const tokens: Token[] = [];
  const takesValue = (name: string) => flags.some((flag) => flag.name === name && flag.type === 'string');
  let index = 0;
  const add = (name: string, rawName: string, value?: string) => tokens.push({ kind: 'option', index, name, rawName, value });
  /** A flag at the end of its word. */
  const addLast = (name: string, rawName: string) => {
    const value = takesValue(name) ? argv[index + 1] : undefined;
    add(name, rawName, value);
    if (value !== undefined) index++;
  };
  for (; index < argv.length; index++) {
    const word = argv[index]!;
    if (word === '--') {
      tokens.push({ kind: 'option-terminator', index });
      while (++index < argv.length) tokens.push({ kind: 'positional', index, value: argv[index]! });
    } else if (word.startsWith('--')) {
      const equals = word.indexOf('=', 3);
      if (equals < 0) addLast(word.slice(2), word);
      else add(word.slice(2, equals), word.slice(0, equals), word.slice(equals + 1));
    } else if (word.length > 1 && word.startsWith('-')) {
      for (let at = 1; at < word.length; at++) {
        const letter = word[at]!;
        const name = flags.find(({ short }) => short === letter)?.name ?? letter;
        if (at === word.length - 1) addLast(name, `-${letter}`);
        else if (takesValue(name)) {
          add(name, `-${letter}`, word.slice(at + 1));
          break;
        } else add(name, `-${letter}`);
      }
    } else tokens.push({ kind: 'positional', index, value: word });
  }
  return tokens;
}
