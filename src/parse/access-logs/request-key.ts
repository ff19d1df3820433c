// What go asks a module proxy for: https://go.dev/ref/mod#goproxy-protocol, and the checksum database through one.
const asksForModule = /\/@v\/|\/@latest(?:$|[?#])|\/(?:lookup|tile|latest|supported)(?:\/|$)/;
const sumdb = /(?:^|\/)(?:sumdb\/)?([a-z0-9.-]+\.[a-z]{2,24})\/((?:lookup|tile)\/.{1,600}|latest|supported)$/;
const bareSumdb = /^\/?((?:lookup|tile)\/.{1,600})$/;
const mostCharacters = 2000;

/**
 * What a URL or path asks for, the same on both sides: servers in between leave out or add what stands before the module (`/artifactory/api/go/go/`).
 * @returns null when it asks for no module
 */
export function requestKey(url: string): string | null {
  if (url.length > mostCharacters || !asksForModule.test(url)) return null;
  const path = url
    .replace(/^[a-z]{2,8}:\/\/[^/]{0,300}/i, '')
    .replace(/[?#].*$/, '')
    .replaceAll(/%(21|40|2[Bb]|7[Ee])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const lookup = sumdb.exec(path)?.[2] ?? bareSumdb.exec(path)?.[1];
  if (lookup !== undefined) return lookup;
  const parts = path.split('/');
  const at = parts.findIndex((part) => part === '@v' || part === '@latest');
  if (at < 1) return null;
  // The first element of a module path that is downloaded has a dot.
  const first = parts.findIndex((part, index) => index < at && /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(part));
  if (first < 0) return null;
  return parts.slice(first).join('/');
}

/** The host of a URL, lower case, without a port; empty where there is none. */
export function hostOf(url: string): string {
  return (/^[a-z]{2,8}:\/\/(?:[^/@\s]{0,200}@)?(\[[0-9a-f:.]{2,50}\]|[^/:\s]{1,253})/i.exec(url)?.[1] ?? '').toLowerCase();
}
