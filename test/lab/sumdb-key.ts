import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** The keys of a checksum database: the one that go is told, and one that nobody knows. */
export interface SumdbKeys {
  readonly name: string;
  /** `name+hash+key`, as GOSUMDB takes it. */
  readonly verifierKey: string;
  /** Signs a note (golang.org/x/mod/sumdb/note). */
  sign(content: string, withOtherKey: boolean): string;
}

/** Makes new ed25519 keys for a database of this name. */
export function createSumdbKeys(name: string): SumdbKeys {
  const own = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  return {
    name,
    verifierKey: `${name}+${keyHash(name, own.publicKey).toString('hex')}+${encode(own.publicKey).toString('base64')}`,
    sign: (content, withOtherKey) => {
      const pair = withOtherKey ? other : own;
      const signature = Buffer.concat([keyHash(name, own.publicKey), sign(null, Buffer.from(content), pair.privateKey)]);
      return `${content}\n\u2014 ${name} ${signature.toString('base64')}\n`;
    },
  };
}

// 1 is the algorithm's number: ed25519
function encode(publicKey: KeyObject): Buffer {
  return Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')]);
}

function keyHash(name: string, publicKey: KeyObject): Buffer {
  return createHash('sha256').update(`${name}\n`).update(encode(publicKey)).digest().subarray(0, 4);
}
