import { type Content, element, type Markup } from './markup.ts';

// All lengths are shares of the drawing: it takes every width, and nothing in it is stretched out of shape.

/** A place as a share of the whole, `12.34%`. */
export function share(part: number, whole: number): string {
  const value = whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0;
  return `${Number(value.toFixed(2))}%`;
}

export interface Bar {
  /** Of the whole: where it begins and how long it is. */
  readonly from: number;
  readonly size: number;
  readonly className: string;
  readonly title?: string;
}

/** One row of bars behind each other. @param label what it shows, for those who do not see it; null: the text beside it says so */
export function barRow(bars: readonly Bar[], whole: number, label: string | null): Markup {
  const rects = bars
    .filter(({ size }) => size > 0)
    .map(({ from, size, className, title }) =>
      element(
        'rect',
        { class: className, x: share(from, whole), y: 0, width: share(size, whole), height: '100%' },
        title === undefined ? null : element('title', {}, title),
      ),
    );
  return drawing('bar-row', label, ...rects);
}

/** Small bars side by side, one for each number. */
export function sparkline(values: readonly number[], className: string): Markup {
  const most = Math.max(1, ...values);
  const rects = values.map((value, index) =>
    value === 0
      ? null
      : element('rect', {
          class: className,
          x: share(index + 0.1, values.length),
          width: share(0.8, values.length),
          // The least is still seen.
          y: share(most - Math.max(value, most * 0.08), most),
          height: share(Math.max(value, most * 0.08), most),
        }),
  );
  return drawing('spark', null, ...rects);
}

/** A drawing that is one picture for a screen reader, or none where the text beside it says the same. */
export function drawing(className: string, label: string | null, ...content: readonly Content[]): Markup {
  const spoken = label === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  return element('svg', { class: className, width: '100%', focusable: 'false', ...spoken }, ...content);
}

/** The end of a scale that is easy to read, with a middle that is, too. */
export function niceEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10].map((times) => times * power).find((end) => end >= most)!;
}

/** A square in a colour of the chart. */
export function swatch(className: string): Markup {
  return element(
    'svg',
    { class: 'swatch', width: 12, height: 12, 'aria-hidden': 'true', focusable: 'false' },
    element('rect', { class: className, width: 12, height: 12, rx: 2 }),
  );
}
