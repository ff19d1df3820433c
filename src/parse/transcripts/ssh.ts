import type { Sighting, SightingKind } from '../../model/transcript.ts';
import { connectFailure, sighting, type Tool } from './tool.ts';

// sshconnect.c and sshconnect2.c of OpenSSH.
export const ssh: Tool = {
  name: 'ssh',
  near: ['debug1: '],
  marks: /^debug1: (?:Connecting to |Connection established|Authenticating to |Reading configuration data )/,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    let address: string | null = null;
    for (const line of lines) {
      const { text } = line;
      const add = (what: SightingKind, detail: string | null = null) => void seen.push(sighting(what, line, { host, address, detail }));
      const connecting = /^debug1: Connecting to (\S{1,253}) \[([0-9a-f:.]{2,45})\] port/.exec(text);
      if (connecting) [host, address] = [connecting[1]!, connecting[2]!];
      else if (text.startsWith('debug1: Connection established')) add('connects');
      else if (/^(?:\S{1,253}: )?Permission denied \(/.test(text)) add('ssh-denied');
      else if (/^Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/.test(text)) add('ssh-host-key');
      else if (/^(?:kex_exchange_identification: |ssh_exchange_identification: )/.test(text)) add('reset');
      const [, unknown] = /^ssh: Could not resolve hostname (\S{1,253}): (?:Name or service|nodename|No such host)/.exec(text) ?? [];
      if (unknown !== undefined) seen.push(sighting('no-such-name', line, { host: unknown }));
      const [, target, why] = /^ssh: connect to host (\S{1,253}) port \d{1,5}: (.{1,100})/.exec(text) ?? [];
      const what = why === undefined ? null : connectFailure(why);
      if (what !== null) seen.push(sighting(what, line, { host: target!, address }));
    }
    return seen;
  },
};
