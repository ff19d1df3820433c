import type { Sighting } from '../../model/transcript.ts';
import { isAddress, sighting, type Tool } from './tool.ts';

// bin/dig/nslookup.c of BIND; Windows writes `***` and `Non-existent domain`.
export const nslookup: Tool = {
  name: 'nslookup',
  near: [" can't find ", 'Non-authoritative answer:', 'Server:'],
  marks: /^\*{2,3} (?:server can't find |\S{1,253} can't find )|^Non-authoritative answer:|^Server:\s{1,10}\S/,
  read(lines) {
    const seen: Sighting[] = [];
    let server: string | null = null;
    let host: string | null = null;
    for (const line of lines) {
      const { text } = line;
      server = /^Server:\s{1,10}(\S{1,253})/.exec(text)?.[1] ?? server;
      host = /\bnslookup\s{1,4}(?:-\S{1,40}\s{1,4}){0,4}([\w.-]{1,253})/.exec(text)?.[1] ?? host;
      const [, unknown, why] = /^\*{2,3} (?:server|\S{1,253}) can't find ([\w.-]{1,253}): (.{1,60})/.exec(text) ?? [];
      if (unknown !== undefined) {
        const missing = /NXDOMAIN|Non-existent/.test(why!);
        seen.push(sighting(missing ? 'no-such-name' : 'lookup-failed', line, { host: unknown, detail: missing ? server : why! }));
      }
      const name = /^Name:\s{1,10}(\S{1,253})/.exec(text)?.[1];
      if (name !== undefined) host = name;
      const address = /^Address(?:es)?:\s{1,10}([0-9a-f:.]{2,45})$/.exec(text)?.[1];
      // The first address is that of the name server; dig's form of it has a port.
      if (address !== undefined && host !== null && seen.length < 1000 && address !== server)
        seen.push(sighting('resolves', line, { host, address, detail: server }));
      if (/^;; (?:connection timed out|no servers could be reached)/.test(text)) seen.push(sighting('lookup-silent', line, { host }));
    }
    return seen;
  },
};

/** `getent hosts NAME`: an address and the name; nothing at all when there is none. */
export const getent: Tool = {
  name: 'getent',
  near: ['getent'],
  marks: /(?:^|[\s$#>])getent\s{1,4}a?hosts(?:v[46])?\s{1,4}\S/,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    for (const line of lines) {
      const asked = /(?:^|[\s$#>])getent\s{1,4}a?hosts(?:v[46])?\s{1,4}([\w.-]{1,253})/.exec(line.text)?.[1];
      if (asked !== undefined) {
        host = asked;
        continue;
      }
      const [, address] = /^([0-9a-f:.]{2,45})\s{1,20}[\w.-]/i.exec(line.text) ?? [];
      if (host !== null && address !== undefined && isAddress(address))
        seen.push(sighting('resolves', line, { host, address, detail: null }));
      else host = null;
    }
    return seen;
  },
};
