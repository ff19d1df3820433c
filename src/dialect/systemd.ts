import type { Line } from '../model/line.ts';
import { addLane, markExit, markHeading } from './mark.ts';

/** The process that was seen besides systemd; `mixed` when there was more than one. */
export interface Unit {
  lane: string | null;
  mixed: boolean;
}

// systemd, src/core/service.c: service_sigchld_event.
const ended = /^\S{1,255}: (?:Main|Control) process exited, code=(exited|killed|dumped), status=(\d+)(?:\/\S+)?$/;

/** Gives a line of the system log the lane of its process, and tells what systemd says of a service from what the service printed. */
export function readSystemd(line: Line, program: string, process: string, unit: Unit): true {
  if (program !== 'systemd') {
    const lane = process === '' ? program : `${program}[${process}]`;
    unit.mixed ||= unit.lane !== null && unit.lane !== lane;
    unit.lane = lane;
    addLane(line, lane);
    return true;
  }
  const end = ended.exec(line.text);
  if (!end) return markHeading(line);
  // systemd names the service, not the process: with one process it is known whose end that is.
  if (unit.lane !== null && !unit.mixed) addLane(line, unit.lane);
  return markExit(line, end[1] === 'exited' ? Number(end[2]) : null);
}
