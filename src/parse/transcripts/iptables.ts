import type { Sighting } from '../../model/transcript.ts';
import { sighting, type Tool } from './tool.ts';

// iptables -S, and -L with and without -v and -n. Only rules about one address of a packet that leaves: the others are about no host, or not about us.
const saved = /^-A (?:OUTPUT|FORWARD) (?=.{0,300}-d ([0-9.]{7,15})(?:\/32)?\s).{0,400}-j (DROP|REJECT)\b/;
const listed =
  /^(?:\s{0,8}\d{1,12}[KMG]?\s{1,8}\d{1,12}[KMG]?\s{1,8})?(DROP|REJECT)\s{1,10}(?:tcp|all|0|6)\s{1,8}(?:--|-)\s{1,8}(?:\*\s{1,10}\S{1,20}\s{1,10})?\S{1,40}\s{1,30}([0-9.]{7,15})(?:\/32)?(?:\s|$)/;

export const iptables: Tool = {
  name: 'iptables',
  near: ['Chain ', '-P '],
  marks: /^Chain (?:INPUT|OUTPUT|FORWARD) \(policy |^-P (?:INPUT|OUTPUT|FORWARD) (?:ACCEPT|DROP)/,
  read(lines) {
    const seen: Sighting[] = [];
    let chain = '';
    for (const line of lines) {
      chain = /^Chain (\S{1,60}) \(/.exec(line.text)?.[1] ?? chain;
      const [, address, target] = saved.exec(line.text) ?? [];
      const [, listedTarget, listedAddress] = chain === 'OUTPUT' || chain === 'FORWARD' ? (listed.exec(line.text) ?? []) : [];
      const place = address ?? listedAddress;
      if (place === undefined || place === '0.0.0.0') continue;
      seen.push(sighting((target ?? listedTarget) === 'DROP' ? 'rule-drops' : 'rule-rejects', line, { address: place }));
    }
    return seen;
  },
};
