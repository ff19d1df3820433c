import type { Sighting, SightingKind } from '../../model/transcript.ts';
import { connectFailure, sighting, type Tool } from './tool.ts';

// src/http.c, src/connect.c and src/host.c of GNU Wget.
const request = /^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d--\s{1,4}https?:\/\/(?:[^\s/@]{1,200}@)?(\[[0-9a-f:.]{2,45}\]|[^\s/:]{1,253})/;
const connecting =
  /^Connecting to (?:[^\s|]{1,253}(?: \([^)]{1,253}\))?\|)?(\[?[^\s|]{1,253}?\]?)(?:\|)?:\d{1,5}\.\.\. (connected|failed: .{1,100})/;

export const wget: Tool = {
  name: 'wget',
  near: ['HTTP request sent, ', ...Array.from('0123456789', (digit) => `--${digit}`)],
  marks: /^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d--\s{1,4}https?:\/\/|^HTTP request sent, awaiting response\.\.\. /,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    let address: string | null = null;
    for (const line of lines) {
      const { text } = line;
      const add = (what: SightingKind, detail: string | null = null) => void seen.push(sighting(what, line, { host, address, detail }));
      const asked = request.exec(text)?.[1];
      if (asked !== undefined) [host, address] = [asked, null];
      const [, name, found] = /^Resolving (\S{1,253}) \([^)]{1,253}\)\.\.\. (.{1,400})/.exec(text) ?? [];
      if (name !== undefined) {
        const first = /^(\[?[0-9a-f:.]{2,45})/.exec(found!)?.[1];
        if (found!.startsWith('failed: Temporary')) add('lookup-failed', 'temporary failure');
        else if (found!.startsWith('failed')) add('no-such-name');
        else if (first !== undefined) {
          address = first;
          add('resolves');
        }
      }
      const [, place, outcome] = connecting.exec(text) ?? [];
      if (place !== undefined) {
        if (/^[0-9.]+$/.test(place)) address = place;
        const what = outcome === 'connected' ? 'connects' : connectFailure(outcome!);
        if (what !== null) add(what);
      }
      // With -S the status line of the answer comes below, a little to the right.
      const status = /^(?:HTTP request sent, awaiting response\.\.\.|\s{2}HTTP\/\d(?:\.\d)?) ([1-5]\d\d)\b/.exec(text)?.[1];
      if (status !== undefined) add('answers', status);
      else if (/^HTTP request sent, awaiting response\.\.\. Read error \(Connection reset/.test(text)) add('reset');
      if (/^ERROR: .{0,300}(?:is not trusted|known issuer|self-signed certificate|cannot verify)/i.test(text)) add('tls-untrusted');
      else if (/^ERROR: .{0,300}(?:has expired|not yet valid)/.test(text)) add('tls-expired');
      else if (/does not match (?:hostname|requested host name)/.test(text)) add('tls-wrong-name');
      if (/^Length: .{0,60} \[text\/html\]/.test(text)) add('html', 'text/html');
      const moved = /^Location: https?:\/\/([^\s/:]{1,253}).{0,2000} \[following\]/.exec(text)?.[1];
      if (moved !== undefined) add('redirect', moved);
    }
    return seen;
  },
};
