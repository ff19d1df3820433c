import { createSocket } from 'node:dgram';

/** A name server on loopback that says the same address for every A question, or that no name exists. RFC 1035, section 4. */
export async function startNameServer(address: string | null): Promise<{ port: number; asked(): readonly string[]; close(): void }> {
  const names: string[] = [];
  const server = createSocket('udp4');
  server.on('message', (query, { port, address: from }) => {
    let end = 12;
    const labels: string[] = [];
    for (; query[end] !== 0; end += query[end]! + 1) labels.push(query.toString('latin1', end + 1, end + 1 + query[end]!));
    names.push(labels.join('.'));
    const question = query.subarray(12, end + 5);
    const isA = query.readUInt16BE(end + 1) === 1;
    const found = address !== null && isA;
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    // A response, recursion available; 3: there is no such name.
    head.writeUInt16BE(0x8180 | (address === null ? 3 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(found ? 1 : 0, 6);
    const row = found ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]) : Buffer.alloc(0);
    server.send(Buffer.concat([head, question, row]), port, from);
  });
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  return { port: server.address().port, asked: () => names, close: () => void server.close() };
}
