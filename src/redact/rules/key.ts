import type { RedactionRule } from '../rule.ts';
import { longRun } from '../word-search.ts';

/** Private keys in one line, and lines of keys whose first line is not in sight. Blocks over several lines are `key-block.ts`. */
export const keyRules: readonly RedactionRule[] = [
  {
    // RFC 7468; the line ends are written as \n where it stands in JSON or a variable.
    name: 'private-key',
    near: ['private key'],
    pattern: () =>
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\\{1,4}[rn]|\s){0,8}(?<secret>[^-\s\\"'](?:[^-\n"']|-(?!----)){0,16000}?)(?:\\{1,4}[rn]|\s){0,8}(?=\\{0,7}["']|-----END|-{0,5}$)/dg,
  },
  {
    // A line of a key: hashes in hexadecimal have no capitals, and sums start with `h1:`.
    name: 'private-key-line',
    near: [longRun],
    pattern: () =>
      /^(?:\S{1,40}Z?[ \t])?[ \t]{0,40}(?=[^\n]{0,80}[a-z])(?=[^\n]{0,80}[A-Z])(?=[^\n]{0,80}\d)(?<secret>[A-Za-z0-9+/]{60,76}={0,2})(?=\s{0,2}$)/dg,
  },
  {
    // base64 of `-----BEGIN … PRIVATE KEY`: PKCS 8, RSA, EC, OPENSSH, ENCRYPTED, DSA, PGP. A certificate's starts otherwise.
    name: 'private-key-base64',
    near: ['ls0tls1crudjti'],
    pattern: () =>
      /(?<secret>LS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFUR|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVEUg|BFTkNSWVBURUQg|BEU0EgUFJJVkFUR|BQR1AgUFJJVkFURSB)[A-Za-z0-9+/]{8,16000}={0,2})/dg,
  },
  {
    // DER, as files that were encoded stand in variables: PKCS 1 and PKCS 8 keys (RFC 8017, RFC 5958), PKCS 12 stores (RFC 7292).
    name: 'private-key-der',
    near: ['mii'],
    shape: /MII[A-Za-z0-9+/]{28}/,
    pattern: () =>
      /(?<![A-Za-z0-9+/])(?<secret>MII[A-Za-z0-9+/]{1,3}(?:(?:A|B|C)?IBA[ADQ]|gIBADAN|QIBAAK|wIBAAK|AIBAAK|AgEAMA0|AgEAAo|gIBAzC|AIBAzC|QIBAzC)[A-Za-z0-9+/]{24,16000}={0,2})/dg,
  },
  { name: 'age-key', near: ['age-secret-key-'], pattern: () => /(?<secret>AGE-SECRET-KEY-1[A-Z0-9]{20,80})/dg },
  {
    // golang.org/x/mod/sumdb/note: a signing key; the public one has no PRIVATE.
    name: 'note-key',
    near: ['private+key+'],
    pattern: () => /(?<secret>PRIVATE\+KEY\+[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{20,200}={0,2})/dg,
  },
];
