import { createHash } from 'node:crypto';
import type { Body } from './answer.ts';
import { unescapePath } from './goproxy-server.ts';
import { type LabModule, sumLines } from './module-zip.ts';
import type { SumdbKeys } from './sumdb-key.ts';

/** A checksum database as golang.org/x/mod/sumdb wants it; it has one partial tile, so it holds less than 256 records. */
export interface Sumdb {
  /** What a healthy database answers; null when it does not know. */
  body(path: string): Body | null;
}

/** A database that recorded these modules. `signWithOtherKey` makes every tree head one that the verifier key does not open. */
export function createSumdb(keys: SumdbKeys, modules: readonly LabModule[], signWithOtherKey = false): Sumdb {
  const records = modules.map((module) => sumLines(module, module.recorded));
  const leaves = records.map((record) => sha256(Buffer.concat([Buffer.from([0]), Buffer.from(record)])));
  const head = keys.sign(`go.sum database tree\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`, signWithOtherKey);
  const body = (path: string): Body | null => {
    if (path === '/latest') return text(head);
    if (path === '/supported') return text('');
    const lookup = /^\/lookup\/(.+)@(.+)$/.exec(path);
    if (lookup) {
      const [modulePath, version] = [unescapePath(lookup[1]!), unescapePath(lookup[2]!)];
      const id = modules.findIndex((module) => module.path === modulePath && module.version === version);
      return id < 0 ? null : text(`${id}\n${records[id]}\n${head}`);
    }
    const tile = /^\/tile\/8\/0\/000\.p\/(\d+)$/.exec(path);
    if (!tile || Number(tile[1]) > leaves.length) return null;
    return { type: 'application/octet-stream', bytes: Buffer.concat(leaves.slice(0, Number(tile[1]))) };
  };
  return { body };
}

/** A tree head with the right signature over a record that the database never had: it fits no tree of the database. */
export function forkedHead(keys: SumdbKeys): string {
  const leaf = sha256(Buffer.concat([Buffer.from([0]), Buffer.from('example.com/other v1.0.0 h1:none\n')]));
  return keys.sign(`go.sum database tree\n1\n${leaf.toString('base64')}\n`, false);
}

// RFC 6962: the left subtree is the largest complete one.
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256(Buffer.alloc(0));
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.concat([Buffer.from([1]), treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split))]));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function text(content: string): Body {
  return { type: 'text/plain; charset=utf-8', bytes: Buffer.from(content) };
}
