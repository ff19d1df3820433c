import type { Pane } from './state.ts';

export type Heights = Readonly<Record<Pane, number>>;

/**
 * Rows for each pane of one column, titles included. The cause, the reasons and the cure come first;
 * the timeline has what is left, and the pane that the keys act on gets more.
 * @param wants rows of contents
 */
export function splitHeight(wants: Heights, focus: Pane, height: number): Heights {
  const causes = Math.min(wants.causes, Math.max(3, Math.floor(height * (focus === 'causes' ? 0.35 : 0.25)))) + 1;
  let rest = height - causes;
  let timeline = focus === 'timeline' ? Math.min(wants.timeline + 1, Math.max(5, Math.floor(rest * 0.5))) : 0;
  rest -= timeline;
  const [why, fix] = share(wants.why + 1, wants.fix + 1, rest, focus);
  const left = rest - why - fix;
  // A title with nothing below it says nothing.
  if (timeline > 0 || left >= 2) timeline += left;
  return { causes, why, fix: height - causes - timeline - why, timeline };
}

const LEAST = 3;

/** Two panes in a space: both whole if they fit, else half each, and more for the one that has the focus. */
export function share(why: number, fix: number, space: number, focus: Pane): [why: number, fix: number] {
  if (why + fix <= space) return [why, fix];
  const part = focus === 'why' ? 0.65 : focus === 'fix' ? 0.35 : 0.5;
  const least = Math.max(LEAST, Math.floor(space * part));
  const whyRows = Math.max(Math.min(why, least), space - fix);
  return [whyRows, space - whyRows];
}
