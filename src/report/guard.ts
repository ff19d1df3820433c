const PLAIN = /^[\x20-\x7e]*$/;
// Invisible or order-changing characters: controls, format characters (zero width, bidi, tags), lone surrogates, line separators, blank letters.
let unsafe: RegExp | null = null;
// Letters and signs of the reports themselves, none of which is unsafe: most texts have no others.
const SAFE = /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u23ff\u2500-\u27bf\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;
// Made when first needed: tables of Unicode are slow to make.
const unsafePattern = () => (unsafe ??= /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu);
const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2026': '...',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2192': '->',
  '\u00a0': ' ',
};

export interface GuardOptions {
  /** Nothing outside ASCII is let through. */
  readonly ascii?: boolean;
  /** Line ends stay; else several lines become one, so that outside text cannot start a line of the report. */
  readonly lines?: boolean;
}

/** Outside text made safe for a terminal: what could move the cursor, hide or reorder text is shown as `<U+001B>`. */
export function guardText(text: string, options: GuardOptions = {}): string {
  if (PLAIN.test(text)) return text;
  const flat = options.lines ? text.replaceAll('\r\n', '\n') : text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const spaced = flat.replaceAll('\t', '  ');
  const guarded = SAFE.test(spaced)
    ? spaced
    : spaced.replace(unsafePattern(), (char) => (char === '\n' && options.lines ? char : visible(char)));
  return options.ascii ? guarded.replace(/[^\n\x20-\x7e]/gu, (char) => TYPOGRAPHY[char] ?? visible(char)) : guarded;
}

// These may have several lines: a command to type, a part of a file.
const KEEPS_LINES = new Set(['posix', 'fragment', 'find', 'replace']);

/** The same data with every string in it guarded: a renderer behind this cannot forget one. Parts in which nothing is unsafe are not copied. */
export function guardData<T>(data: T, options: GuardOptions = {}, key = ''): T {
  if (typeof data === 'string') return (PLAIN.test(data) ? data : guardText(data, { ...options, lines: KEEPS_LINES.has(key) })) as T;
  if (typeof data !== 'object' || data === null) return data;
  return (Array.isArray(data) ? guardList(data, options, key) : guardObject(data as Record<string, unknown>, options)) as T;
}

function guardList(list: readonly unknown[], options: GuardOptions, key: string): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const guarded = guardData(list[index], options, key);
    if (guarded !== list[index]) (copy ??= list.slice())[index] = guarded;
  }
  return copy ?? list;
}

function guardObject(object: Readonly<Record<string, unknown>>, options: GuardOptions): unknown {
  let changed: [string, unknown][] | null = null;
  for (const name of Object.keys(object)) {
    const guarded = guardData(object[name], options, name);
    if (guarded !== object[name]) (changed ??= []).push([name, guarded]);
  }
  // In the order of the names, and with any of them as a name of its own: a variable may be called `__proto__`.
  return changed === null ? object : Object.fromEntries([...Object.entries(object), ...changed]);
}

/** JSON text in which characters that a terminal or editor would obey are written as `\uXXXX`: the same data for every reader. */
export function guardJson(json: string): string {
  if (/^[\n\x20-\x7e]*$/.test(json)) return json;
  return json.replace(unsafePattern(), (char) => (char === '\n' ? char : char.replace(/[\s\S]/g, jsonEscape)));
}

function jsonEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function visible(char: string): string {
  return `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}
