import { opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

const renovate = /^(?:TRACE|DEBUG| INFO| WARN|ERROR|FATAL): .{0,400} \((?:repository|baseBranch)=/;
const drive = /\b[A-Za-z]:\\/;

/** A log that stands in one string of JSON or of a program: `\n` and `\t` as two characters. */
export const jsonString: PasteForm = {
  name: 'json-string',
  undo(lines) {
    if (!lines.some(({ text }) => text.includes('\\n'))) return null;
    // A stream of objects is the log of some tool, and is read by its dialect.
    if (lines.filter(({ text }) => text.startsWith('{"')).length > 1) return null;
    // So is Renovate's log on a terminal, with its details in JSON below each line.
    if (lines.some(({ text }) => renovate.test(text))) return null;
    let changed = false;
    const result = lines.flatMap((line) => {
      const texts = line.text.includes('\\n') && !line.text.includes('"Action":') ? textsIn(line.text) : null;
      if (texts === null) return [line];
      changed = true;
      return texts.map((text): RawLine => withText(line, text));
    });
    return changed ? result : null;
  },
};

function textsIn(text: string): string[] | null {
  // Behind the decoration of a CI system the lines would lose their places.
  if (!/^\s*[{["]/.test(text)) return bareLines(text);
  const inside = stringsIn(text).flatMap((quoted) => {
    // A line end at the end alone is one line.
    if (!/\\n(?=.)(?!"$)/.test(quoted.slice(0, -1))) return [];
    const value = decode(quoted);
    const lines = value === null ? [] : linesOf(value.includes('\n') ? value : (decode(`"${value}"`) ?? ''));
    return lines.some(opensLine) ? [lines] : [];
  });
  return inside.length > 0 ? inside.flat() : bareLines(text);
}

/** Every string of JSON with its quotes, in one pass: a pattern would search again from each quote of an open one. */
function stringsIn(text: string): string[] {
  const found: string[] = [];
  for (let from = text.indexOf('"'); from >= 0; from = text.indexOf('"', from)) {
    let to = from + 1;
    while (to < text.length && text[to] !== '"') to += text[to] === '\\' ? 2 : 1;
    if (to >= text.length) break;
    found.push(text.slice(from, to + 1));
    from = to + 1;
  }
  return found;
}

function decode(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}

/** Without quotes around it. Where a path of Windows may have the same two characters, only what surely opens a line does. */
function bareLines(text: string): string[] | null {
  const parts = text.split('\\n').map((part) => part.replace(/\\r$/, '').replace(/^(?:\\t)+/, (tabs) => '\t'.repeat(tabs.length / 2)));
  const lines: string[] = [];
  const onWindows = drive.test(text);
  for (const part of parts) {
    if (lines.length > 0 && onWindows && !opensLine(part) && !part.startsWith('\t')) lines[lines.length - 1] += `\\n${part}`;
    else lines.push(part);
  }
  return lines.length > 1 && opensLine(lines[0]!) && lines.slice(1).some(opensLine)
    ? lines.map((line) => line.replaceAll('\\"', '"'))
    : null;
}

function linesOf(value: string): string[] {
  return value.split(/\r?\n/);
}
