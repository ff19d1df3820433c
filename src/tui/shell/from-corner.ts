const alternate = '\u001b[?1049h';
const home = '\u001b[H';

/**
 * The alternate screen takes the cursor over from where it stood, and Ink draws its first frame there: behind a prompt that the shell had printed
 * already, the first row would be wider than the screen, and every row below it one too low.
 * @returns the same terminal, where the alternate screen begins in its corner
 */
export function fromCorner(terminal: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (data: string | Uint8Array, ...rest: never[]): boolean =>
    terminal.write(
      typeof data === 'string' && data.startsWith(alternate) ? alternate + home + data.slice(alternate.length) : data,
      ...rest,
    );
  return new Proxy(terminal, {
    get(_, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(terminal, name, terminal);
      return typeof value === 'function' ? value.bind(terminal) : value;
    },
  });
}
