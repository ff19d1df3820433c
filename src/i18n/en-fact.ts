import type { FactId } from '../model/facts.ts';

const harStatus = (status: number) => (status === 0 ? 'there it got no answer either' : `there it was answered ${status}, too`);

/** What a file, or the log itself, shows about a problem; more than one way to say it stands in a function. */
export const fact = {
  'env-goproxy-off': 'nothing is downloaded',
  'env-gosumdb-off': 'toolchains cannot be checked',
  'env-gotoolchain-local': 'go does not download a newer one',
  'env-gotoolchain-switches': 'go may download a newer one',
  'env-goflags-vendor': 'every command takes the vendor folder',
  'env-go111module-off': 'modules are switched off',
  'env-gowork-file': 'this workspace is active',
  'env-goprivate-covers': (path: string) => `covers ${path}: with it no public server is asked`,
  'env-goprivate-misses': (path: string) => `does not cover ${path}`,
  'mod-file-requires': (indirect: boolean) =>
    `${indirect ? 'it is required (indirect)' : 'it is required'}: the failed build read another go.mod, or another version of this one`,
  'mod-file-requires-none': (path: string) => `no module that is required here contains ${path}`,
  'mod-file-own-path': (path: string) => `${path} is a folder of this module itself`,
  'log-own-path': (path: string) => `this is a package of the module that is built, and ${path} is below its path`,
  'others-than-own-path': 'others are not',
  'mod-file-replaces-with-folder': 'the folder is looked for from where this go.mod is',
  'mod-file-excludes': 'go skips this version',
  'mod-file-go-newer': (version: string) => `Go ${version} ran`,
  'mod-file-toolchain': 'this line asks for it',
  'sum-file-has-line': 'this go.sum has it: the failed build read another go.sum',
  'sum-file-lacks-line': (what: string, ofPackage: boolean) => `there is no line for ${ofPackage ? 'a module with ' : ''}${what}`,
  'sum-file-two-hashes': (line: number) => `line ${line} has another hash of the same version`,
  'sum-file-same-hash': 'this is the line that did not fit',
  'sum-file-other-hash': 'the failed build had another hash in its go.sum: it read another file',
  'sum-file-broken': 'a line of go.sum has three fields',
  'verify-zip-modified': 'go mod verify says so: the zip in the cache is not what its .ziphash says',
  'verify-dir-modified': 'go mod verify says so: the unpacked folder is not what its .ziphash says',
  'verify-ziphash-missing': 'go mod verify says so: the file with the hash is not there',
  'proxy-log-not-reached': 'the log of the proxy covers that time, and does not have the request',
  'proxy-log-upstream': 'the proxy got the request, and the server behind it failed',
  'proxy-log-proxy': 'the proxy got the request and answered so itself',
  'proxy-log-answered': 'the proxy answered this well, and the answer did not arrive whole',
  'proxy-log-client-left': 'the client closed the connection before the proxy had answered',
  'proxy-log-changed': 'the proxy answered this, and something else arrived: a server on the way answered in its place',
  'host-resolves': (server: string | null) => `this name has an address${server === null ? '' : `, says ${server}`}`,
  'host-no-such-name': (server: string | null) =>
    `there is no such name${server === null ? '' : `, says ${server}`}; a name server that go asks may know it, and behind an HTTPS_PROXY no name need be known here`,
  'host-lookup-failed': (how: string | null) => `the name server could not say${how === null ? '' : `: ${how}`}`,
  'host-lookup-silent': (_: string | null) => 'no name server answered',
  'host-connects': (_: string | null) => 'a connection was made',
  'host-refuses': (_: string | null) => 'the connection was refused here, too',
  'host-silent': (_: string | null) => 'nothing came back here, either; behind an HTTPS_PROXY that may be as it should be',
  'host-reset-early': (_: string | null) =>
    'the connection broke off before the server had said anything in TLS: that looks like interception, and does not show by whom',
  'host-reset': (_: string | null) => 'the connection broke off here, too; that does not show by whom',
  'host-tls-done': (issuer: string | null) => `TLS works from here${issuer === null ? '' : `; the certificate is from ${issuer}`}`,
  'host-tls-untrusted': (reason: string | null) => `the certificate is not trusted here, either${reason === null ? '' : `: ${reason}`}`,
  'host-tls-expired': (_: string | null) => 'the certificate is out of its time',
  'host-tls-wrong-name': (_: string | null) => 'the certificate is for another name',
  'host-answers': (status: string | null) => `it answers ${status} here, too`,
  'host-html': (_: string | null) => 'the answer is a web page; go expects plain text, JSON or a zip',
  'host-challenge-basic': (_: string | null) => 'it wants a user name and a password or token: a line of netrc gives go that',
  'host-challenge-bearer': (_: string | null) => 'it wants a bearer token: netrc cannot give one, GOAUTH with a command can (Go 1.24)',
  'host-challenge-other': (_: string | null) =>
    'it wants a login that go cannot give: a gateway with Basic or Bearer, or another address of the proxy, is needed',
  'host-redirect': (where: string | null) => `it sends on to ${where}`,
  'host-tunnel-refused': (status: string | null) => `the forward proxy answered ${status}, and the host was not reached`,
  'host-ssh-denied': (_: string | null) => 'ssh was refused here, too',
  'host-ssh-host-key': (_: string | null) => 'ssh does not know this key of the host',
  'host-rule-drops': (_: string | null) => 'this rule drops such packets without a word',
  'host-rule-rejects': (_: string | null) => 'this rule refuses such packets',
  'host-reached': (status: string | null) => `it can be reached from here, and answers ${status}`,
  'host-name-disputed': (one: string | null, other: string | null) =>
    `${other ?? 'one name server'} does not know this name, and ${one ?? 'another'} does: they may answer for different networks`,
  'vendor-file-lacks': (what: string, has: string | null) => `the vendor folder has ${has === null ? `no ${what}` : `${has}, not ${what}`}`,
  'trace-request-failed': (tries: number, ms: number | null) =>
    `the trace shows it${ms === null ? '' : `, after ${(ms / 1000).toFixed(1)} s`}${tries > 1 ? `; it was asked ${tries} times` : ''}`,
  'trace-resolver': (who: 'go' | 'cgo') =>
    who === 'go'
      ? "Go's own resolver reads the hosts file and asks the name servers of resolv.conf, and no other source of the system"
      : "the system's own resolver was asked, as getent does",
  'doctor-name-unknown': (host: string) => `the name ${host} does not exist for this machine`,
  'doctor-name-failure': (host: string) => `the name server of this machine gave no usable answer about ${host}`,
  'doctor-name-timeout': (host: string) => `the name server of this machine did not answer about ${host}`,
  'doctor-connect-refused': (host: string) => `${host} refuses the connection`,
  'doctor-connect-timeout': (host: string) => `${host} lets no connection stand within the time`,
  'doctor-connection-reset': (host: string) => `the connection to ${host} was cut`,
  'doctor-no-network': (host: string) => `there is no way from this machine to ${host}`,
  'doctor-certificate-unknown': (host: string) => `the certificate that ${host} shows is signed by nobody whom this machine trusts`,
  'doctor-certificate-expired': (host: string) => `the certificate that ${host} shows has expired, by the clock of this machine`,
  'doctor-certificate-early': (host: string) => `the certificate that ${host} shows is not valid yet, by the clock of this machine`,
  'doctor-certificate-name': (host: string) => `the certificate that ${host} shows is for other names`,
  'doctor-not-tls': (host: string) => `${host} answers on that port, and not with TLS`,
  'doctor-forward-auth': (host: string) => `the forward proxy ${host} wants a login (407)`,
  'doctor-forward-denied': (host: string) => `the forward proxy does not let requests to ${host} pass`,
  'doctor-forward-unreachable': (host: string) => `the forward proxy ${host} cannot be reached`,
  'doctor-status-401': (host: string) => `${host} wants a login (401)`,
  'doctor-status-403': (host: string) => `${host} refuses it (403)`,
  'doctor-status-404': (host: string) => `${host} does not have it, and go asks nobody after it`,
  'doctor-status-429': (host: string) => `${host} gets too many requests (429)`,
  'doctor-status-5xx': (host: string) => `${host} has an error of its own`,
  'doctor-answer-html': (host: string) => `in the name of ${host} a web page came, where a list was asked for`,
  'doctor-answer-timeout': (host: string) => `${host} takes the connection, and does not answer within the time`,
  'doctor-sumdb-unreachable': (host: string) => `the checksum database is not to be had from ${host}`,
  'doctor-goproxy-off': 'GOPROXY allows no download',
  'doctor-goproxy-invalid': 'go does not take the value of GOPROXY',
  'doctor-disk-full': 'the disk of the module cache has no room left',
  'doctor-cache-not-writable': 'this user may not write into the module cache',
  'doctor-cache-read-only': 'the module cache is on a file system that cannot be written',
  'doctor-git-missing': 'there is no git in PATH',
  'vendor-file-differs': (module: string, version: string, where: string) => `${where} requires ${module} ${version}`,
  'work-file-lacks': (folders: readonly string[]) =>
    `it uses ${folders.length === 0 ? 'no folder' : folders.slice(0, 5).join(', ')}, and not that one`,
  'work-file-go-older': 'this go line is the one',
  'file-go-older': (given: string, wanted: string) => `Go ${given}, and ${wanted} is asked for`,
  'hosts-file-maps': (host: string, address: string) =>
    `go asks this file before any name server, so ${host} is ${address} for it; a browser with DNS over HTTPS may not look here`,
  'resolv-file-asked': 'this is the server that was asked',
  'resolv-file-no-server': 'it names no name server: go then asks one on this machine',
  'netrc-file-has-host': (host: string) => `it has a login for ${host}, if the failed build read this file`,
  'netrc-file-lacks-host': (host: string, fallback: boolean) =>
    fallback
      ? `there is no machine ${host}, and the go command does not use default`
      : `there is no machine ${host} with a login and a password`,
  'git-config-to-ssh': (from: string, to: string) => `git asks ${to} in place of ${from}: over ssh, where .netrc and tokens do not count`,
  'git-config-proxy': 'git goes through this proxy; go itself does not read it',
  'docker-file-no-vendor': 'no COPY before it brings the vendor folder',
  'docker-file-no-sum': 'go.mod is copied before it, and go.sum is not',
  'docker-file-no-secret': 'this RUN has no mount of a secret or of ssh, and no login is set up before it',
  'docker-file-no-git': 'Alpine images of Go have no git, and none is installed before go runs',
  'ci-file-go-number': (version: string) => `without quotes it is a number, and means ${version}`,
  'ci-file-cache-fixed': 'the key never changes: what was once kept broken comes back each time',
  'ci-file-two-caches': (line: number) => `line ${line} keeps the same folder in a cache of its own`,
  'har-sign-in': 'the answer was a page to sign in: go cannot do that',
  'har-needs-login': harStatus,
  'har-forbidden': harStatus,
  'har-proxy-login': harStatus,
  'har-not-found': harStatus,
  'har-too-many': harStatus,
  'har-server-error': harStatus,
  'har-no-answer': harStatus,
} as const satisfies Readonly<Record<FactId, unknown>>;

