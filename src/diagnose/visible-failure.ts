import { isConsequence, mostTelling } from '../clusters/consequence.ts';
import type { Segment } from '../model/finding.ts';
import { goProgress } from '../model/go-progress.ts';
import type { Line } from '../model/line.ts';
import { ranAgain } from './rerun.ts';

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
): VisibleFailure | null {
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index]!;
    if (segment.exit === 0) continue;
    const lines = output[index]!;
    const worded = lines.filter((line) => showsFailure(line.text) && !over.has(line));
    if ((worded.length === 0 && segment.exit === 'open') || ranAgain(segment, segments, output)) continue;
    const said = worded.at(-1) ?? lines.findLast((line) => line.text.trim() !== '') ?? lastWords(segments, output, index);
    if (!said) continue;
    const line = isConsequence(said.text) ? (mostTelling(worded) ?? said) : said;
    return { segment, line, lines: line === said ? [said] : [line, said] };
  }
  return null;
}

function lastWords(segments: readonly Segment[], output: readonly (readonly Line[])[], from: number): Line | undefined {
  for (let index = from - 1; index >= 0; index--) {
    if (segments[index]!.lane !== segments[from]!.lane) continue;
    const said = output[index]!.findLast((line) => line.text.trim() !== '');
    if (said) return said;
  }
  return undefined;
}
