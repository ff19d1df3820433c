import { isGoMessage, opensLine, type PasteForm, type RawLine, withText } from './raw-line.ts';

const quoted = /^ {0,3}(?:> ?){1,6}/;
const barred = /^ {0,3}[|│] ?/;
const comment = /^ {0,4}(?:#|\/\/|;|--|REM|rem) ?/;
const bullet = /^ {0,8}[-*•‣◦] (?=\S)/;
const seconds = /^\d{1,6}\.\d{1,3}(?: |$)/;
const number = /^\s{0,6}\d{1,6}[:.|) \t]{1,3}/;

/** Quotes of mails and posts: each line behind `> ` or `| `. */
export const quotedLines: PasteForm = {
  name: 'quoted',
  undo: (lines) => stripRuns(lines, quoted, 2, opensNumbered) ?? stripRuns(lines, barred, 2, opensNumbered),
};

function opensNumbered(text: string): boolean {
  return opensLine(text.replace(number, ''));
}

/** A log in a comment of a source or configuration file. */
export const commentedLines: PasteForm = {
  name: 'commented',
  undo(lines) {
    const all = lines.every(({ text }) => text.trim() === '' || comment.test(text));
    // Go's own `# package` heads are followed by lines without the sign.
    return all ? stripRuns(lines, comment, 2, isGoMessage) : null;
  },
};

/** A list with a message behind each bullet. */
export const bulletedLines: PasteForm = {
  name: 'bulleted',
  undo: (lines) => stripRuns(lines, bullet, 1, isGoMessage),
};

/** Lines of a step of BuildKit, without the lines around them that say so. */
export const secondsLines: PasteForm = {
  name: 'seconds',
  undo: (lines) => stripRuns(lines, seconds, 1, isGoMessage),
};

/** Takes a prefix off every run of lines that have it, where the run is long enough and holds a line of a log. */
function stripRuns(lines: readonly RawLine[], prefix: RegExp, least: number, isLog: (text: string) => boolean): RawLine[] | null {
  const result = [...lines];
  let changed = false;
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && prefix.test(lines[to]!.text)) to++;
    if (to - from >= least) {
      const stripped = lines.slice(from, to).map((line) => withText(line, line.text.replace(prefix, '')));
      if (stripped.some(({ text }) => isLog(text))) {
        result.splice(from, stripped.length, ...stripped);
        changed = true;
      }
    }
    from = Math.max(from, to - 1);
  }
  return changed ? result : null;
}
