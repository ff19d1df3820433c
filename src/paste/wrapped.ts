import { isGoMessage, opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

// Terminals and consoles of the usual sizes; any other width must be seen twice.
const usual: ReadonlySet<number> = new Set([72, 76, 78, 79, 80, 100, 120, 132]);
// A sign, or another program that speaks; the words that stand so inside the go command's own messages do not count.
const other =
  /^(?:[-=*#>|$%+[({<…]|\.\.\.|(?!(?:tcp|udp|dial|lookup|module|fetch|connect|read|write|x509|tls|verifying|server|EOF|i\/o|status|git|ssh)\b)[A-Za-z][\w.-]{0,29}: )/;
// After a colon it is the inner part of a message.
const module = /^\S{1,200}@v\d/;
const goWords =
  /\bgo: |@v\d|@latest\b|\bmodules? |\bpackage |\bgo\.(?:mod|sum|work)\b|[\\/]pkg[\\/]mod[\\/]|\?go-get=1|\.go:\d|\bgo (?:get|mod|work) [a-z-]/;
const echo = /^(?:\$ go \S|PS [^>]{0,200}> ?go |[A-Za-z]:\\[^<>|"?*:]{0,200}>go |[\w.-]{1,64}@[\w.-]{1,64}[: ][^$#%]{0,120}[$#%] ?go )/;
// What the go command prints of the packages that a command names has no `go: ` and no position before it. cmd/go/internal/load, modload, work.
const bare =
  /^(?:no required module provides package |missing go\.sum entry |cannot find (?:module providing package|package "|main module)|module \S+ (?:provides package|found)|package \S+ (?:is not|imports|provided by)|(?:pattern \S+: )?(?:directory (?:prefix )?\S+|current directory) (?:outside|does not contain|is contained|is outside)|main module \(|no Go (?:source )?files in |no packages to |found packages \S|ambiguous import: |import cycle not allowed|import lookup disabled|stat \S+: |named files must |malformed (?:import|module) path|error obtaining VCS status|flag (?:provided but not|needs an argument)|invalid (?:boolean )?value "|build cache is |build constraints exclude |build flag -|cannot use (?:relative path|path@version|-)|can only use path@version|-\w+(?:=\S+)? (?:is not supported|requires|must be|not supported))/;
/** A longer message is none. */
const mostRows = 60;
const stackFrame = /^\s.*\.go:\d+ \+0x[\da-f]/;
const mailWidths = [72, 74, 76, 78, 80];
// A line hardly ever ends with a space, but a row does.
const token = /[\w/.@:%+~=" -]$/;
const tokenGoesOn = /^[\w/.@:%+~=" -]/;
const ownStart =
  /^(?:\s{2,}|\t|---|===|\*\*\*|[>#$%+❯➜] |[├└]|\[\d|\d{4}-\d\d-\d\dT|[A-Z]:\\|PS |[\w.-]+@[\w.-]+:\S*[$#] |server response:|remote: |fatal: |Step \d|exit status|$)/;

/** Long lines that a terminal, a console or a mail program has broken without a sign. */
export const wrapped: PasteForm = {
  name: 'wrapped',
  undo(lines) {
    if (lines.length < 2 || lines.some(({ text }) => text.includes('\x1b'))) return null;
    // A terminal moves to the next multiple of eight; what cuts after so many characters does not.
    return unbreakAtWidth(lines, widthOf) ?? unbreakAtWidth(lines, (text) => text.length) ?? unfill(lines);
  },
};

/** Broken at exactly the width, in the middle of words. Every full row must go on or be followed by a new line of a log. */
function unbreakAtWidth(lines: readonly RawLine[], measure: (text: string) => number): RawLine[] | null {
  const widths = lines.map(({ text }) => measure(text));
  const width = widths.reduce((most, one) => Math.max(most, one), 0);
  if (width < 40 || width > 300) return null;
  const goesOn = lines.map(
    (line, index) => widths[index] === width && index + 1 < lines.length && mayGoOn(lines[index + 1]!.text, line.text),
  );
  const full = widths.filter((one, index) => one === width && index + 1 < lines.length && !startsLine(lines[index + 1]!.text)).length;
  const joints = goesOn.filter(Boolean).length;
  const cutWords = lines.filter((line, index) => goesOn[index] && token.test(line.text) && tokenGoesOn.test(lines[index + 1]!.text));
  // Rows of an odd width must make the log of a build together.
  if (!usual.has(width) && !lines.some(({ text }, index) => goesOn[index] && opensLine(text))) return null;
  const alone = joints === 1 && !surely(lines, goesOn.indexOf(true));
  // The same message twice, as of a second attempt, shows its width only once.
  const seen = new Set(cutWords.map((line) => line.text)).size;
  if (seen < (usual.has(width) ? 1 : 2) || full > joints || alone) return null;
  const joined = joinWhere(lines, goesOn, '');
  // One row alone may be as long by chance, but then it hardly makes words of the go command.
  return joined.some((line) => measure(line.text) > width && goWords.test(line.text)) ? joined : null;
}

/** One full row is one only when the next goes on inside a path or a word. */
function surely(lines: readonly RawLine[], index: number): boolean {
  const next = lines[index + 1]!.text;
  const word = lines[index]!.text.slice(lines[index]!.text.lastIndexOf(' ') + 1);
  return !other.test(next) && (/^[a-z\d/.@%]/.test(next) || /[/@.]/.test(word));
}

/** Broken at spaces, as mail programs do: no line could have been broken earlier, and each next word had no room. */
function unfill(lines: readonly RawLine[]): RawLine[] | null {
  for (const width of mailWidths) {
    if (lines.some(({ text }) => text.length > width && text.trimEnd().lastIndexOf(' ', width) > 0)) continue;
    let message = false;
    const goesOn = lines.map(({ text }, index) => {
      const next = lines[index + 1]?.text ?? '';
      if (opensLine(text)) message = isGoMessage(text);
      const noRoom = text.length + 1 + (next.split(' ', 1)[0]?.length ?? 0) > width;
      message &&=
        text !== '' &&
        noRoom &&
        !answers(next, text) &&
        ((!startsLine(next) && !other.test(next)) || (text.endsWith(':') && module.test(next)));
      return message;
    });
    if (goesOn.some(Boolean)) return joinWhere(lines, goesOn, ' ');
  }
  return null;
}

function joinWhere(lines: readonly RawLine[], goesOn: readonly boolean[], between: string): RawLine[] {
  const result: RawLine[] = [];
  let rows = 1;
  for (const [index, line] of lines.entries()) {
    const before = result.at(-1);
    rows = goesOn[index - 1] ? rows + 1 : 1;
    if (before && rows > 1 && rows <= mostRows)
      result[result.length - 1] = withText(before, (between === ' ' ? before.text.trimEnd() : before.text) + between + line.text);
    else result.push(line);
  }
  return result;
}

function mayGoOn(next: string, text: string): boolean {
  if (stackFrame.test(text) || answers(next, text)) return false;
  // Half a path looks like the start of a message about a module.
  const half = token.test(text) && module.test(next);
  return !startsLine(next) || half || (next.startsWith(' ') && !next.startsWith('  ') && token.test(text));
}

/** A command, and what go says to it. */
function answers(next: string, text: string): boolean {
  return echo.test(text) && bare.test(next);
}

function startsLine(text: string): boolean {
  return text === '' || opensLine(text) || ownStart.test(text);
}

function widthOf(text: string): number {
  if (!text.includes('\t')) return text.length;
  let width = 0;
  for (const character of text) width = character === '\t' ? width + 8 - (width % 8) : width + character.length;
  return width;
}
