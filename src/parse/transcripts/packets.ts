import type { Sighting } from '../../model/transcript.ts';
import { sighting, type TextLine, type Tool } from './tool.ts';

// tcpdump -n: `12:00:00.000001 IP 10.0.0.5.51000 > 203.0.113.8.443: Flags [S], seq …`
const dumped =
  /^(?:\S{1,40} ){0,2}IP6? ([0-9a-f:.]{2,45})\.(\d{1,5}) > ([0-9a-f:.]{2,45})\.(\d{1,5}): Flags \[([SFPRUEW.]{1,8})\](.{0,300})/;
// tshark: `  1 0.000000000 10.0.0.5 → 203.0.113.8 TCP 74 51000 → 443 [SYN] Seq=0 …`, and names of TLS messages in place of ports.
const sharked =
  /^\s{0,12}\d{1,9}\s{1,8}\d{1,9}\.\d{1,9}\s{1,8}([0-9a-f:.]{2,45})\s{1,4}(?:→|->)\s{1,4}([0-9a-f:.]{2,45})\s{1,4}(?:TCP|TLSv1(?:\.\d)?|SSLv?\d?|SSL)\s{1,4}\d{1,6}\s(.{0,400})/;
const flagged = /^(?:\[[^\]]{1,60}\] )?(\d{1,5})\s{1,4}(?:→|->)\s{1,4}(\d{1,5}) \[([A-Z, ]{3,40})\]/;

const manySyn = 3;

interface Talk {
  syn: number;
  firstSyn: TextLine;
  answered: boolean;
  hello: boolean;
  serverHello: boolean;
  over: boolean;
}

/** What went between two addresses: tcpdump and tshark as text. A RST shows that the connection was broken off, not by whom. */
export const packets: Tool = {
  name: 'tcpdump',
  near: [': Flags [', 'TCP', 'TLSv1', 'SSL'],
  marks: new RegExp(`${dumped.source}|${sharked.source}`),
  read(lines) {
    const seen: Sighting[] = [];
    // By the server, the side that is asked.
    const talks = new Map<string, Talk>();
    for (const line of lines) {
      const packet = ofDump(line.text) ?? ofShark(line.text);
      if (packet === null) continue;
      const { from, to, syn, ack, reset, clientHello, serverHello } = packet;
      if (syn && !ack) {
        const talk = talks.get(to);
        if (talk && !talk.answered) talk.syn++;
        else talks.set(to, { syn: 1, firstSyn: line, answered: false, hello: false, serverHello: false, over: false });
        continue;
      }
      const asked = talks.get(to);
      if (asked && clientHello) asked.hello = true;
      const talk = talks.get(from);
      if (!talk) continue;
      if (reset && !talk.over) {
        talk.over = true;
        const what = !talk.answered ? 'refuses' : talk.hello && !talk.serverHello ? 'reset-early' : 'reset';
        seen.push(sighting(what, line, { address: from }));
      } else if (syn && ack) {
        talk.answered = true;
        seen.push(sighting('connects', line, { address: from }));
      }
      talk.answered = true;
      if (serverHello) talk.serverHello = true;
    }
    for (const [address, { syn, firstSyn, answered }] of talks)
      if (!answered && syn >= manySyn) seen.push(sighting('silent', firstSyn, { address }));
    return seen;
  },
};

interface Packet {
  readonly from: string;
  readonly to: string;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly reset: boolean;
  readonly clientHello: boolean;
  readonly serverHello: boolean;
}

function ofDump(text: string): Packet | null {
  const [, from, , to, toPort, flags] = dumped.exec(text) ?? [];
  if (from === undefined) return null;
  const clientHello = flags!.includes('P') && toPort === '443';
  return {
    from,
    to: to!,
    syn: flags!.includes('S'),
    ack: flags!.includes('.'),
    reset: flags!.includes('R'),
    clientHello,
    serverHello: flags!.includes('P'),
  };
}

function ofShark(text: string): Packet | null {
  const [, from, to, info] = sharked.exec(text) ?? [];
  if (from === undefined) return null;
  const flags = flagged.exec(info!)?.[3] ?? '';
  const has = (flag: string) => flags.split(', ').includes(flag);
  return {
    from,
    to: to!,
    syn: has('SYN'),
    ack: has('ACK'),
    reset: has('RST'),
    clientHello: info!.includes('Client Hello'),
    serverHello: info!.includes('Server Hello'),
  };
}
