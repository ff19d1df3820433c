/** A line as it came, before any decoration is taken off. */
export interface RawLine {
  readonly number: number;
  readonly offset: number;
  readonly text: string;
}

/** One way in which texts are changed when people copy, paste, quote or send them. Null: the text is not in this form. */
export interface PasteForm {
  readonly name: string;
  undo(lines: readonly RawLine[]): RawLine[] | null;
}

// How the go command, git, make and the tests begin their lines, and how a command at a prompt does.
const opening =
  /^(?:go: \S|go (?:build|clean|env|fmt|generate|get|install|list|mod|run|test|tool|version|vet|work)\b|verifying \S|\$ \S|# [\w-]+(?:\.[\w-]+)+\/|FAIL\t|--- FAIL: |ok {2}\t|panic: |fatal: |error: |g?make(?:\[\d+\])? ?: |build \S+: |package \S+: |can't load package|\S{1,200}\.go:\d+(?::\d+)?: |\S{1,200}@v\d[^\s:]{0,120}: |go\.(?:mod|work|sum):\d+: |SECURITY ERROR|go(?:\.exe)? : \S|PS (?:[A-Z]:\\|\/|~)[^>]{0,200}> ?go |[A-Za-z]:\\[^<>|"?*:]{0,200}>go |[\w.-]{1,64}@[\w.-]{1,64}[: ][^$#%]{0,120}[$#%] ?go |[❯➜] )/;
const strong =
  /^(?:go: \S|verifying \S|\$ go \S|build \S+: |\S{1,200}@v\d[^\s:]{0,120}: |\S{1,200}\.go:\d+:\d+: |go\.(?:mod|work|sum):\d+: )/;

/** Whether a line starts as the lines of a Go log do. */
export function opensLine(text: string): boolean {
  return opening.test(text);
}

/** As `opensLine`, for the forms of text that could be something else. */
export function isGoMessage(text: string): boolean {
  return strong.test(text);
}

/** The same line with another text. */
export function withText(line: RawLine, text: string): RawLine {
  return text === line.text ? line : { ...line, text };
}

/** Changes each line; null when none changed. */
export function mapLines(lines: readonly RawLine[], change: (text: string) => string): RawLine[] | null {
  let changed = false;
  const result = lines.map((line) => {
    const text = change(line.text);
    if (text !== line.text) changed = true;
    return withText(line, text);
  });
  return changed ? result : null;
}
