import type { Forms } from './form.ts';
import type { Make } from './make.ts';

const dashes = '-----';
const begin = (kind: string) => `${dashes}BEGIN ${kind}PRIVATE KEY${dashes}`;
const end = (kind: string) => `${dashes}END ${kind}PRIVATE KEY${dashes}`;

function body(make: Make, width = 64, lines = 4): string[] {
  return [...Array.from({ length: lines }, () => make.alnum(width)), `${make.alnum(22)}==`];
}

function block(make: Make, kind: string, indent = ''): string {
  return [begin(kind), ...body(make).map((line) => `«${line}»`), end(kind)].map((line) => indent + line).join('\n');
}

export const keyForms: Forms = {
  RSA: (m) => block(m, 'RSA '),
  'PKCS 8': (m) => block(m, ''),
  encrypted: (m) => block(m, 'ENCRYPTED '),
  EC: (m) => block(m, 'EC '),
  DSA: (m) => block(m, 'DSA '),
  OpenSSH: (m) => block(m, 'OPENSSH '),
  'encrypted old PEM': (m) =>
    [begin('RSA '), 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-128-CBC,00', '', ...body(m).map((line) => `«${line}»`), end('RSA ')].join(
      '\n',
    ),
  PGP: (m) =>
    [
      `${dashes}BEGIN PGP PRIVATE KEY BLOCK${dashes}`,
      'Version: GnuPG v2',
      '',
      ...body(m).map((line) => `«${line}»`),
      '=aB3d',
      `${dashes}END PGP PRIVATE KEY BLOCK${dashes}`,
    ].join('\n'),
  'indented YAML': (m) => `private_key: |\n${block(m, '', '      ')}`,
  'with times': (m) =>
    block(m, 'RSA ')
      .split('\n')
      .map((line) => `2026-01-02T03:04:05.1234567Z ${line}`)
      .join('\n'),
  'by Compose': (m) =>
    block(m, 'RSA ')
      .split('\n')
      .map((line) => `app_1  | ${line}`)
      .join('\n'),
  'with Windows line ends': (m) => block(m, 'RSA ').replaceAll('\n', '\r\n'),
  'cut at its end': (m) => [begin('RSA '), ...body(m).map((line) => `«${line}»`), 'exit status 1'].join('\n'),
  'cut at its start': (m) => `${m.hex(0)}«${m.alnum(64)}»\n«${m.alnum(64)}»`,
  'in one line with \\n': (m) => `"private_key": "${begin('')}\\n«${body(m).join('\\n')}»\\n${end('')}\\n"`,
  'in one line with \\\\n': (m) => `{"a":"{\\"private_key\\":\\"${begin('')}\\\\n«${body(m).join('\\\\n')}»\\\\n${end('')}\\\\n\\"}"}`,
  'in a variable': (m) => `SSH_KEY="${begin('OPENSSH ')} «${body(m).join(' ')}» ${end('OPENSSH ')}"`,
  'in one line, cut': (m) => `key: ${begin('RSA ')}\\n«${body(m).join('\\n')}»`,
  'service account': (m) =>
    `{"type":"service_account","private_key_id":"1","private_key":"${begin('')}\\n«${body(m).join('\\n')}»\\n${end('')}\\n"}`,
  'base64 of PEM': (m) => `got «${Buffer.from(begin('')).toString('base64').slice(0, 30)}${m.base64(90)}»`,
  'base64 of OpenSSH': (m) => `got «${Buffer.from(begin('OPENSSH ')).toString('base64').slice(0, 40)}${m.base64(90)}»`,
  'DER of an RSA key': (m) => `key «MIIEpAIBAAKCAQEA${m.base64(90)}»`,
  'DER of PKCS 8': (m) => `key «MIIEvgIBADANBgkqhkiG9w0BAQEFAASC${m.base64(90)}»`,
  'PKCS 12': (m) => `store «MIIJqQIBAzCCCW8GCSqGSIb3DQEHAaCC${m.base64(90)}»`,
  age: (m) => `# key: «AGE-SECRET-KEY-1${m.upper(58)}»`,
  'note signing key': (m) => `«PRIVATE+KEY+sumdb.corp.test+${m.hex(8)}+${m.base64(33)}»`,
};
