import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { factIds } from '../../src/model/facts.ts';
import { mayAskAddress, mayAskHost } from '../../src/probe/address.ts';

const pack = loadPack();
const causes = Array.from({ length: pack.causes }, (_, position) => pack.cause(position));

test.each(factIds.filter((id) => id.startsWith('doctor-')))('%s speaks for one cause, and no more than moderately', (fact) => {
  expect(causes.filter(({ signals }) => fact in signals).map(({ signals }) => signals[fact])).toEqual(['moderate']);
});

test.each([
  ['169.254.169.254', false],
  ['::ffff:169.254.169.254', false],
  ['::ffff:a9fe:a9fe', false],
  ['fe80::1%eth0', false],
  ['fd00:ec2::254', false],
  ['100.100.100.200', false],
  ['100.100.100.201', true],
  ['10.0.0.1', true],
  ['127.0.0.1', true],
  ['2001:db8::1', true],
  ['no address', false],
])('address %s: %s', (address, may) => {
  expect(mayAskAddress(address)).toBe(may);
});

test.each([
  ['metadata.google.internal', false],
  ['[::ffff:169.254.169.254]', false],
  ['metadata.example.com', true],
  ['proxy.golang.org', true],
])('host %s: %s', (host, may) => {
  expect(mayAskHost(host)).toBe(may);
});
