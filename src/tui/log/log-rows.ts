import type { Glyphs } from '../view/glyphs.ts';
import { type Content, type ContentRow, lineNumber } from '../view/pane.ts';
import { type Row, type Span, span } from '../view/row.ts';
import type { Tone } from '../view/theme.ts';
import { fromColumn, slices } from '../view/wrap-rows.ts';
import type { LogLine, LogSource } from './log-source.ts';
import { matcherOf } from './search.ts';

export interface LogView {
  readonly line: number;
  readonly shift: number;
  readonly wrap: boolean;
  readonly evidence: ReadonlySet<number>;
  readonly query: string;
}

// Rows of the window are all that reach the screen; so few columns of each can be seen that the rest is not even cut.
const MOST_COLUMNS = 2000;

/** The log around a line, evidence marked, matches of the search shown. */
export function logContent(source: LogSource, view: LogView, title: string, width: number, height: number, glyphs: Glyphs): Content {
  const first = Math.max(1, Math.min(view.line - height, source.count - 2 * height));
  const lines = source.lines(first, 2 * height + 1);
  const digits = lineNumber(lines.at(-1)?.number ?? 1, 0).length;
  const rows = lines.flatMap((line) => lineRows(line, view, digits, width, glyphs));
  return { title, rows, cursor: view.line };
}

function lineRows(line: LogLine, view: LogView, digits: number, width: number, glyphs: Glyphs): ContentRow[] {
  const here = line.number === view.line;
  const proof = view.evidence.has(line.number);
  const head: Row = [
    span(here ? glyphs.cursor : ' ', 'cursor'),
    span(proof ? glyphs.evidence : ' ', 'evidence'),
    span(` ${lineNumber(line.number, digits)}  `, here ? 'cursor' : 'quiet'),
  ];
  const tone: Tone = proof ? 'evidence' : line.kind === 'output' ? 'plain' : 'quiet';
  const room = width - digits - 5;
  // The line that one came to see is shown whole: the reason stands at the end of Go's long ones.
  const texts =
    view.wrap || (here && view.shift === 0)
      ? slices(line.text, room)
      : [fromColumn(line.text.slice(0, view.shift + MOST_COLUMNS), view.shift)];
  return texts.map((text, at) => ({
    row: [...(at === 0 ? head : [span(' '.repeat(digits + 5))]), ...marked(text, tone, view.query)],
    block: line.number,
  }));
}

function marked(text: string, tone: Tone, query: string): Span[] {
  if (query === '') return [span(text, tone)];
  const find = matcherOf(query);
  const spans: Span[] = [];
  let from = 0;
  for (let at = find(text, 0); at !== -1; at = find(text, from)) {
    if (at > from) spans.push(span(text.slice(from, at), tone));
    spans.push(span(text.slice(at, at + query.length), 'match'));
    from = at + query.length;
  }
  return [...spans, span(text.slice(from), tone)];
}
