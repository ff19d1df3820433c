import type { HarFile, HarRequest } from '../model/evidence.ts';

const mostRequests = 20_000;
// Of a page that asks a person: a field for a password, or a form that goes on to one.
const signInPage =
  /<input[^>]{0,300}type=["']?password|<title>[^<]{0,100}(?:sign.?in|log.?in|single sign)|name=["']?SAMLRequest|\/oauth2\/authorize/i;
const signInPlace = /\/(?:log-?in|sign-?in|sso|saml2?|oauth2?|adfs|auth\/realms)\b/i;

/** Reads an HTTP Archive (version 1.2, as browsers, mitmproxy and Charles write it); null for anything else. Bodies are looked at and not kept. */
export function readHar(text: string): HarFile | null {
  if (!/^\s*\{/.test(text) || !text.slice(0, 4096).includes('"log"')) return null;
  let entries: unknown;
  try {
    entries = member(member(JSON.parse(text), 'log'), 'entries');
  } catch {
    return null;
  }
  if (!Array.isArray(entries)) return null;
  const lines = createLineFinder(text);
  const requests: HarRequest[] = [];
  for (const entry of entries.slice(0, mostRequests)) {
    const [request, response] = [member(entry, 'request'), member(entry, 'response')];
    const address = member(request, 'url');
    if (typeof address !== 'string') continue;
    const line = lines(address);
    if (!URL.canParse(address)) continue;
    const url = new URL(address);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') continue;
    const at = Date.parse(String(member(entry, 'startedDateTime')));
    const status = numberOf(member(response, 'status'));
    requests.push({
      method: word(member(request, 'method'), 'GET'),
      url: `${url.protocol}//${url.host}${url.pathname}`.slice(0, 2000),
      at: Number.isNaN(at) ? null : at,
      ms: typeof member(entry, 'time') === 'number' ? Math.round(numberOf(member(entry, 'time'))) : null,
      status: Number.isInteger(status) && status >= 100 && status < 600 ? status : 0,
      type: word(member(member(response, 'content'), 'mimeType'), ''),
      agent: agentOf(member(request, 'headers')),
      signIn: asksToSignIn(response, url.host),
      line,
    });
  }
  return { kind: 'HAR', requests };
}

/** net/http and cmd/go/internal/web: `Go-http-client/1.1`, since Go 1.27 `GoCommand/1`. */
function agentOf(headers: unknown): HarRequest['agent'] {
  if (!Array.isArray(headers)) return null;
  const own = headers.slice(0, 200).find((one) => String(member(one, 'name')).toLowerCase() === 'user-agent');
  if (own === undefined) return null;
  return /^(?:Go-http-client|GoCommand)\//.test(String(member(own, 'value'))) ? 'go' : 'other';
}

function asksToSignIn(response: unknown, host: string): boolean {
  const status = numberOf(member(response, 'status'));
  const target = member(response, 'redirectURL');
  if (status >= 300 && status < 400 && typeof target === 'string' && URL.canParse(target)) {
    const { host: other, pathname } = new URL(target);
    return signInPlace.test(pathname) || (other !== host && /^(?:login|signin|sso|auth|adfs|idp|accounts?)\./.test(other));
  }
  const content = member(response, 'content');
  const body = member(content, 'text');
  if (typeof body !== 'string' || member(content, 'encoding') === 'base64') return false;
  return /html/i.test(word(member(content, 'mimeType'), '')) && signInPage.test(body.slice(0, 65_536));
}

/** Requests stand in the file in their order: each is looked for behind the one before. */
function createLineFinder(text: string): (url: string) => number {
  let at = 0;
  let line = 1;
  return (url) => {
    const found = text.indexOf(JSON.stringify(url), at);
    if (found < 0) return line;
    for (let next = text.indexOf('\n', at); next >= 0 && next < found; next = text.indexOf('\n', next + 1)) line++;
    at = found;
    return line;
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** A short word of the file: of a hostile one anything may stand here. */
function word(value: unknown, otherwise: string): string {
  return typeof value === 'string' && /^[\w.+/-]{1,80}/.test(value) ? /^[\w.+/-]{1,80}/.exec(value)![0] : otherwise;
}

/** A request as it is shown: `GET https://proxy.example.com/x: 403 text/html (120 ms)`. */
export function shownRequest({ method, url, status, type, ms }: HarRequest): string {
  return `${method} ${url}: ${status}${type === '' ? '' : ` ${type}`}${ms === null ? '' : ` (${ms} ms)`}`;
}