/** What of the files is worth knowing, whatever the cause is. */
export const beside = {
  otherGo: (file: string, log: string) =>
    `this is Go ${file}, and the log is of Go ${log}: it may be of another machine, or go switched its toolchain`,
  otherFolder: (folder: string) => `the log has modules in ${folder}: these settings are of another machine or user`,
  route: {
    'route-stops': (hop: string | null, command: string) =>
      `${hop ?? 'this hop'} is the last one that answered. Many networks answer no traceroute and let go through, so that this alone proves nothing; ${command} decides`,
    'route-silent': (_: string | null, command: string) =>
      `no hop answered: that is so where such packets are filtered, and proves nothing; ${command} decides`,
    'route-forbidden': (hop: string | null, command: string) =>
      `${hop ?? 'this hop'} says that it does not let these packets through, or knows no way there; whether that holds for go too, ${command} decides`,
    'route-arrives': (_: string | null, command: string) =>
      `these packets arrive, so that there is a way; whether the port is open, ${command} decides`,
    'rules-open': (port: string | null, command: string) =>
      `by these rules new connections to port ${port} get out. Firewalls on the way, containers and rules of nft are not among them; ${command} decides`,
    'rules-drop': (port: string | null, command: string) =>
      `this drops new connections to port ${port}: go would wait, and not fail as it did here. Is the list of that machine, and of that time? ${command} decides`,
    'rules-reject': (port: string | null, command: string) =>
      `this refuses new connections to port ${port} at once: go would not fail as it did here. Is the list of that machine, and of that time? ${command} decides`,
    'rules-unclear': (_: string | null, command: string) =>
      `whether connections get out depends on this rule, whose condition or chain is not shown here (iptables -S shows it); ${command} decides`,
    'rules-inbound': (_: string | null, command: string) =>
      `these rules are about what comes in; what leaves, the chain OUTPUT shows, and ${command} decides`,
  },
  otherServer: (address: string) => `the log asks the name server ${address}: this file is of another machine or container`,
  otherAddress: (host: string, address: string) =>
    `the log connects to ${address} for ${host}: this file is of another machine or container`,
  tolerated: 'a step that fails here counts as a good one',
  unverified: 'git accepts any certificate here; the go command itself does not use this setting',
  answered: (status: number) => `there the same request was answered ${status}; a browser has its own proxy, names and certificates`,
  replay: (command: string) => `to ask again: ${command}`,
  otherSetting: (name: string, value: string | null, file: string, because: string, explains: boolean) =>
    `${explains ? 'this difference would explain it: ' : ''}in ${file} ${name} is ${value === null ? 'not shown' : value === '' ? 'empty' : value}. ${because}`,
  broughtIn: (chain: readonly string[], used: boolean, own: boolean) =>
    `brought in by ${chain.join(' -> ')}${own ? '; the go.mod of the main module has a line for it, too' : ''}${used ? '' : '; the build uses another version of one of them'}`,
  neededBy: (chain: readonly string[]) => `imported by way of ${chain.join(' -> ')}`,
  modulesVerified:
    'what lies in that cache fits the hash beside it; modules that are not downloaded were not looked at, and only go.sum shows a hash that was forged with its zip',
  cutVersion: (version: string) => `without quotes YAML reads the number ${version}`,
} as const;
