import { isConsequence, mostTelling } from '../clusters/consequence.ts';
import type { Segment } from '../model/finding.ts';
import { goProgress } from '../model/go-progress.ts';
import type { Line } from '../model/line.ts';
import { isSaid } from './marked-lines.ts';
import type { RanAgain } from './rerun.ts';

// Words by which programs say that they failed, at the start of a line. `… failed: exit status 2` is how Go programs tell of a command of theirs.
// ` !     Push rejected` is Heroku's last word; `fork/exec /…/exe/main: no such file or directory` is what go run says of the program that it built;
// `Handled error whilst updating` is Dependabot's, and `wire: generate failed` that of github.com/google/wire/cmd/wire.
const failureWords = new RegExp(
  `^(?:│ Error: |(?:remote:)? {1,2}! {1,8}Push (?:rejected|failed)\\b|fork/exec /|Handled error whilst updating |wire: [a-z]{2,12} failed$|make(?:\\[\\d+\\])?: \\*\\*\\* |(?:ERROR|Error|error|fatal|FATAL|Fatal error|panic|FAILED|Failed)\\b ?[:!]|FAIL\\b|exit status [1-9]|go: (?!${goProgress})|npm (?:ERR!|error )|Traceback )|: command not found$|: No such file or directory$|\\bfailed: exit status [1-9]\\d{0,2}$|returned a non-zero code: [1-9]|exit code:? [1-9]`,
);

/** Whether a line says in a program's own words that something failed. */
export function showsFailure(text: string): boolean {
  return failureWords.test(text);
}

export interface VisibleFailure {
  readonly segment: Segment;
  /** The line that says most of it. */
  readonly line: Line;
  /** With the last line that shows it, where that is another one; as they stand in the log. */
  readonly lines: readonly Line[];
}

/**
 * The last failure that can be seen although no signal knows it; null when nothing failed as far as one can see.
 * @param over what the build got over
 */
export function visibleFailure(
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  over: ReadonlySet<Line>,
  ranAgain: RanAgain,
): VisibleFailure | null {
  let before: readonly (Line | undefined)[] | undefined;
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index]!;
    if (segment.exit === 0) continue;
    const lines = output[index]!;
    const worded = lines.filter((line) => showsFailure(line.text) && !over.has(line));
    if ((worded.length === 0 && segment.exit === 'open') || ranAgain(segment)) continue;
    const said = worded.at(-1) ?? lastSaid(lines) ?? (before ??= wordsBefore(segments, output))[index];
    if (!said) continue;
    const line = isConsequence(said.text) ? (mostTelling(worded) ?? said) : said;
    return { segment, line, lines: line === said ? [said] : [line, said] };
  }
  return null;
}

/** For each segment the last words of its lane before it. */
function wordsBefore(segments: readonly Segment[], output: readonly (readonly Line[])[]): (Line | undefined)[] {
  const last = new Map<string, Line>();
  return segments.map(({ lane, index }) => {
    const before = last.get(lane);
    const said = lastSaid(output[index]!);
    if (said) last.set(lane, said);
    return before;
  });
}

function lastSaid(lines: readonly Line[]): Line | undefined {
  return lines.findLast(({ text }) => isSaid(text));
}
