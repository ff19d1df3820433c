import type { Texts } from '../i18n/texts.ts';
import type { Observer } from '../model/catalog.ts';
import type { Domain } from '../model/report.ts';

type DomainName = Domain['is'];

type Words = Texts['diagnosis']['domain'];
/** The name of a sentence, of one that names the host too. */
type Because = { [K in keyof Words]: Words[K] extends string | ((host: string) => string) ? K : never }[keyof Words];

/** Where a cause always sits, whatever was asked, and the sentence that says why. */
export interface FixedDomain {
  readonly is: DomainName;
  readonly because: Because;
}

const here = (because: Because): FixedDomain => ({ is: 'this-machine', because });
const forward: FixedDomain = { is: 'forward-proxy', because: 'forward' };
const undecided: FixedDomain = { is: 'unknown', because: 'undecided' };

/** Causes that a URL does not decide, by their name with that of the signal, their name, or their family; the first is the strongest. */
export const fixedDomains: Readonly<Record<string, FixedDomain>> = {
  env: here('env'),
  cache: here('cache'),
  command: here('command'),
  gomod: here('project'),
  vendor: here('project'),
  workspace: here('project'),
  toolchain: here('installed'),
  'not-module': here('noServer'),
  'auth.private-module-via-public-proxy': here('privateSentOut'),
  'auth.goprivate-too-broad': here('setting'),
  'auth.goauth-misconfigured': here('setting'),
  'auth.git-credentials-missing': here('loginMissing'),
  'auth.ssh-host-key': here('hostKey'),
  'checksum.go-sum-malformed': here('project'),
  'checksum.missing-entry': here('project'),
  'checksum.go-sum-mismatch': undecided,
  'checksum.sumdb-mismatch': undecided,
  'checksum.sumdb-security': undecided,
  'checksum.sumdb-cache-corrupt': here('sumdbCache'),
  'checksum.sumdb-cache-corrupt sumdb-bad-tile': undecided,
  'checksum.sumdb-invalid-config': here('setting'),
  'goproxy.off': here('setting'),
  'goproxy.invalid-config': here('setting'),
  'network.http-proxy-auth': forward,
  'network.http-proxy-denied': forward,
  'network.http-proxy-unreachable': { is: 'forward-proxy', because: 'brokeOff' },
  'network.offline-sandbox': here('offline'),
  'network.ipv6-broken': here('ipv6'),
  'network.dns-server-failure': here('nameServerWrong'),
  'network.dns-timeout': here('nameServerSilent'),
  'network.dns-no-such-host': {
    is: 'unknown',
    because: 'noSuchName',
  },
  'network.captive-portal': { is: 'unknown', because: 'inPlaceOf' },
  'tls.clock-skew': here('clock'),
  'tls.unknown-authority': here('untrusted'),
  'resolve.local-module-unreplaced': here('required'),
  'resolve.major-suffix': here('required'),
  'vcs.git-missing': here('tool'),
  'vcs.git-too-old': here('tool'),
  'vcs.git-broken': here('tool'),
  'vcs.dubious-ownership': here('tool'),
  'vcs.stamping': here('tool'),
  'vcs.govcs-disallowed': here('setting'),
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
