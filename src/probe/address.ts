import { BlockList, isIP } from 'node:net';

// Addresses at which a cloud tells a machine its own secrets, and those of the link. RFC 3927, RFC 4291; the documentation of AWS (IMDS),
// Google Cloud, Azure (wire server), Alibaba Cloud and Oracle Cloud.
const closed = new BlockList();
closed.addSubnet('169.254.0.0', 16, 'ipv4');
closed.addAddress('100.100.100.200', 'ipv4');
closed.addAddress('168.63.129.16', 'ipv4');
closed.addAddress('192.0.0.192', 'ipv4');
closed.addSubnet('fe80::', 10, 'ipv6');
closed.addAddress('fd00:ec2::254', 'ipv6');
closed.addAddress('fd20:ce::254', 'ipv6');

const closedNames = /(?:^|\.)(?:metadata\.google\.internal|metadata\.goog|metadata|instance-data(?:\.ec2\.internal)?)\.?$/i;

/** Whether a request may go to an address: never to one of the link, or to one that hands out a machine's credentials. */
export function mayAskAddress(address: string): boolean {
  const family = isIP(address.replace(/%.*$/, ''));
  if (family === 0) return false;
  const plain = address.replace(/%.*$/, '');
  // An IPv4 address in its IPv6 form is the same place.
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return !closed.check(mapped, 'ipv4');
  return !closed.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a host may be looked up and asked at all. */
export function mayAskHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? !closedNames.test(bare) : mayAskAddress(bare);
}
