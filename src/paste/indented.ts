import { opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

const indent = /^[ \t]+/;

/** A log that stands further right as a whole, such as a code block of a post. Its first line must be one of a log, since Go indents lines itself. */
export const indented: PasteForm = {
  name: 'indented',
  undo(lines) {
    const result = [...lines];
    let changed = false;
    for (let from = 0; from < lines.length; ) {
      if (!isIndented(lines[from]!)) {
        from++;
        continue;
      }
      let to = from;
      while (to < lines.length && (isIndented(lines[to]!) || (lines[to]!.text.trim() === '' && to + 1 < lines.length))) to++;
      const shared = sharedIndent(lines.slice(from, to));
      if (shared > 1 && opensLine(lines[from]!.text.slice(shared)) && !belongsAbove(lines, from)) {
        for (let at = from; at < to; at++) result[at] = withText(lines[at]!, lines[at]!.text.slice(shared));
        changed = true;
      }
      from = to;
    }
    return changed ? result : null;
  },
};

function isIndented({ text }: RawLine): boolean {
  return indent.test(text) && text.trim() !== '';
}

/** Length of the white space that all lines begin with; a tab alone counts as two. */
function sharedIndent(lines: readonly RawLine[]): number {
  const starts = lines.filter(({ text }) => text.trim() !== '').map(({ text }) => indent.exec(text)?.[0] ?? '');
  let shared = starts[0]!;
  for (const start of starts) while (!start.startsWith(shared)) shared = shared.slice(0, -1);
  return shared.length;
}

/** It goes on what stands above it: directly, or after a blank line when that announces something, as `to add it:` does. */
function belongsAbove(lines: readonly RawLine[], from: number): boolean {
  if (from === 0) return false;
  if (lines[from - 1]!.text.trim() !== '') return true;
  let above = from - 1;
  while (above >= 0 && lines[above]!.text.trim() === '') above--;
  return above >= 0 && opensLine(lines[above]!.text) && lines[above]!.text.endsWith(':');
}
