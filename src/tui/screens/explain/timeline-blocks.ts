import type { Report, TimelineEvent } from '../../../model/report.ts';
import { type Block, block, type Side } from '../../view/block.ts';
import { words } from '../../words.ts';

const SIDE: Readonly<Record<TimelineEvent['kind'], Side>> = {
  command: 'title',
  download: 'plain',
  error: 'bad',
  retry: 'warning',
  gap: 'quiet',
  exit: 'title',
};

/** What happened in order; the label is the time of day, or since the start of the step. */
export function timelineBlocks(report: Report): Block[] {
  return report.timeline.map((event) =>
    block(SIDE[event.kind], time(event), event.kind === 'gap' ? words.silence(event.ms ?? 0) + event.text : event.text, {
      line: event.line,
      brief: true,
    }),
  );
}

function time({ clock, t }: TimelineEvent): string {
  if (t === null || clock === 'order') return '';
  if (clock === 'relative') return `+${(t / 1000).toFixed(1)} s`;
  // The log's own wall clock: reading it in the reader's time zone would make it disagree with the log.
  return new Date(t).toISOString().slice(11, 19);
}
