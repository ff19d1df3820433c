import { crc32 } from 'node:zlib';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const base62 = `${digits}${letters.slice(0, 26)}${letters.slice(26)}`;

/** Synthetic secrets: right in shape and checksum, worthless, and the same for the same seed. */
export interface Make {
  /** Letters and digits, one of each at least. */
  alnum(length: number): string;
  upper(length: number): string;
  lower(length: number): string;
  hex(length: number): string;
  base64(bytes: number): string;
  base64url(bytes: number): string;
  uuid(): string;
  password(): string;
  /** GitHub's and npm's tokens end with the CRC-32 of the 30 characters before. */
  checked(prefix: string): string;
  jwt(): string;
}

export function makeFor(seed: string): Make {
  let state = crc32(seed) || 1;
  const next = (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const from = (alphabet: string, length: number) => Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => next(256)));
  const alnum = (length: number) => `${from(letters, 1)}${from(base62, Math.max(0, length - 2))}${from(digits, 1)}`.slice(0, length);
  return {
    alnum,
    upper: (length) => `${from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1)}${from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length - 1)}`,
    lower: (length) => from('abcdefghijklmnopqrstuvwxyz234567', length),
    hex: (length) => from('0123456789abcdef', length),
    base64: (length) => bytes(length).toString('base64'),
    base64url: (length) => bytes(length).toString('base64url'),
    uuid: () => [8, 4, 4, 4, 12].map((length) => from('0123456789abcdef', length)).join('-'),
    password: () => `${from(letters, 5)}-${from(digits, 3)}!${from(letters, 4)}`,
    checked(prefix) {
      const body = alnum(30);
      return `${prefix}${body}${inBase62(crc32(body)).padStart(6, '0')}`;
    },
    jwt() {
      const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');
      return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: from(digits, 8), iss: 'northwind' })}.${bytes(32).toString('base64url')}`;
    },
  };
}

function inBase62(value: number): string {
  let rest = value;
  let out = '';
  for (; rest > 0; rest = Math.floor(rest / 62)) out = base62[rest % 62] + out;
  return out;
}
