import type { Sighting, SightingKind } from '../../model/transcript.ts';
import { createWriteOut } from './curl-write-out.ts';
import { connectFailure, sighting, type TextLine, type Tool } from './tool.ts';

const url = /\bhttps?:\/\/(?:[^\s/@'"]{1,200}@)?(\[[0-9a-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9.-]{0,252})/;
const echo = /(?:^|[\s$#>%;&|])curl\s.{0,2000}/;
const header = /^([A-Za-z-]{2,40}): (.{0,2000})$/;

// lib/vtls, lib/connect.c and lib/http.c of curl: the words after `* `.
const certificate: readonly (readonly [RegExp, SightingKind])[] = [
  [/certificate has expired|certificate is not yet valid|expiration date.{0,40}expired/i, 'tls-expired'],
  [/no alternative certificate subject name matches|does not match target host/i, 'tls-wrong-name'],
  [/self[- ]signed certificate|unable to get (?:local )?issuer certificate|certificate problem|verification failed/i, 'tls-untrusted'],
];

export const curl: Tool = {
  name: 'curl',
  near: ['Trying ', 'Connected to ', 'Could not resolve host: ', ' was resolved', 'HTTP/', 'Host: ', 'curl: (', '%{', 'time_'],
  marks:
    /^\*\s{1,4}(?:Trying |Connected to |Could not resolve host: |Host \S+ was resolved)|^[<>] (?:HTTP\/|Host: )|^curl: \(\d{1,3}\) |^HTTP\/[\d.]{1,3} [1-5]\d\d(?: |$)|^[$#] curl\s.{0,400}%\{(?:http_code|response_code|time_total)\}|^\s{0,40}time_(?:namelookup|appconnect|starttransfer)\s{0,10}[:=]\s{0,40}\d/,
  read: readCurl,
};

/** What curl shows with -v, -I, -i and -w; git's own traces of its requests have the same words. */
export function readCurl(lines: readonly TextLine[]): Sighting[] {
  const seen: Sighting[] = [];
  let host: string | null = null;
  let address: string | null = null;
  // Of the connection that is open: how far TLS came, and whether it leads through a forward proxy.
  let hello: 'none' | 'sent' | 'answered' = 'none';
  let broken = false;
  let tunnel = false;
  let secured = -1;
  let status = 0;
  let confused = false;
  let written = createWriteOut('');
  for (const line of lines) {
    const text = withoutMeter(line.text);
    const add = (what: SightingKind, detail: string | null = null) => void seen.push(sighting(what, line, { host, address, detail }));
    const command = echo.exec(text)?.[0];
    if (command !== undefined) {
      // A module proxy is no forward proxy: what comes back says nothing about either.
      confused = /\s(?:-x|--proxy|--preproxy)[ =]?['"]?\$\{?GOPROXY\b/.test(command);
      host = url.exec(command)?.[1] ?? host;
      address = null;
      status = 0;
      written = createWriteOut(command);
      continue;
    }
    if (confused) continue;
    const shown = written.read(text);
    if (shown) {
      host = url.exec(text)?.[1] ?? host;
      add(...shown);
      continue;
    }
    if (text.startsWith('* ') || text.startsWith('curl: (')) {
      const said = text.replace(/^(?:\*\s+|curl: \(\d{1,3}\) )/, '');
      const unknown = /^Could not resolve host: ([\w.-]{1,253})/.exec(said)?.[1];
      const trying = /^Trying (\[?[0-9a-f:.]{2,45}?\]?):\d{1,5}\.\.\./i.exec(said)?.[1];
      const connected = /^Connected to (\S{1,253}) \(([0-9a-f:.]{2,45})\) port/i.exec(said);
      const failed = /^Failed to connect to (\S{1,253}) port \d{1,5}(.{0,200})/.exec(said);
      const refused = /^connect to (\S{1,253}) port \d{1,5} (?:from \S{1,60} port \d{1,5} )?failed: (.{1,100})/.exec(said);
      const proxied = /^(?:CONNECT tunnel failed, response|Received HTTP code) (\d{3})/.exec(said)?.[1];
      const wrong = certificate.find(([words]) => words.test(said))?.[1];
      if (unknown !== undefined) {
        seen.push(sighting('no-such-name', line, { host: unknown }));
      } else if (trying !== undefined) {
        address = trying.replace(/^\[|\]$/g, '');
        [hello, broken, tunnel, secured] = ['none', false, false, -1];
      } else if (connected) {
        [host, address] = [connected[1]!, connected[2]!];
        [hello, broken] = ['none', false];
        add('connects');
      } else if (proxied !== undefined) add('tunnel-refused', proxied);
      else if (failed || refused) {
        const what = connectFailure((failed?.[2] ?? refused?.[2])!);
        host = failed?.[1] ?? refused?.[1] ?? host;
        if (what !== null) add(what);
      } else if (/^(?:Connection|Resolving) timed? ?out after/.test(said)) add(said.startsWith('R') ? 'lookup-silent' : 'silent');
      else if (/\(OUT\), TLS handshake, Client hello|^ALPN: offers/.test(said)) hello = hello === 'none' ? 'sent' : hello;
      else if (/\(IN\), TLS handshake, Server hello/.test(said)) hello = 'answered';
      else if (said.startsWith('SSL connection using')) {
        hello = 'answered';
        secured = seen.length;
        add('tls-done');
      } else if (/^issuer: /.test(said) && secured >= 0)
        seen[secured] = { ...seen[secured]!, line: line.number, detail: said.slice(8, 208) };
      // With -k, or http.sslVerify=false.
      else if (secured >= 0 && /continuing anyway|^server certificate verification SKIPPED/.test(said)) {
        if (said.startsWith('server')) seen.splice(secured, 1);
        else seen[secured] = { ...seen[secured]!, what: wrong ?? 'tls-untrusted' };
        secured = -1;
      } else if (wrong !== undefined && !broken) {
        broken = true;
        add(wrong, said);
      } else if (
        /Connection reset by peer|SSL_ERROR_SYSCALL|unexpected eof/i.test(said) &&
        !broken &&
        /^(?:Recv failure|OpenSSL|Send failure|TLS connect error|SSL_)/.test(said)
      ) {
        broken = true;
        add(hello === 'sent' ? 'reset-early' : 'reset');
      }
      continue;
    }
    if (text.startsWith('> ')) {
      const target = /^> CONNECT (\[[0-9a-f:.]{2,45}\]|[^\s:]{1,253}):\d{1,5} /i.exec(text)?.[1];
      // The address that was connected to is that of the forward proxy.
      if (target !== undefined) [tunnel, host, address] = [true, target, null];
      else if (/^> [A-Z]{3,10} \S+ HTTP\//.test(text)) tunnel = false;
      const asked = /^> Host: (\[[0-9a-f:.]{2,45}\]|[^\s:]{1,253})/i.exec(text)?.[1];
      if (asked !== undefined && !tunnel) host = asked;
      continue;
    }
    const answer = text.startsWith('< ') ? text.slice(2) : text;
    const code = /^HTTP\/[\d.]{1,3} ([1-5]\d\d)(?: |$)/.exec(answer)?.[1];
    if (code !== undefined) {
      status = Number(code);
      if (tunnel) {
        if (status >= 400) add('tunnel-refused', code);
      } else if (status >= 200) add('answers', code);
      continue;
    }
    const number = /^\s{0,40}(?:http_code\s{0,10}[:=] {0,40})?([1-5]\d\d)(?: .{0,300})?$/.exec(answer)?.[1];
    const place = number === undefined ? null : url.exec(answer)?.[1];
    if (number !== undefined && (place || answer.trimStart().startsWith('http_code'))) {
      host = place ?? host;
      add('answers', number);
      continue;
    }
    const [, name, value] = status > 0 ? (header.exec(answer) ?? []) : [];
    if (name !== undefined && !tunnel) readHeader(name.toLowerCase(), value!, status, add);
  }
  return seen;
}

/** Where the body goes into a file, curl's progress meter stands in front of what -v prints. */
function withoutMeter(text: string): string {
  return text.includes('--:--:--') ? text.replace(/^[\s\d.kMGT:-]{60,120}(?=[*<>] )/, '') : text;
}

function readHeader(name: string, value: string, status: number, add: (what: SightingKind, detail: string) => void): void {
  if (name === 'www-authenticate') {
    // RFC 9110, 11.6.1; RFC 7617 and RFC 6750 for the two schemes that go can answer.
    const scheme = /^([A-Za-z][\w-]{1,20})/.exec(value)?.[1]?.toLowerCase();
    add(scheme === 'basic' ? 'challenge-basic' : scheme === 'bearer' ? 'challenge-bearer' : 'challenge-other', value);
  } else if (name === 'location' && status >= 300 && status < 400) add('redirect', url.exec(value)?.[1] ?? value);
  else if (name === 'content-type' && status < 300 && /^text\/html\b/i.test(value)) add('html', value);
}
