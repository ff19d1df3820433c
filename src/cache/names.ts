/** The cache spells `A` as `!a`; null for what EscapePath never writes. golang.org/x/mod/module, UnescapePath. */
export function unescapeName(escaped: string): string | null {
  if (/[A-Z]|![^a-z]|!$/.test(escaped)) return null;
  return escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The reverse, for a path or version that is well-formed. */
export function escapeName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

export const suffixes = ['info', 'mod', 'zip', 'ziphash', 'lock', 'partial'] as const;
export type Suffix = (typeof suffixes)[number];

/** What a name below `@v` stands for. `tmp`: a file that was being written. */
export type CachedName =
  | { readonly kind: 'file'; readonly version: string; readonly suffix: Suffix }
  | { readonly kind: 'tmp'; readonly version: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'list-lock' }
  | { readonly kind: 'other' };

// cmd/go/internal/modfetch, tempFile: a random decimal before `.tmp`, behind the name that it becomes.
const temporary = /^(.{1,255})\.(?:info|mod|zip)\d{1,20}\.tmp$/;

/** Reads a name of `cache/download/MODULE/@v`. cmd/go/internal/modfetch, CachePath. */
export function cachedName(name: string): CachedName {
  if (name === 'list') return { kind: 'list' };
  if (name === 'list.lock') return { kind: 'list-lock' };
  const dot = name.lastIndexOf('.');
  const suffix = suffixes.find((one) => one === name.slice(dot + 1));
  if (suffix !== undefined && dot > 0) return { kind: 'file', version: name.slice(0, dot), suffix };
  const version = temporary.exec(name)?.[1];
  return version === undefined ? { kind: 'other' } : { kind: 'tmp', version };
}
