import type { Dialect, Sign } from './dialect.ts';
import { hasEscapes, stripEscapes } from './escape.ts';
import { dialects } from './registry.ts';

/**
 * The dialects that may be in a log that is read as a whole: most of them can be ruled out by one search for their signs, which is quicker
 * than asking them at each line.
 */
export function dialectsIn(lines: readonly { readonly text: string }[]): readonly Dialect[] {
  const log = searched(lines.map(({ text }) => text));
  if (dialects.some(({ rewrites = [] }) => standsIn(rewrites, log))) return dialects;
  return dialects.filter(({ signs }) => signs === undefined || standsIn(signs, log));
}

/** The lines as they came, and those with escapes once more without. */
function searched(texts: readonly string[]): string {
  const log = texts.join('\n');
  return hasEscapes(log) ? [log, ...texts.filter(hasEscapes).map(stripEscapes)].join('\n') : log;
}

function standsIn(signs: readonly Sign[], log: string): boolean {
  return signs.some((sign) => {
    if (typeof sign === 'string') return log.includes(sign);
    return typeof sign === 'function' ? sign(log) : sign.test(log);
  });
}
