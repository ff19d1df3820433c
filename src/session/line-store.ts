import type { Line } from '../model/line.ts';
import { createLineQueue } from './line-queue.ts';
import { createTraceLines } from './trace-lines.ts';

/** What a line costs beside its text: the object, and what is built on it later. */
const overhead = 200;
/** Characters held from the start, and as many from the end: with what is found in them, the program then stays below 300 MB. A log whose lines nearly all speak of errors would fill the memory otherwise. */
const limit = 16 << 20;

/** The lines that were read: all of them, or the first and the last ones of a log that has too many. */
export interface LineStore {
  /** @param traced a trace goes on in it, and nothing failed: the trace itself was read, so that fewer of these are held */
  add(line: Line, traced?: boolean): void;
  last(): Line | undefined;
  /** In order; the ones that were dropped stood in one stretch, those of traces wherever they were. A line is the same object each time. */
  all(): readonly Line[];
  dropped(): number;
  /** Lines of traces that were dropped. */
  droppedTraces(): number;
}

/** @param most held from the start, and again from the end */
export function createLineStore(most = limit): LineStore {
  const head = createLineQueue();
  let headCost = 0;
  const tail = createLineQueue();
  let tailCost = 0;
  let dropped = 0;
  let last: Line | undefined;
  const traces = createTraceLines();
  const hold = (line: Line) => {
    const cost = line.text.length + overhead;
    if (tail.count() === 0 && headCost + cost <= most) {
      head.push(line);
      headCost += cost;
      return;
    }
    tail.push(line);
    tailCost += cost;
    while (tailCost > most && tail.count() > 1) {
      tailCost -= tail.drop() + overhead;
      dropped++;
    }
  };
  return {
    add(line, traced = false) {
      last = line;
      if (!(traced && traces.take(line))) hold(line);
    },
    last: () => last,
    all: () => traces.among(tail.count() === 0 ? head.all() : head.all().concat(tail.all())),
    dropped: () => dropped,
    droppedTraces: traces.dropped,
  };
}
