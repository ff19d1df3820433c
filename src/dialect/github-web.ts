import { isCommandLike } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { markCommand, markHeading, markScript } from './mark.ts';
import { readRunnerMarker } from './runner-marker.ts';

const title = /^Run (\S.*)$/s;
// Advice: "Run go generate and commit the result".
const prose = / (?:and|to|or|if|for|again|first|before|after|then|with|in|on)(?: |$)|[:,]$|[^./ ]\.$/;
const action = /^(?:\.\.?\/|[\w.-]+\/[\w./-]+@|docker:\/\/)\S*$/;
const settings = /^ {0,2}(?:shell|env|with): ?/;
const marked = /^(Error|Warning|Notice): (.*)$/s;
const end = /^Process completed with exit code \d{1,3}\.$/;
const gluedTitle = /^(\d{1,6})Run \S/;
const number = /^\d{1,6}$/;

/**
 * A step copied from GitHub's web page: no times, `Run` over an indented script, and `Error:` where the raw log has `##[error]`.
 * The numbers of the page are copied too by some browsers: glued to each line, or on lines of their own.
 */
export const githubWeb: Dialect = {
  name: 'github-web',
  create() {
    let head: 'none' | 'script' | 'settings' = 'none';
    let command = '';
    let usesAction = false;
    let seen = false;
    const unnumber = createUnnumber();
    return {
      read(line) {
        if (unnumber(line) === 'number') return markHeading(line);
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0x52) {
          const run = title.exec(text);
          if (run && !prose.test(run[1]!) && (action.test(run[1]!) || isCommandLike(run[1]!))) {
            command = run[1]!;
            usesAction = action.test(command);
            head = 'script';
            seen = true;
            // Scripts print such words too: what stands above has not surely succeeded.
            return markCommand(line, command);
          }
        }
        if (head !== 'none') {
          if (settings.test(text)) head = 'settings';
          const indented = text.startsWith('  ');
          const repeats = head === 'script' && text.trim() === command.trim();
          if (indented || repeats || settings.test(text)) {
            if (head === 'settings' || repeats || usesAction || text.trim() === '') return markHeading(line);
            return markScript(line, text.slice(2), false);
          }
          head = 'none';
        }
        const match = first === 0x45 || first === 0x57 || first === 0x4e ? marked.exec(text) : null;
        if (!match || !(seen || end.test(match[2]!))) return false;
        if (match[1] === 'Notice') return markHeading(line, match[2]);
        readRunnerMarker(line, match[1]!.toLowerCase(), match[2]!);
        if (usesAction && match[1] === 'Error' && line.kind === 'output') line.exitCode = null;
        return true;
      },
    };
  },
};

/** Takes the numbers of the page off. They are sure only where they grow with the lines of the log. */
function createUnnumber(): (line: { readonly number: number; text: string }) => 'text' | 'number' {
  let glued: number | null = null;
  let alone = 0;
  let aloneAt = 0;
  return (line) => {
    const { text } = line;
    const first = text.charCodeAt(0);
    if (first < 0x30 || first > 0x39) return 'text';
    const start = gluedTitle.exec(text)?.[1];
    if (start !== undefined) glued = Number(start) - line.number;
    const expected = glued === null ? '' : String(line.number + glued);
    if (expected !== '' && text.startsWith(expected)) {
      line.text = text.slice(expected.length);
      return 'text';
    }
    if (!number.test(text)) return 'text';
    const follows = alone > 0 && line.number - aloneAt === 2 * (Number(text) - alone);
    alone = Number(text);
    aloneAt = line.number;
    return follows ? 'number' : 'text';
  };
}
