import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
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

const nothing: readonly never[] = [];

/**
 * One reader reads one log: dialects remember what they have seen.
 * @param present the dialects that may be in it, outermost first
 */
export function createDialectReader(present: readonly Dialect[] = dialects): DialectReader {
  const states = present.map((dialect) => dialect.create());
  const seen = present.map(() => false);
  // Lines in the same dialects share one list: each list knows those that are longer by a name.
  const longer = new Map<readonly string[], Map<string, readonly string[]>>();
  const withName = (names: readonly string[], name: string): readonly string[] => {
    let ones = longer.get(names);
    if (!ones) longer.set(names, (ones = new Map()));
    let list = ones.get(name);
    if (!list) ones.set(name, (list = [...names, name]));
    return list;
  };
  const readFrom = (line: Line, raw: string, first: number, outer: readonly string[]): readonly Line[] => {
    let names = outer;
    // What an inner dialect has found stands before what an outer one has left.
    let rows: readonly Row[] = nothing;
    for (let index = first; index < states.length; index++) {
      if (states[index]!.read(line, raw)) {
        seen[index] = true;
        names = withName(names, present[index]!.name);
        if (isRaw(line.text)) rows = [...cutRows(line, index + 1, names), ...rows];
      }
      if (line.kind !== 'output') break;
    }
    const typed = line.kind === 'command' ? windowsShell(raw, line.text) : null;
    if (typed) names = withName(names, typed);
    if (names.length > 0) line.dialects = names;
    // What the line itself is must be known before the next one is looked at.
    return rows.length === 0 ? nothing : readRows(line, rows);
  };
  const readRows = (line: Line, rows: readonly Row[]): readonly Line[] => {
    // A dialect further in may have seen that the line is an end.
    const late = line.kind === 'exit' && line.exitCode !== undefined;
    return rows.flatMap(({ row, next, around }) => {
      if (late) row.late = true;
      return [row, ...readFrom(row, row.text, next, around)];
    });
  };
  return {
    read(line) {
      const raw = line.text;
      line.text = stripEscapes(raw);
      return readFrom(line, raw, 0, nothing);
    },
    names() {
      const names = present.filter((_, index) => seen[index]).map((dialect) => dialect.name);
      // A CI system's own time stamps are not a dialect of their own.
      const bare = names.length > 1 ? names.filter((name) => name !== 'timestamps') : names;
      return bare.length > 0 ? bare : ['plain'];
    },
  };
}

/** A line that stood in another one. */
interface Row {
  readonly row: Line;
  /** The dialect that its reading goes on with. */
  readonly next: number;
  /** The names of those before. */
  readonly around: readonly string[];
}

/** A dialect that decodes a message may find line ends in it, and escapes of its own. */
function isRaw(text: string): boolean {
  return text.includes('\n') || text.includes('\x1b');
}

/** @returns the rows behind the first, which the line keeps */
function cutRows(line: Line, next: number, around: readonly string[]): readonly Row[] {
  const [text, ...more] = line.text.split('\n') as [string, ...string[]];
  line.text = stripEscapes(text);
  // Only the first row can be what the dialect has marked; the others were printed by a program.
  const { exitCode, command, step, script, ...shared } = line;
  return more.map((other) => ({ row: { ...shared, kind: 'output', text: stripEscapes(other) }, next, around }));
}
