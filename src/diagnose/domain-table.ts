import type { Observer } from '../model/catalog.ts';
import type { Domain } from '../model/report.ts';

type DomainName = Domain['is'];

/** Where a cause always sits, whatever was asked; `{host}` is the host of the problem. */
export interface FixedDomain {
  readonly is: DomainName;
  readonly because: string;
}

const here = (because: string): FixedDomain => ({ is: 'this-machine', because });
const project = here('it is in the files of this project, and no server can change it');
const required = here('it is in what this project imports and requires');
const installed = here('it is in the Go that is installed here, or in what go.mod asks of it');
const tool = here('it is in a program or a folder of this machine, and no server was asked yet');
const setting = here('a setting of this machine decides it');
const forward: FixedDomain = {
  is: 'forward-proxy',
  because: 'the way out of this network goes through it, and it did not let the request pass',
};
const undecided: FixedDomain = { is: 'unknown', because: 'two places disagree, and this log does not show which of them is right' };

/** Causes that a URL does not decide, by their name or their family. The name is stronger. */
export const fixedDomains: Readonly<Record<string, FixedDomain>> = {
  env: here('it is in a setting, a folder or the disk of this machine'),
  cache: here('it is in the module cache of this machine'),
  command: here('it is in how the command was called'),
  gomod: project,
  vendor: project,
  workspace: project,
  toolchain: installed,
  'not-module': here('no module server had a part in it'),
  'auth.private-module-via-public-proxy': here('its settings send a private module to a public server, which cannot see it'),
  'auth.goprivate-too-broad': setting,
  'auth.goauth-misconfigured': setting,
  'auth.git-credentials-missing': here('the host asks for a login, and none was found here'),
  'auth.ssh-host-key': here('ssh does not know the key of the host yet, or knows another one'),
  'checksum.go-sum-malformed': project,
  'checksum.missing-entry': project,
  'checksum.go-sum-mismatch': undecided,
  'checksum.sumdb-mismatch': undecided,
  'checksum.sumdb-security': undecided,
  'checksum.sumdb-cache-corrupt': here('it is in what this machine keeps of the checksum database'),
  'checksum.sumdb-invalid-config': setting,
  'goproxy.off': setting,
  'goproxy.invalid-config': setting,
  'network.http-proxy-auth': forward,
  'network.http-proxy-denied': forward,
  'network.http-proxy-unreachable': { is: 'forward-proxy', because: 'the connection broke off between this machine and it' },
  'network.offline-sandbox': here('there is no way from here to any network'),
  'network.ipv6-broken': here('its IPv6 leads nowhere'),
  'network.dns-server-failure': here('the name server that it asks does not answer as it should'),
  'network.dns-timeout': here('the name server that it asks does not answer'),
  'network.dns-no-such-host': {
    is: 'unknown',
    because: 'the name {host} was not found, so no server was reached; the name or the name server may be wrong',
  },
  'network.captive-portal': { is: 'unknown', because: 'something on the way answered in place of {host}' },
  'tls.clock-skew': here('its clock is wrong'),
  'tls.unknown-authority': here(
    'it does not trust the certificate that it was shown for {host}: a CA is missing here, or something on the way shows its own',
  ),
  'resolve.local-module-unreplaced': required,
  'resolve.major-suffix': required,
  'vcs.git-missing': tool,
  'vcs.git-too-old': tool,
  'vcs.git-broken': tool,
  'vcs.dubious-ownership': tool,
  'vcs.stamping': tool,
  'vcs.govcs-disallowed': setting,
};

/** What failed, by the URL in the message; the first that fits. */
export const urlDomains: readonly { readonly is: DomainName; readonly pattern: RegExp }[] = [
  { is: 'checksum-database', pattern: /\bhttps?:\/\/([^\s/"?]{1,253})\/[^\s"]{0,400}?(?:lookup|tile|sumdb)\// },
  { is: 'checksum-database', pattern: /\bhttps?:\/\/([^\s/"?]{1,253})\/(?:lookup|tile|sumdb)\// },
  { is: 'vcs-host', pattern: /\bhttps?:\/\/([^\s/"?]{1,253})[^\s"?]{0,400}\?go-get=1/ },
  { is: 'goproxy', pattern: /\bhttps?:\/\/([^\s/"?]{1,253})\/[^\s"]{0,400}?\/@(?:v\/|latest)/ },
];

/** What a version control tool says. */
export const vcsWords =
  /\b(?:git|hg|svn|bzr|fossil) (?:-c |-C |ls-remote|fetch|clone|init|pull|cat-file|log)|\bfatal: |Permission denied \(publickey|\bremote: /;

/** Where no URL stands: who saw it. */
export const observerDomains: Partial<Readonly<Record<Observer, DomainName>>> = {
  proxy: 'goproxy',
  sumdb: 'checksum-database',
  vcs: 'vcs-host',
  'http-proxy': 'forward-proxy',
};

/** Families whose causes sit there when neither a URL nor an observer says more. */
export const familyDomains: Partial<Readonly<Record<string, DomainName>>> = {
  goproxy: 'goproxy',
  vcs: 'vcs-host',
  resolve: 'this-machine',
  checksum: 'checksum-database',
};
