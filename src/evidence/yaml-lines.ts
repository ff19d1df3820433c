const mostLines = 60;

/** Columns before the first character; the dash of a list item counts as none. */
export function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length;
}

/** A scalar without its quotes and the comment behind it. */
export function unquoted(raw: string): string {
  const text = raw.trim();
  const quoted = /^(?:"([^"]*)"|'([^']*)')/.exec(text);
  return quoted ? (quoted[1] ?? quoted[2] ?? '') : text.replace(/\s+#.*$/, '').trim();
}

/**
 * The lines of the list item, or of the mapping, that a line stands in, with the key that opens it: as far as indentation says, and no more than 60 to each side.
 * What a CI step is made of stands together in it.
 */
export function blockAround(lines: readonly string[], at: number): string {
  const blank = (line: string) => /^\s*(?:#|$)/.test(line);
  let first = at;
  let indent = indentOf(lines[at]!);
  for (let index = at; index >= 0 && at - index < mostLines; index--) {
    const line = lines[index]!;
    if (blank(line) || indentOf(line) > indent) continue;
    first = index;
    // The item of the list, or the top of the file.
    if (/^\s*-\s/.test(line) && (index === at || indentOf(line) < indentOf(lines[at]!) || indentOf(line) < indent)) break;
    indent = indentOf(line);
    if (indent === 0) break;
  }
  const opened = indentOf(lines[first]!);
  const isItem = /^\s*-\s/.test(lines[first]!);
  let last = first;
  for (let index = first + 1; index < lines.length && index - at < mostLines; index++) {
    const line = lines[index]!;
    if (blank(line)) continue;
    if (indentOf(line) < opened || (indentOf(line) === opened && (isItem || !/^\s*-\s/.test(line)))) break;
    last = index;
  }
  return lines.slice(first, Math.max(last, at) + 1).join('\n');
}
