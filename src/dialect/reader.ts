import type { Line } from '../model/line.ts';
import { stripEscapes } from './escape.ts';
import { dialects } from './registry.ts';
import { windowsShell } from './windows-prompt.ts';

/** Takes the decoration of CI systems, tools and shells off the lines of one log. */
export interface DialectReader {
  /**
   * Sets the line's text, kind, time, clock and lane. Lines must come in order.
   * @returns the further lines that stood in it, with its number; mostly none
   */
  read(line: Line): readonly Line[];
  /** The dialects that were seen, outermost first; `plain` when there were none. */
  names(): string[];
}

/** One reader reads one log: dialects remember what they have seen. */
export function createDialectReader(): DialectReader {
  const states = dialects.map((dialect) => dialect.create());
  const seen = dialects.map(() => false);
  // Most lines of a log are in the same dialects: they share one list.
  let last: readonly string[] = [];
  const setDialects = (line: Line, names: readonly string[]) => {
    if (names.length !== last.length || names.some((name, index) => name !== last[index])) last = names;
    line.dialects = last;
  };
  const readFrom = (line: Line, raw: string, first: number, outer: readonly string[]): Line[] => {
    const names = [...outer];
    // Each with where its reading goes on. What an inner dialect has found stands before what an outer one has left.
    let waiting: { row: Line; next: number; around: readonly string[] }[] = [];
    for (let index = first; index < states.length; index++) {
      if (states[index]!.read(line, raw)) {
        seen[index] = true;
        names.push(dialects[index]!.name);
        cutRows(line);
      }
      if (line.more) {
        // Only the first row can be what the dialect has marked; the others were printed by a program.
        const { more, exitCode, command, step, script, ...shared } = line;
        delete line.more;
        const late = exitCode !== undefined && line.kind === 'exit' ? { late: true } : {};
        const next = index + 1;
        const around = [...names];
        const rows = more.map((text): Line => ({ ...shared, ...late, kind: 'output', text: stripEscapes(text) }));
        waiting = [...rows.map((row) => ({ row, next, around })), ...waiting];
      }
      if (line.kind !== 'output') break;
    }
    const typed = line.kind === 'command' ? windowsShell(raw, line.text) : null;
    if (typed) names.push(typed);
    if (names.length > 0) setDialects(line, names);
    // What the line itself is must be known before the next one is looked at.
    return waiting.flatMap(({ row, next, around }) => [row, ...readFrom(row, row.text, next, around)]);
  };
  return {
    read(line) {
      const raw = line.text;
      line.text = stripEscapes(raw);
      return readFrom(line, raw, 0, []);
    },
    names() {
      const names = dialects.filter((_, index) => seen[index]).map((dialect) => dialect.name);
      // A CI system's own time stamps are not a dialect of their own.
      const bare = names.length > 1 ? names.filter((name) => name !== 'timestamps') : names;
      return bare.length > 0 ? bare : ['plain'];
    },
  };
}

/** A dialect that decodes a message may find line ends in it, and escapes of its own. */
function cutRows(line: Line): void {
  if (line.text.includes('\n')) {
    const [first, ...more] = line.text.split('\n') as [string, ...string[]];
    line.text = first;
    line.more = more;
  }
  if (line.text.includes('\x1b')) line.text = stripEscapes(line.text);
}
