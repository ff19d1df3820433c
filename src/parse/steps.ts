import type { Segment } from '../model/finding.ts';

interface Lane {
  /** Of the step that is running. */
  recent: Segment[];
  /** How many of these the step of another lane has closed, or will never close. */
  closed: number;
  /** What earlier steps left open. */
  left: Segment[];
  newest: Segment;
}

/** What the begin of a step and the failure of one say of the segments before, without a look at each of them for each step. */
export interface Steps {
  opened(segment: Segment): void;
  /** It had an end, and turns out to go on. */
  reopened(segment: Segment): void;
  /** A step that has failed says nothing of what it ran in lanes of their own. */
  failed(lane: string): void;
  /**
   * A CI system starts the next step only when the one before has succeeded. Of a step that failed, nothing says how its other commands ended.
   * Steps with lanes of their own, `job/step`, follow each other within their job.
   * @param lane where the next step begins
   */
  next(lane: string): void;
}

/** @param broken segments that have failed, although no line says how they ended */
export function createSteps(broken: ReadonlySet<Segment>): Steps {
  const lanes = new Map<string, Lane>();
  // Lanes by what they begin with, up to a slash: those with something to close, and those whose newest segment a failure may settle.
  const closable = new Map<string, Set<string>>();
  const unsettled = new Map<string, Set<string>>();
  const settled = new Set<Segment>();

  const isOpen = (segment: Segment) => segment.exit === 'open' && !settled.has(segment);
  const close = (segment: Segment) => {
    if (isOpen(segment)) segment.exit = broken.has(segment) ? 'failed' : 0;
  };
  const closeAll = (lane: Lane) => {
    for (; lane.closed < lane.recent.length; lane.closed++) close(lane.recent[lane.closed]!);
    lane.left.forEach(close);
    lane.left = [];
  };

  return {
    opened(segment) {
      const lane = lanes.get(segment.lane);
      if (lane) {
        lane.recent.push(segment);
        lane.newest = segment;
      } else lanes.set(segment.lane, { recent: [segment], closed: 0, left: [], newest: segment });
      addBelow(closable, segment.lane);
      addBelow(unsettled, segment.lane);
    },
    reopened(segment) {
      lanes.get(segment.lane)!.left.push(segment);
      addBelow(closable, segment.lane);
    },
    failed(lane) {
      const inner = unsettled.get(`${lane}/`);
      for (const name of inner ?? []) settled.add(lanes.get(name)!.newest);
      inner?.clear();
    },
    next(lane) {
      const own = lanes.get(lane);
      if (own) {
        const failed = own.recent.some(({ exit }) => exit !== 'open' && exit !== 0);
        for (const segment of own.recent) {
          if (!failed || broken.has(segment)) close(segment);
          if (isOpen(segment)) own.left.push(segment);
        }
        own.recent = [];
        own.closed = 0;
      }
      const others = lane.includes('/') ? closable.get(lane.slice(0, lane.lastIndexOf('/') + 1)) : undefined;
      for (const name of others ?? []) {
        if (name === lane) continue;
        closeAll(lanes.get(name)!);
        others!.delete(name);
      }
    },
  };
}

function addBelow(lanes: Map<string, Set<string>>, lane: string): void {
  for (let slash = lane.indexOf('/'); slash >= 0; slash = lane.indexOf('/', slash + 1)) {
    const start = lane.slice(0, slash + 1);
    const below = lanes.get(start);
    if (below) below.add(lane);
    else lanes.set(start, new Set([lane]));
  }
}
