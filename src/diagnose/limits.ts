import type { Finding } from '../model/finding.ts';
import { hasOne } from '../model/near.ts';

export type LimitId =
  | 'names'
  | 'dial'
  | 'dial-system'
  | 'tls'
  | 'insecure-client'
  | 'headers'
  | 'body'
  | 'challenge-basic'
  | 'challenge-bearer'
  | 'challenge-negotiate'
  | 'git-dial'
  | 'git-slow'
  | 'forward-basic'
  | 'forward-negotiate';

// The first one that fits; one text of `near` stands in all that its pattern finds. What the go command itself waits for: net/http, DefaultTransport (30 s to connect, 10 s for TLS, nothing for headers and body);
// cmd/go/internal/web, impatientInsecureHTTPClient (5 s, only with GOINSECURE); net, dnsReadConfig (5 s, 2 attempts).
// git has no limit of its own to connect: libcurl, CURLOPT_CONNECTTIMEOUT (300 s), and the system; git-config, http.lowSpeedLimit, http.lowSpeedTime.
// Credentials that fit a challenge: cmd/go/internal/auth (netrc: Basic; GOAUTH since Go 1.24: any header). RFC 9110, section 11.6.1.
export const limits: readonly (readonly [id: LimitId, near: readonly string[], pattern: RegExp])[] = [
  ['names', [' i/o timeout'], /\blookup [^\s:]{1,253}(?: on \S{1,60})?:(?: \S{1,200}){0,3} i\/o timeout/],
  ['dial', [': i/o timeout'], /\bdial tcp [^\s,]{1,80}: i\/o timeout/],
  [
    'dial-system',
    [' timed out', 'connectex: '],
    /\bdial tcp \S{1,120} (?:connect|getsockopt): (?:connection|operation) timed out|\bconnectex: A connection attempt failed/,
  ],
  ['tls', ['TLS handshake timeout'], /\bnet\/http: TLS handshake timeout/],
  ['insecure-client', ['(Client.Timeout exceeded while '], /\(Client\.Timeout exceeded while (?:awaiting headers|reading body)\)/],
  ['headers', ['timeout awaiting response headers'], /\btimeout awaiting response headers/],
  ['body', [' i/o timeout'], /\bread tcp \S{1,120} i\/o timeout/],
  ['challenge-basic', ['uthenticate'], /\b[Ww]{3}-[Aa]uthenticate["']?(?::| =) {0,2}\[?["']?Basic\b/],
  ['challenge-bearer', ['uthenticate'], /\b[Ww]{3}-[Aa]uthenticate["']?(?::| =) {0,2}\[?["']?Bearer\b/],
  ['challenge-negotiate', ['uthenticate'], /\b[Ww]{3}-[Aa]uthenticate["']?(?::| =) {0,2}\[?["']?(?:Negotiate|NTLM)\b/],
  [
    'git-dial',
    ['Failed to connect to ', 'Failed connect to ', 'ssh: connect to host '],
    /\bFailed to connect to \S{1,253} port \d{1,5}(?: after \d{4,7} ms)?: (?:(?:Connection|Operation) timed out|Timed out|Timeout was reached|Could(?:n't| not) connect)|\bFailed connect to \S{1,260}; (?:Connection|Operation) timed|\bssh: connect to host \S{1,253} port \d{1,5}: (?:Connection|Operation) timed out/,
  ],
  ['git-slow', ['Operation too slow'], /\bOperation too slow\. Less than \d{1,12} bytes\/sec transferred/],
  ['forward-basic', ['roxy-'], /^(?:< |.{0,60}<= Recv header: |)[Pp]roxy-[Aa]uthenticate: Basic\b/],
  ['forward-negotiate', ['roxy-'], /^(?:< |.{0,60}<= Recv header: |)[Pp]roxy-[Aa]uthenticate: (?:Negotiate|NTLM|Kerberos)\b/],
];

/** In which phase of a request a limit ran out, and whose limit it is; or which credentials a server asks for. Null where the words say nothing of it. */
export function limitOf({ unit, start, end, observer }: Finding): LimitId | null {
  // What another program has waited for, it alone knows.
  if (observer !== 'local') return null;
  const from = unit.text.lastIndexOf('\n', start) + 1;
  const lineEnd = unit.text.indexOf('\n', end);
  const line = unit.text.slice(from, lineEnd < 0 ? undefined : lineEnd).slice(0, 2000);
  return limits.find(([, near, pattern]) => hasOne(line, near) && pattern.test(line))?.[0] ?? null;
}
