import type { Signal } from '../model/catalog.ts';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** A compiled pattern: the first match in a text, or null. */
export type Pattern = (text: string) => Match | null;

/** Runs patterns that are not proven for the native engine. It is loaded only when a pack has one. */
export type LinearEngine = (pattern: string) => Pattern;

export function compilePattern(signal: Signal, linear: LinearEngine | null): Pattern {
  if (!signal.native) {
    if (linear === null) throw new TypeError(`signal ${signal.id} needs the linear engine`);
    return linear(signal.pattern);
  }
  const ignoreCase = signal.pattern.startsWith('(?i)');
  const expression = new RegExp(ignoreCase ? signal.pattern.slice(4) : signal.pattern, ignoreCase ? 'im' : 'm');
  return (text) => {
    const found = expression.exec(text);
    if (!found) return null;
    const groups: Record<string, string> = {};
    for (const [name, value] of Object.entries(found.groups ?? {})) if (value) groups[name] = value;
    return { start: found.index, end: found.index + found[0].length, groups };
  };
}
