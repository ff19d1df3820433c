import { stripEscapes } from '../../dialect/escape.ts';
import { promptLength } from '../../dialect/prompt.ts';

// What stands at the start of a job's log, and a word of it that is quick to search for.
const heads: readonly { readonly literal: Buffer; readonly line: RegExp }[] = [
  // actions/runner: Runner.Worker JobExtension.cs.
  { literal: Buffer.from("Current runner version: '"), line: /^\uFEFF?(?:[\dTZ:.-]{20,40} )?Current runner version: '\d/ },
  // gitlab-runner: common/build.go.
  { literal: Buffer.from('Running with gitlab-runner '), line: /^(?:[\dTZ:.-]{20,40} \w{3} ?)?Running with gitlab-runner \d/ },
  // jenkins: hudson.model.Cause and hudson.triggers.
  {
    literal: Buffer.from('Started by '),
    line: /^Started by (?:user |anonymous|timer|an SCM change|upstream project|remote host |GitHub push|GitLab push)/,
  },
  // moby/buildkit: util/progress/progressui.
  { literal: Buffer.from('#0 building with "'), line: /^#0 building with "/ },
];
const longest = 300;
const NEWLINE = 10;

/** Places in whole lines where the log of another job begins. */
export function findHeads(bytes: Buffer): number[] {
  const places = new Set<number>();
  for (const { literal, line } of heads) {
    for (let at = bytes.indexOf(literal); at >= 0; at = bytes.indexOf(literal, at + 1)) {
      const start = bytes.lastIndexOf(NEWLINE, at) + 1;
      if (at - start < longest && line.test(lineAt(bytes, start))) places.add(start);
    }
  }
  return [...places].sort((a, b) => a - b);
}

/** The first place where a person typed the next command; -1: none did. A bare `$ ` is what scripts print. */
export function findTyped(bytes: Buffer): number {
  for (let start = 0; start < bytes.length; ) {
    const text = lineAt(bytes, start);
    const length = promptLength(text);
    if (length > 0 && text.slice(length).trim() !== '') return start;
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) break;
    start = end + 1;
  }
  return -1;
}

function lineAt(bytes: Buffer, start: number): string {
  const newline = bytes.indexOf(NEWLINE, start);
  const end = newline < 0 ? bytes.length : newline;
  return stripEscapes(bytes.toString('utf8', start, Math.min(end, start + longest)));
}
