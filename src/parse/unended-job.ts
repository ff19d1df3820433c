import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';

interface Job {
  readonly dialect: string;
  /** Stands at the start of each of its logs, and `end` in each that is complete. */
  readonly head: RegExp;
  readonly end: RegExp;
}

const jobs: readonly Job[] = [
  // actions/runner: Runner.Worker JobExtension.cs, the first and the last words of each job.
  { dialect: 'github-actions', head: /^Current runner version: '/, end: /^(?:Cleaning up orphan processes|Terminate orphan process)/ },
  // gitlab-runner: common/build.go; commands/multi.go and common/trace.go write the end.
  { dialect: 'gitlab', head: /^Running with gitlab-runner /, end: /^(?:Job succeeded$|(?:ERROR|WARNING): Job failed)/ },
  // jenkins: hudson.model.Run, execute.
  { dialect: 'jenkins', head: /^Started by /, end: /^Finished: [A-Z]/ },
];

// moby/buildkit util/progress/progressui: each instruction ends with DONE, CACHED, CANCELED or ERROR, and a failed build with words of its own.
const buildHead = /^#[01] (?:\[internal\] |building with )/;
const buildEnd = /^(?:ERROR: failed to |failed to solve|------$|#\d+ (?:CANCELED|ERROR))/;
const vertexLane = /(?:^|[/ ])#\d+$/;

/** Whether a job that was seen to start was still at work when its log stopped: its last command has no exit, and the job no end. */
export function stopsAtWork(lines: readonly Line[], segments: readonly Segment[]): boolean {
  const running = segments.findLast(({ command }) => command !== null);
  if (!running?.command || running.exit !== 'open') return false;
  return jobs.some((job) => isUnended(job, lines, running.command!.line)) || buildStops(lines, running);
}

/** Whether the last job that was seen to start was also seen to end. */
export function jobEnded(lines: readonly Line[]): boolean {
  return jobs.some(({ dialect, head, end }) => {
    const start = lines.findLastIndex((line) => head.test(line.text) && line.dialects?.includes(dialect));
    return start >= 0 && lines.slice(start).some((line) => end.test(line.text));
  });
}

function isUnended({ dialect, head, end }: Job, lines: readonly Line[], command: number): boolean {
  const start = lines.findLast((line) => head.test(line.text) && line.dialects?.includes(dialect));
  return start !== undefined && start.number < command && !lines.some((line) => line.number > start.number && end.test(line.text));
}

/** The last thing that a log shows is what an instruction of an image prints. */
function buildStops(lines: readonly Line[], running: Segment): boolean {
  const last = lines.findLast(({ text }) => text !== '');
  if (last === undefined || !vertexLane.test(last.lane) || !vertexLane.test(running.lane)) return false;
  return (
    lines.some(({ text }) => buildHead.test(text)) && !lines.some(({ text, number }) => number > running.firstLine && buildEnd.test(text))
  );
}
