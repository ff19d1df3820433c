import type { Sighting } from '../../model/transcript.ts';
import { connectFailure, sighting, type Tool } from './tool.ts';

/** netcat: OpenBSD's, the traditional one and Nmap's. */
export const netcat: Tool = {
  name: 'nc',
  near: [' succeeded!', 'nc: connect to ', '(UNKNOWN) [', 'Ncat: '],
  marks:
    /^Connection to \S{1,253}(?: \([0-9a-f:.]{2,45}\))? (?:port )?\d{1,5} (?:port )?\[\S{1,60}\] succeeded!|^nc: connect to \S{1,253} |^\(UNKNOWN\) \[|^Ncat: /,
  read(lines) {
    const seen: Sighting[] = [];
    for (const line of lines) {
      const { text } = line;
      const [, host, address] =
        /^Connection to (\S{1,253})(?: \(([0-9a-f:.]{2,45})\))? (?:port )?\d{1,5} (?:port )?\[\S{1,60}\] succeeded!/.exec(text) ?? [];
      if (host !== undefined) seen.push(sighting('connects', line, { host, address: address ?? null }));
      const [, target, at, why] =
        /^nc: connect to (\S{1,253})(?: \(([0-9a-f:.]{2,45})\))? port \d{1,5} \(tcp\) (?:failed: )?(.{1,100})/.exec(text) ?? [];
      const [, name, number, reason] = /^(\S{1,253}) \[([0-9.]{7,15})\] \d{1,5} \(\S{1,40}\) : (.{1,100})/.exec(text) ?? [];
      const what = connectFailure(why ?? reason ?? '');
      if (what === null) continue;
      if (target !== undefined) seen.push(sighting(what, line, { host: target, address: at ?? null }));
      else if (name !== undefined) seen.push(sighting(what, line, { host: name === '(UNKNOWN)' ? null : name, address: number! }));
    }
    return seen;
  },
};

export const telnet: Tool = {
  name: 'telnet',
  near: ['telnet: ', "Escape character is '"],
  marks: /^telnet: (?:Unable to connect|connect to address|could not resolve)|^Escape character is '/,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    let address: string | null = null;
    for (const line of lines) {
      const { text } = line;
      const asked = /(?:^|[\s$#>])telnet\s{1,4}([\w.-]{1,253})(?:\s{1,4}\d{1,5})?\s*$/.exec(text)?.[1];
      if (asked !== undefined) [host, address] = [asked, null];
      address = /^Trying ([0-9a-f:.]{2,45}?)\.\.\./.exec(text)?.[1] ?? address;
      const connected = /^Connected to (\S{1,253}?)\.$/.exec(text)?.[1];
      if (connected !== undefined) seen.push(sighting('connects', line, { host: connected, address }));
      const failed = /^telnet: (?:Unable to connect to remote host|connect to address \S{1,50}): (.{1,100})/.exec(text)?.[1];
      const what = failed === undefined ? null : connectFailure(failed);
      if (what !== null) seen.push(sighting(what, line, { host, address }));
    }
    return seen;
  },
};

/** ping: only the address of the name counts. Many hosts and networks drop such packets and serve everything else. */
export const ping: Tool = {
  name: 'ping',
  near: ['PING ', 'ping: '],
  marks: /^PING \S{1,253} \(|^ping: \S{1,253}: (?:Name or service not known|Temporary failure)/,
  read(lines) {
    const seen: Sighting[] = [];
    for (const line of lines) {
      const [, host, address] = /^PING (\S{1,253}) ?\(([0-9a-f:.]{2,45})\)/.exec(line.text) ?? [];
      if (host !== undefined) seen.push(sighting('resolves', line, { host, address: address! }));
      const [, unknown, why] = /^ping: (\S{1,253}): (Name or service not known|Temporary failure in name resolution)/.exec(line.text) ?? [];
      if (unknown !== undefined) seen.push(sighting(why!.startsWith('T') ? 'lookup-failed' : 'no-such-name', line, { host: unknown }));
    }
    return seen;
  },
};
