/** One entry of GOPROXY. */
export interface ProxyEntry {
  readonly kind: 'proxy' | 'direct' | 'off';
  /** Of a proxy, with its scheme; else the word itself. */
  readonly url: string;
  /** Which answers lead to the next entry: after `|` any error, after `,` (and at the end) only 404 and 410. */
  readonly next: 'any-error' | 'not-found';
}

export type ProxyList = { readonly entries: readonly ProxyEntry[] } | { readonly error: string };

/**
 * GOPROXY as the go command reads it. Entries after `direct` and `off` are never reached, and are left out.
 * @param minor of the Go version, 21 for 1.21; `|` separates since 1.15. Source: cmd/go/internal/modfetch/proxy.go, proxyList.
 */
export function parseProxyList(value: string, minor: number = Infinity): ProxyList {
  const entries: ProxyEntry[] = [];
  const separators = minor >= 15 ? /[,|]/ : /,/;
  for (let rest = value; rest !== ''; ) {
    const at = rest.search(separators);
    const url = (at < 0 ? rest : rest.slice(0, at)).trim();
    const next = at >= 0 && rest[at] === '|' ? 'any-error' : 'not-found';
    rest = at < 0 ? '' : rest.slice(at + 1);
    if (url === '') continue;
    if (url === 'off' || url === 'direct') {
      entries.push({ kind: url, url, next: 'not-found' });
      break;
    }
    const full = withScheme(url);
    const error = proxyUrlError(full);
    if (error !== null) return { error };
    entries.push({ kind: 'proxy', url: full, next });
  }
  if (entries.length === 0) return { error: 'GOPROXY list is not the empty string, but contains no entries' };
  return { entries };
}

/** Single words are reserved; what has a dot, colon or slash and no scheme gets https. */
function withScheme(url: string): string {
  return /[.:/]/.test(url) && !url.includes(':/') && !url.startsWith('/') ? `https://${url}` : url;
}

/** What the go command says of a URL that it does not take, without the credentials in it. Source: newProxyRepo. */
function proxyUrlError(url: string): string | null {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  const shown = url.replace(/\/\/([^/@\s]*):[^/@\s]*@/, '//$1:xxxxx@');
  if (scheme === undefined) return `invalid proxy URL missing scheme: ${shown}`;
  if (scheme === 'file') return /^file:\/\/\/[^?#]*$/i.test(url) ? null : `invalid file:// proxy URL with non-path elements: ${shown}`;
  if (scheme !== 'http' && scheme !== 'https') return `invalid proxy URL scheme (must be https, http, file): ${shown}`;
  return URL.canParse(url) ? null : `this entry of GOPROXY is no URL: ${shown}`;
}
