import type { RecentLine } from '../session/growing/recent-lines.ts';
import type { Source } from './source.ts';

/** The lines that are recent now, with their secrets hidden when they are looked at. */
export function shownWindow({ log }: Source) {
  const window = log.recent.window();
  return {
    total: window.total,
    held: () => window.held(),
    after: (build: number, line: number) => window.after(build, line),
    last(count: number, skip = 0): RecentLine[] {
      const lines = window.last(count, skip);
      const texts = log.build().session.hide(lines.map(({ text }) => text));
      return lines.map((line, index) => ({ ...line, text: texts[index]! }));
    },
  };
}
