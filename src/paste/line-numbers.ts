import { opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

const numbered = /^([ \t]{0,8})(\d{1,7})([:-]|\.(?= |$)|\)|[ \t]*[|│┃]|\t|(?= |$))( {0,8})(.*)$/s;
const alone = /^[ \t]{0,8}(\d{1,7})[ \t]*$/;
const dockerfile = '>>> ';

interface Numbered {
  readonly number: number;
  readonly sign: string;
  readonly spaces: number;
  readonly text: string;
}

/** Numbers before lines, as editors, pages, `cat -n` and `grep -n` show them: each one more than the one before. */
export const lineNumbers: PasteForm = {
  name: 'line-numbers',
  undo: (lines) => undoBetween(lines) ?? undoGlued(lines) ?? undoRuns(lines),
};

function read({ text }: RawLine): Numbered | null {
  if (!startsWithDigit(text)) return null;
  const match = numbered.exec(text);
  return (
    match && {
      number: Number(match[2]),
      sign: signOf(match[3]!),
      spaces: match[4]!.length,
      text: match[5]!,
    }
  );
}

function startsWithDigit(text: string): boolean {
  let at = 0;
  while (at < 8 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function signOf(separator: string): string {
  // `grep -n -C` writes both.
  if (separator === ':' || separator === '-') return ':';
  return separator === '\t' ? separator : separator.trim() || ' ';
}

function undoRuns(lines: readonly RawLine[]): RawLine[] | null {
  const result = [...lines];
  let changed = false;
  for (let from = 0; from < lines.length; ) {
    const run: Numbered[] = [];
    for (let at = from; at < lines.length; at++) {
      const next = read(lines[at]!);
      const last = run.at(-1);
      if (!next || (last && (next.number !== last.number + 1 || (next.sign !== last.sign && next.text !== '' && last.text !== '')))) break;
      run.push(next);
    }
    // What all rows have before their text is decoration, the rest of it indentation.
    const gap = Math.min(...run.filter(({ text }) => text !== '').map(({ spaces }) => spaces));
    const texts = run.map(({ spaces, text }) => ' '.repeat(Math.max(0, spaces - gap)) + text);
    if (run.length > 1 && texts.some(opensLine) && !texts.some((text) => text.startsWith(dockerfile))) {
      for (const [index, text] of texts.entries()) result[from + index] = withText(lines[from + index]!, text);
      changed = true;
    }
    from += Math.max(1, run.length);
  }
  return changed ? result : null;
}

/** The number on a line of its own before each line: a page of GitHub, copied. */
function undoBetween(lines: readonly RawLine[]): RawLine[] | null {
  const start = lines.findIndex(({ text }) => startsWithDigit(text) && alone.test(text));
  if (start < 0) return null;
  const result = lines.slice(0, start);
  let number = Number(alone.exec(lines[start]!.text)![1]);
  let at = start;
  for (; at + 1 < lines.length && Number(alone.exec(lines[at]!.text)?.[1]) === number; at += 2) {
    result.push(lines[at + 1]!);
    number++;
  }
  const rows = result.slice(start);
  return rows.length > 2 && rows.some(({ text }) => opensLine(text)) ? [...result, ...lines.slice(at)] : null;
}

/** The number without anything between it and the line: `1Run go test`, `2go: downloading`. */
function undoGlued(lines: readonly RawLine[]): RawLine[] | null {
  const result = [...lines];
  let changed = false;
  for (let from = 0; from < lines.length; from++) {
    if (!startsWithDigit(lines[from]!.text)) continue;
    const first = /^[1-9]\d{0,6}(?=[^\d\s:.|)])/.exec(lines[from]!.text);
    if (!first) continue;
    let number = Number(first[0]);
    const texts: string[] = [];
    for (let at = from; at < lines.length && lines[at]!.text.startsWith(String(number)); at++)
      texts.push(lines[at]!.text.slice(String(number++).length));
    if (texts.length > 2 && texts.some(opensLine)) {
      for (const [index, text] of texts.entries()) result[from + index] = withText(lines[from + index]!, text);
      changed = true;
    }
    from += texts.length - 1;
  }
  return changed ? result : null;
}
