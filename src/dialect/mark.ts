import type { Clock, Line } from '../model/line.ts';

/** The line echoes a command that is being run. */
export function markCommand(line: Line, command: string, step = false): true {
  line.kind = 'command';
  line.text = command;
  line.command = command;
  if (step) line.step = true;
  return true;
}

/** The line is part of the script that a step is going to run. The first one opens the step. */
export function markScript(line: Line, command: string, first: boolean): true {
  line.script = true;
  return markCommand(line, command, first);
}

/** The line is a title, or words of the CI system itself. */
export function markHeading(line: Line, text = line.text): true {
  line.kind = 'heading';
  line.text = text;
  return true;
}

/** The line says how a command ended; null: it failed, and the code is not said. */
export function markExit(line: Line, exitCode: number | null): true {
  line.kind = 'exit';
  line.exitCode = exitCode;
  return true;
}

/** The script goes on after what failed before the line. */
export function markTaken(line: Line): true {
  line.taken = true;
  return markExit(line, 0);
}

/** Keeps the time of the outermost dialect: it alone is comparable over the whole log. A time that no calendar has is none. */
export function markTime(line: Line, time: number, clock: Clock): void {
  if (line.time !== null || Number.isNaN(time)) return;
  line.time = time;
  line.clock = clock;
}

/** Outer lanes stand first. */
export function addLane(line: Line, lane: string): void {
  line.lane = line.lane === '' ? lane : `${line.lane}/${lane}`;
}
