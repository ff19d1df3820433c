import type { Report, TimelineEvent } from '../../../model/report.ts';
import { type Block, block, type Side } from '../../view/block.ts';
import { words } from '../../words.ts';

const SIDE: Readonly<Record<TimelineEvent['kind'], Side>> = {
  command: 'title',
  download: 'plain',
  request: 'plain',
  error: 'bad',
  retry: 'warning',
  gap: 'quiet',
  exit: 'title',
};

/** Ways to show when something happened; the first one at first. */
export const timeModes = ['clock', 'since', 'delta', 'off'] as const;
export type TimeMode = (typeof timeModes)[number];

/** What happened in order, with its time of day, since the first event, and since the one before. */
export function timelineBlocks({ timeline }: Report): Block[] {
  const timed = timeline.filter(({ t, clock }) => t !== null && clock !== 'order');
  const first = timed[0]?.t ?? 0;
  let before = first;
  return timeline.map((event) => {
    const { kind, text, line, ms } = event;
    const known = event.t !== null && event.clock !== 'order';
    const labels = {
      clock: timeOf(event),
      since: known ? seconds(event.t! - first) : '',
      delta: known ? seconds(event.t! - before) : '',
      off: '',
    };
    if (known) before = event.t!;
    return block(SIDE[kind], labels.clock, kind === 'gap' ? words.silence(ms ?? 0) + text : text, { line, brief: true, labels });
  });
}

/** The events with the labels of a mode. */
export function withTimes(blocks: readonly Block[], mode: TimeMode): readonly Block[] {
  return mode === 'clock' ? blocks : blocks.map((item) => ({ ...item, label: item.labels?.[mode] ?? item.label }));
}

/** `+12.4 s`; the log's clock may have been set back. */
function seconds(milliseconds: number): string {
  return `${milliseconds < 0 ? '-' : '+'}${(Math.abs(milliseconds) / 1000).toFixed(1)} s`;
}

function timeOf({ clock, t }: TimelineEvent): string {
  if (t === null || clock === 'order') return '';
  if (clock === 'relative') return `+${(t / 1000).toFixed(1)} s`;
  // The log's own wall clock: reading it in the reader's time zone would make it disagree with the log.
  return new Date(t).toISOString().slice(11, 19);
}
