import { displayWidth } from '../report/width.ts';
import type { Glyphs } from './glyphs.ts';
import { bindings } from './keys.ts';
import type { Model } from './model.ts';
import { fitRow, type Row, row, span } from './row.ts';
import type { State } from './state.ts';

/** The last row: what is being typed, else what just happened, else the keys that do something now. */
export function footerRow(state: State, model: Model, width: number, glyphs: Glyphs): Row {
  const typing = state.log?.typing;
  if (typing != null) return fitRow([span(' /', 'row'), span(typing, 'strong'), span(glyphs.caret)], width, '');
  if (state.notice !== null) return fitRow(row(` ${state.notice} `, 'notice'), width, glyphs.more);
  const keys = activeKeys(state, model);
  // Help and the way out stay when the row is too short for all.
  while (keys.length > 2 && displayWidth(keys.join('  ')) + 1 > width) keys.splice(keys.length - 3, 1);
  return fitRow(row(` ${keys.join('  ')}`, 'quiet'), width, glyphs.more);
}

function activeKeys(state: State, model: Model): string[] {
  const where = state.log ? 'log' : 'report';
  return bindings
    .filter((binding) => binding.footer && (!binding.where || binding.where === where) && (binding.works?.(state, model) ?? true))
    .map(({ footer }) => footer!);
}
