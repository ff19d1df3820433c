import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Relative file name to text. */
export type Files = Readonly<Record<string, string>>;

/** A module version that the lab's servers know. */
export interface LabModule {
  readonly path: string;
  readonly version: string;
  /** Without a `go.mod` here it is one line, `module PATH`. */
  readonly files: Files;
  /** What the checksum database recorded, when it is not what the proxy serves. */
  readonly recorded?: Files;
}

/** The module's `go.mod` text. */
export function goModOf(module: LabModule, files = module.files): string {
  return files['go.mod'] ?? `module ${module.path}\n`;
}

/** The module zip as a proxy serves it: stored, every name below `path@version/`. */
export function moduleZip(module: LabModule): Buffer {
  return storeZip(entriesOf(module, module.files));
}

/** The two `go.sum` lines of a module version; `files` is what they are computed from. */
export function sumLines(module: LabModule, files = module.files): string {
  const name = `${module.path} ${module.version}`;
  return `${name} ${dirHash(entriesOf(module, files))}\n${name}/go.mod ${dirHash([['go.mod', goModOf(module, files)]])}\n`;
}

/** A whole `go.sum` for these modules. */
export function goSum(...modules: readonly LabModule[]): string {
  return modules.map((module) => sumLines(module)).join('');
}

type Entry = readonly [name: string, text: string];

function entriesOf(module: LabModule, files: Files): Entry[] {
  const all = { 'go.mod': goModOf(module, files), ...files };
  return Object.entries(all).map(([name, text]) => [`${module.path}@${module.version}/${name}`, text]);
}

// golang.org/x/mod/sumdb/dirhash Hash1
function dirHash(entries: readonly Entry[]): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

/** A zip with stored entries only. */
export function storeZip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const fileName = Buffer.from(name);
    const body = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, fileName, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, fileName]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
