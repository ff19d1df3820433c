import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a host's TLS is broken; `good` is signed by the lab's CA for every host that the lab plays. */
export type CertificateKind =
  | 'good'
  | 'unknown-authority'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-host'
  | 'name-only'
  | 'self-signed'
  | 'for-clients';

export interface Certificates {
  /** Path of the CA bundle that the sandbox trusts. */
  readonly ca: string;
  readonly of: Readonly<Record<CertificateKind, { readonly key: Buffer; readonly cert: Buffer }>>;
  remove(): void;
}

/** Every https host of the lab. */
export const LAB_HOSTS = [
  'proxy.golang.org',
  'sum.golang.org',
  'goproxy.corp.example.com',
  'goproxy.cn',
  'github.com',
  'corp.example.com',
  'git.corp.example.com',
  'hg.corp.example.com',
  'example.com',
  'gopkg.in',
  '*.proxy.test',
  '*.sum.test',
  'git.example.org',
  'golang.org',
  'go.googlesource.com',
];

const GOOD_DATES = ['20200101000000Z', '20990101000000Z'] as const;

/** Makes a CA and one certificate of each kind with the openssl program, in a temporary folder. */
export function createCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'modwhy-lab-tls-'));
  const authority = (name: string) => {
    const subject = ['-subj', `/CN=${name}`, '-days', '3650', '-keyout', `${name}.key`, '-out', `${name}.pem`];
    openssl(folder, ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', ...subject]);
  };
  authority('lab');
  authority('stranger');
  openssl(folder, ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'host.key']);
  const leaf = (
    kind: CertificateKind,
    signer: string,
    hosts: readonly string[],
    [from, to]: readonly [string, string],
    usage = 'serverAuth',
  ) => {
    writeFileSync(join(folder, `${kind}.cnf`), configuration(kind, signer, hosts, usage));
    writeFileSync(join(folder, `${kind}.index`), '');
    openssl(folder, ['req', '-new', '-key', 'host.key', '-subj', `/CN=${hosts[0]}`, '-out', `${kind}.csr`]);
    const dates = ['-startdate', from, '-enddate', to];
    openssl(folder, ['ca', '-batch', '-notext', '-config', `${kind}.cnf`, ...dates, '-in', `${kind}.csr`, '-out', `${kind}.pem`]);
    return { key: readFileSync(join(folder, 'host.key')), cert: readFileSync(join(folder, `${kind}.pem`)) };
  };
  const selfSigned = () => {
    const names = ['-addext', `subjectAltName=${LAB_HOSTS.map((host) => `DNS:${host}`).join(',')}`];
    openssl(folder, ['req', '-x509', '-key', 'host.key', '-subj', '/CN=goproxy', '-days', '3650', ...names, '-out', 'self-signed.pem']);
    return { key: readFileSync(join(folder, 'host.key')), cert: readFileSync(join(folder, 'self-signed.pem')) };
  };
  const of = {
    good: leaf('good', 'lab', LAB_HOSTS, GOOD_DATES),
    'unknown-authority': leaf('unknown-authority', 'stranger', LAB_HOSTS, GOOD_DATES),
    expired: leaf('expired', 'lab', LAB_HOSTS, ['20200101000000Z', '20210101000000Z']),
    'not-yet-valid': leaf('not-yet-valid', 'lab', LAB_HOSTS, ['20980101000000Z', '20990101000000Z']),
    'wrong-host': leaf('wrong-host', 'lab', ['portal.hotel.example.net'], GOOD_DATES),
    'name-only': leaf('name-only', 'lab', ['proxy.golang.org'], GOOD_DATES, ''),
    'self-signed': selfSigned(),
    'for-clients': leaf('for-clients', 'lab', LAB_HOSTS, GOOD_DATES, 'clientAuth'),
  };
  return { ca: join(folder, 'lab.pem'), of, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Without a usage it has no alternative names either: nothing but its common name says whose it is. */
function configuration(kind: string, signer: string, hosts: readonly string[], usage: string): string {
  // go never uses an HTTP proxy for 127.0.0.1; 0.0.0.0 leads to the same place, and there it does.
  const names = [...hosts.map((host) => `DNS:${host}`), 'IP:0.0.0.0'].join(',');
  return `[ca]
default_ca=lab
[lab]
new_certs_dir=.
database=${kind}.index
rand_serial=yes
default_md=sha256
policy=any
certificate=${signer}.pem
private_key=${signer}.key
x509_extensions=leaf
unique_subject=no
[any]
commonName=supplied
[leaf]
${usage === '' ? 'basicConstraints=CA:FALSE' : `subjectAltName=${names}\nextendedKeyUsage=${usage}`}
`;
}

function openssl(cwd: string, argv: readonly string[]): void {
  const result = spawnSync('openssl', argv, { cwd, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`openssl ${argv[0]}: ${result.stderr}`);
}
