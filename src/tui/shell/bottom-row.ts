import { displayWidth } from '../../report/width.ts';
import type { Glyphs } from '../view/glyphs.ts';
import { fitRow, type Row, row, span } from '../view/row.ts';
import type { ShownBinding } from './layer.ts';
import type { TypedPrompt } from './prompt.ts';

export interface Bottom {
  readonly prompt: TypedPrompt | null;
  readonly notice: string | null;
  /** Bindings that do something now, help and the way out at the end. */
  readonly keys: readonly ShownBinding[];
}

/** The last row: what is being typed, else what just happened, else the keys that do something now. */
export function bottomRow({ prompt, notice, keys }: Bottom, width: number, glyphs: Glyphs): Row {
  if (prompt) return promptRow(prompt, width, glyphs);
  if (notice !== null) return fitRow(row(` ${notice} `, 'notice'), width, glyphs.more);
  const texts = keys.flatMap(({ says }) => says?.().footer ?? []);
  // Help and the way out stay when the row is too short for all.
  while (texts.length > 2 && displayWidth(texts.join('  ')) + 1 > width) texts.splice(texts.length - 3, 1);
  return fitRow(row(` ${texts.join('  ')}`, 'quiet'), width, glyphs.more);
}

/** The end of a long text stays visible, since that is where one types. */
function promptRow({ question, text }: TypedPrompt, width: number, glyphs: Glyphs): Row {
  const room = width - displayWidth(question.label) - displayWidth(glyphs.caret) - 1;
  let shown = text;
  while (displayWidth(shown) > room && shown !== '') shown = Array.from(shown).slice(1).join('');
  return fitRow([span(` ${question.label}`, 'row'), span(shown, 'strong'), span(glyphs.caret)], width, '');
}
