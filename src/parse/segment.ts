import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { createSteps } from './steps.ts';

export interface Segments {
  readonly segments: readonly Segment[];
  /** The output lines of each segment. */
  readonly output: readonly (readonly Line[])[];
}

// Runners of GitHub and GitLab, and BuildKit, name the reason where they say that a step failed.
const saysWhy =
  /execution took longer than|operation was cance|maximum execution time|timed out after|system failure|prepare environment|pull image|lost communication|failed to (?:compute cache key|calculate checksum|read dockerfile|resolve source metadata)|dockerfile parse error|no space left on device|OOMKilled/;

// Whatever comes before `|| true`, the command that was typed ends well; `|| go mod download` may not.
const alwaysEndsWell = /\|\| *(?:(?:\/usr)?(?:\/bin\/)?true|:)[ ;]*$/;

/**
 * Cuts a log into what each command printed, one sequence of segments a lane.
 * A CI step that is followed by the next step without an exit line has succeeded; a shell command followed by another one is left open.
 */
export function buildSegments(lines: readonly Line[]): Segments {
  const segments: Segment[] = [];
  const output: Line[][] = [];
  const current = new Map<string, Segment>();
  const aside = new Set<Segment>();
  const open = (line: Line, command: Segment['command']) => {
    const segment: Segment = {
      index: segments.length,
      lane: line.lane,
      ...(line.entry && { log: line.entry.log }),
      command: command ?? commandAround(line.lane, current),
      exit: 'open',
      exitLine: null,
      firstLine: line.number,
      lastLine: line.number,
    };
    segments.push(segment);
    output.push([]);
    if (line.aside) aside.add(segment);
    current.set(line.lane, segment);
    steps.opened(segment);
    return segment;
  };
  // What is said where the log shows that something failed, and nothing that anything printed.
  let onlyEnd: { readonly index: number; readonly line: Line } | null = null;
  const taken = new Set<Segment>();
  // An action that reports an error has failed, although no line says how it ended.
  const broken = new Set<Segment>();
  const steps = createSteps(broken);
  for (const line of lines) {
    const segment = current.get(line.lane);
    if (line.step) steps.next(line.lane);
    if (line.kind === 'command') {
      const text = line.command ?? line.text;
      // `while true` looks like `|| true`, until the same command comes again.
      if (segment && taken.delete(segment) && segment.command?.text === text) {
        segment.exit = 'open';
        steps.reopened(segment);
      }
      // A step's head echoes its whole script; elsewhere each echo is a command of its own, silent ones too.
      if (segment?.command && line.script && !line.step && output[segment.index]!.length === 0 && segment.exit === 'open') {
        segment.lastLine = line.number;
        Object.assign(segment, { command: { text: `${segment.command.text}\n${text}`, line: segment.command.line } });
      } else {
        if (segment?.exit === 'open' && endsWell(segment.command)) segment.exit = 0;
        open(line, { text, line: line.number });
      }
    } else if (line.kind === 'exit') {
      const before = segments.length;
      if (line.exitCode !== 0) steps.failed(line.lane);
      const ended = segment && segment.exit === 'open' && !line.command ? segment : null;
      if (ended) {
        ended.exit = line.exitCode ?? 'failed';
        ended.exitLine = line.number;
        ended.lastLine = line.number;
        if (line.taken) taken.add(ended);
      } else if (line.exitCode !== 0) {
        const late = open(line, line.command ? { text: line.command, line: line.number } : (segment?.command ?? null));
        late.exit = line.exitCode ?? 'failed';
        late.exitLine = line.number;
      }
      // The end may be all that is said of the reason.
      const end = ended ?? (segments.length > before ? segments.at(-1) : undefined);
      if (end && line.exitCode !== 0) {
        if (saysWhy.test(line.text)) output[end.index]!.push(line);
        else onlyEnd = { index: end.index, line };
      }
    } else if (line.kind === 'output') {
      const into = segment && (segment.exit === 'open' || line.late || line.text === '') ? segment : open(line, null);
      into.lastLine = line.number;
      output[into.index]!.push(line);
      if (line.exitCode === null) broken.add(into);
    }
  }
  for (const segment of aside) if (segment.exit === 'open') segment.exit = 0;
  if (onlyEnd && output.every((said) => said.length === 0)) output[onlyEnd.index]!.push(onlyEnd.line);
  return { segments, output };
}

/** Of a command that another one follows; alone it is there because somebody asks about it. */
function endsWell(command: Segment['command']): boolean {
  return command !== null && !command.text.includes('\n') && alwaysEndsWell.test(command.text);
}

/** What runs in a lane without an echo of its own was started by the command of the lane around it: a package by `go test -json`. */
function commandAround(lane: string, current: ReadonlyMap<string, Segment>): Segment['command'] {
  for (let outer = lane; outer !== ''; ) {
    outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/')));
    const segment = current.get(outer);
    if (segment?.command) return segment.exit === 'open' ? segment.command : null;
  }
  return null;
}
