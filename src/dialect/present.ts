import { createCharacterPairs } from '../model/character-pairs.ts';
import type { Dialect, Sign } from './dialect.ts';
import { hasEscapes, stripEscapes } from './escape.ts';
import { dialects } from './registry.ts';

/**
 * The dialects that may be in a log that is read as a whole: most of them can be ruled out by one search for their signs, which is quicker
 * than asking them at each line.
 */
export function dialectsIn(lines: readonly { readonly text: string }[]): readonly Dialect[] {
  const log = searched(lines.map(({ text }) => text));
  const pairs = createCharacterPairs();
  pairs.add(log);
  const standsIn = (sign: Sign): boolean => {
    if (typeof sign === 'string') return pairs.mayHold(sign) && log.includes(sign);
    if (typeof sign === 'function') return sign(log);
    return 'near' in sign ? sign.near.some(standsIn) && sign.pattern.test(log) : sign.test(log);
  };
  if (dialects.some(({ rewrites }) => rewrites?.some(standsIn))) return dialects;
  return dialects.filter(({ signs }) => signs === undefined || signs.some(standsIn));
}

/** The lines as they came, and those with escapes once more without. */
function searched(texts: readonly string[]): string {
  const log = texts.join('\n');
  return hasEscapes(log) ? [log, ...texts.filter(hasEscapes).map(stripEscapes)].join('\n') : log;
}
