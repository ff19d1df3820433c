import { guardText } from '../../../report/guard.ts';
import type { RecentLine } from '../../../session/growing/recent-lines.ts';
import { expandTabs } from '../../log/log-source.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { lineNumber } from '../../view/pane.ts';
import { type Row, row, span } from '../../view/row.ts';
import { slices } from '../../view/wrap-rows.ts';
import { words } from '../../words.ts';
import type { FileState, State } from './state.ts';

const MOST_COLUMNS = 2000;
/** A line that shows the failure is worth so many rows. */
const EVIDENCE_ROWS = 4;

/** The last rows of the log, or those that the reader went back to. Lines that a finding rests on are marked, and shown whole. */
export function logRows(state: State, file: FileState, width: number, height: number, glyphs: Glyphs): Row[] {
  const lines = (file.paused ?? file.window).last(height, file.skip);
  if (lines.length === 0) return [row(`  ${file.trouble ?? words.live.waiting}`, file.trouble ? 'bad' : 'quiet')];
  const digits = Math.max(...lines.map(({ number }) => (number === null ? 0 : lineNumber(number, 0).length)));
  const evidence = new Map<number, ReadonlySet<number>>();
  for (const { file: at, build, reading } of state.findings)
    if (at === state.file) evidence.set(build, new Set([...(evidence.get(build) ?? []), ...reading.evidence]));
  const rows = lines.flatMap((line) =>
    lineRows(line, evidence.get(line.build)?.has(line.number ?? 0) ?? false, state, digits, width, glyphs),
  );
  const trouble = file.trouble === null ? [] : [row(`  ${file.trouble}`, 'bad')];
  return [...rows, ...trouble].slice(-height);
}

function lineRows(
  { number, text }: RecentLine,
  proof: boolean,
  { wrap, ascii }: State,
  digits: number,
  width: number,
  glyphs: Glyphs,
): Row[] {
  const safe = guardText(expandTabs(text), { ascii });
  if (number === null) return [row(`  ${' '.repeat(digits)}  ${glyphs.rule.repeat(4)} ${safe} ${glyphs.rule.repeat(4)}`, 'doubtful')];
  const head: Row = [span(`${proof ? glyphs.evidence : ' '} `, 'evidence'), span(`${lineNumber(number, digits)}  `, 'quiet')];
  const tone = proof ? 'evidence' : 'plain';
  const room = Math.max(1, width - digits - 5);
  const whole = wrap || proof;
  const texts = whole
    ? slices(safe.slice(0, MOST_COLUMNS), room).slice(0, wrap ? undefined : EVIDENCE_ROWS)
    : [safe.slice(0, MOST_COLUMNS)];
  return texts.map((part, at) => [...(at === 0 ? head : [span(' '.repeat(digits + 4))]), span(part, tone)]);
}
