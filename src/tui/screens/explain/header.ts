import { cutToWidth, displayWidth } from '../../../report/width.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { fitRow, type Row, row, span, spread } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { words } from '../../words.ts';
import type { Model } from './model.ts';

const VERDICT_TONE: Readonly<Record<Model['verdict'], Tone>> = {
  'module-failure': 'bad',
  'not-module': 'doubtful',
  unknown: 'unknown',
  'no-failure': 'good',
};

/** The verdict, then what was hidden or cut. */
export function headerRows(model: Model, width: number, glyphs: Glyphs): Row[] {
  const right = `${words.lines(model.lines)} `;
  // The verdict is what people came for: a long name gives way to it.
  const room = Math.max(8, width - displayWidth(model.headline) - displayWidth(right) - 14);
  const name = cutToWidth(model.name, room, glyphs.more);
  const left: Row = [span(' modwhy  ', 'quiet'), span(name + words.colon, 'strong'), span(model.headline, VERDICT_TONE[model.verdict])];
  const head = spread(left, row(right, 'quiet'), width, glyphs.more);
  return model.notes.length === 0 ? [head] : [head, fitRow(row(` ${model.notes.join(words.semicolon)}`, 'doubtful'), width, glyphs.more)];
}
