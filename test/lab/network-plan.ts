import { fileURLToPath } from 'node:url';

/** What the name server does with a name: an address, or a fault. */
export type Name = { readonly ipv4?: string; readonly ipv6?: string } | 'no-such-host' | 'failure' | 'refused' | 'silent' | 'garbage';

/** A network with nothing but a name server. */
export interface NetworkPlan {
  /** `*` is for all names; what is not here does not exist. */
  readonly names?: Readonly<Record<string, Name>>;
  /** Where resolv.conf sends questions; null: it is empty. @default the lab's name server */
  readonly nameServer?: string | null;
  /** An address in a /24 network that takes packets and never answers. */
  readonly swallows?: string;
  /** Port 443 of 127.0.0.1 leads to this Unix socket, which no network namespace hides: `{bridge}`, the lab's https server. */
  readonly bridge?: string;
}

/** For `under` of a scenario: the command runs in this network. It needs `network-namespace`. */
export function inNetwork(plan: NetworkPlan): string {
  const inside = fileURLToPath(new URL('./inside-network.ts', import.meta.url));
  return `unshare -rnm ${[process.execPath, inside, JSON.stringify(plan)].map((word) => `'${word}'`).join(' ')} "$@"`;
}

// RFC 1035, section 4.1.1
const CODES = { 'no-such-host': 3, failure: 2, refused: 5 } as const;
const IPV4 = 1;
const IPV6 = 28;

/** The answer to one question; null: none. */
export function dnsAnswer(names: Readonly<Record<string, Name>>, question: Buffer): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = question.readUInt16BE(at + 1);
  const name = names[labels.join('.')] ?? names['*'] ?? 'no-such-host';
  if (name === 'silent') return null;
  if (name === 'garbage') return Buffer.from('not a message of the domain name system');
  const bytes = typeof name === 'string' ? null : type === IPV4 ? bytesOf4(name.ipv4) : type === IPV6 ? bytesOf6(name.ipv6) : null;
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (typeof name === 'string' ? CODES[name] : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(bytes ? 1 : 0, 6);
  const parts = [header, question.subarray(12, at + 5)];
  if (bytes) {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(60, 6);
    record.writeUInt16BE(bytes.length, 10);
    parts.push(record, bytes);
  }
  return Buffer.concat(parts);
}

function bytesOf4(address: string | undefined): Buffer | null {
  return address === undefined ? null : Buffer.from(address.split('.').map(Number));
}

/** Eight groups, none left out. */
function bytesOf6(address: string | undefined): Buffer | null {
  return address === undefined ? null : Buffer.concat(address.split(':').map((group) => Buffer.from(group.padStart(4, '0'), 'hex')));
}
