import type { Sighting, SightingKind } from '../../model/transcript.ts';
import { sighting, type Tool } from './tool.ts';

// apps/s_client.c and crypto/x509/x509_txt.c of OpenSSL.
const refused = 111;
const timedOut = 110;

export const openssl: Tool = {
  name: 'openssl',
  near: ['CONNECTED(', 'SSL handshake has read ', 'Verify return code: ', 'errno='],
  marks:
    /^CONNECTED\([0-9A-F]{8}\)$|^SSL handshake has read \d+ bytes|^Verify return code: \d+|^\s*Verify return code: \d+ \(|^(?:connect|write):errno=\d+/,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    let address: string | null = null;
    let issuer: string | null = null;
    for (const line of lines) {
      const { text } = line;
      const add = (what: SightingKind, detail: string | null = null) => void seen.push(sighting(what, line, { host, address, detail }));
      const target = /\bs_client\b.{0,400}?-connect[ =](\[[0-9a-f:.]{2,45}\]|[^\s:]{1,253}):\d{1,5}/.exec(text)?.[1];
      const name = /\bs_client\b.{0,400}?-servername[ =](\S{1,253})/.exec(text)?.[1];
      if (target !== undefined) {
        host = name ?? target;
        address = name === undefined ? null : target;
        issuer = null;
      } else if (text.startsWith('CONNECTED(')) add('connects');
      else if (text.startsWith('subject=')) host ??= /\bCN ?= ?([\w.-]{3,253})/.exec(text)?.[1] ?? null;
      else if (text.startsWith('issuer=')) issuer = text.slice(7);
      else if (text.startsWith('connect:errno=')) {
        const errno = Number(text.slice(14));
        if (errno === refused || errno === timedOut) add(errno === refused ? 'refuses' : 'silent');
      } else if (/^SSL handshake has read 0 bytes and written [1-9]/.test(text)) add('reset-early');
      else if (/^\s{0,8}Verify return code: \d/.test(text) && issuer !== null) {
        add(verdict(text), issuer);
        issuer = null;
      }
    }
    // TLS 1.3 says it again for each session ticket.
    return seen;
  },
};

function verdict(text: string): SightingKind {
  if (/: 0 \(ok\)/.test(text)) return 'tls-done';
  if (/expired|not yet valid/.test(text)) return 'tls-expired';
  return /hostname mismatch|Hostname/.test(text) ? 'tls-wrong-name' : 'tls-untrusted';
}
