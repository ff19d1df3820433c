import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip, and what is to be wrong with it. */
export interface ZipFile {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly method?: number;
  /** The bytes as they lie in the zip, where they are no deflated data. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** Upper half of the external attributes: a Unix mode. */
  readonly mode?: number;
  readonly zip64?: boolean;
}

/** Writes a zip by hand (APPNOTE 4.3), since no tool writes the broken ones. */
export function makeZip(files: readonly ZipFile[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const data = Buffer.from(file.data);
    const method = file.method ?? 8;
    const packed = Buffer.from(file.packed ?? (method === 8 ? deflateRawSync(data) : data));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(file.zip64 ? 45 : 20, 0);
    common.writeUInt16LE(file.flags ?? (typeof file.name === 'string' ? 0x800 : 0), 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(file.crc ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(file.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), common, name, packed);
    const extra = Buffer.alloc(file.zip64 ? 28 : 0);
    const head = Buffer.alloc(46);
    head.write('PK\x01\x02');
    head.writeUInt16LE(0x031e, 4);
    common.copy(head, 6);
    if (file.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(data.length), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(offset), 20);
      head.writeUInt32LE(0xffffffff, 20);
      head.writeUInt32LE(0xffffffff, 24);
    }
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt16LE(file.mode ?? 0o100644, 40);
    head.writeUInt32LE(file.zip64 ? 0xffffffff : offset, 42);
    directory.push(head, name, extra);
    offset += 30 + name.length + packed.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  const many = Math.min(files.length, 0xffff);
  end.writeUInt16LE(many, 8);
  end.writeUInt16LE(many, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, table, end, Buffer.from(comment)]);
}

export interface TarFile {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly type?: string;
}

/** Writes a ustar archive; names above 100 bytes need a pax or GNU header, which is a file of type `x` or `L` before it. */
export function makeTar(files: readonly TarFile[]): Buffer {
  const parts = files.flatMap(({ name, data, type }) => {
    const content = Buffer.from(data);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type ?? '0', 156);
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}
