import type { FactId } from '../model/facts.ts';

/** Where a problem sits, and how one sees that. `here` are places of this machine. */
const domain = {
  project: 'it is in the files of this project, and no server can change it',
  required: 'it is in what this project imports and requires',
  installed: 'it is in the Go that is installed here, or in what go.mod asks of it',
  tool: 'it is in a program or a folder of this machine, and no server was asked yet',
  setting: 'a setting of this machine decides it',
  forward: 'the way out of this network goes through it, and it did not let the request pass',
  undecided: 'two places disagree, and this log does not show which of them is right',
  env: 'it is in a setting, a folder or the disk of this machine',
  cache: 'it is in the module cache of this machine',
  command: 'it is in how the command was called',
  noServer: 'no module server had a part in it',
  privateSentOut: 'its settings send a private module to a public server, which cannot see it',
  loginMissing: 'the host asks for a login, and none was found here',
  hostKey: 'ssh does not know the key of the host yet, or knows another one',
  sumdbCache: 'it is in what this machine keeps of the checksum database',
  brokeOff: 'the connection broke off between this machine and it',
  offline: 'there is no way from here to any network',
  ipv6: 'its IPv6 leads nowhere',
  nameServerWrong: 'the name server that it asks does not answer as it should',
  nameServerSilent: 'the name server that it asks does not answer',
  hosts: (host: string) => `its hosts file says where ${host} is`,
  noSuchName: (host: string) => `the name ${host} was not found, so no server was reached; the name or the name server may be wrong`,
  inPlaceOf: (host: string) => `something on the way answered in place of ${host}`,
  clock: 'its clock is wrong',
  untrusted: (host: string) =>
    `it does not trust the certificate that it was shown for ${host}: a CA is missing here, or something on the way shows its own`,
  server: 'the server',
  notSaid: 'the log does not say what failed',
  noName: 'no server is named',
  fromThere: 'the message comes from there',
  passedOn: (server: string, other: string) => `${server} answered, and only passed on what went wrong at ${other}`,
  answered: (server: string, status: string) => `${server} answered ${status}`,
  noAnswer: (server: string) => `${server} gave no complete answer; the network between it and this machine may be at fault, too`,
  handshake: (server: string) => `${server} was reached, and TLS with it failed`,
  about: (server: string) => `the message is about ${server}`,
} as const;

const harStatus = (status: number) => (status === 0 ? 'there it got no answer either' : `there it was answered ${status}, too`);

/** What a file, or the log itself, shows about a problem; more than one way to say it stands in a function. */
const fact = {
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
const beside = {
  otherGo: (file: string, log: string) =>
    `this is Go ${file}, and the log is of Go ${log}: it may be of another machine, or go switched its toolchain`,
  otherFolder: (folder: string) => `the log has modules in ${folder}: these settings are of another machine or user`,
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

/** Who else saw what only looks like a problem of this machine. */
const contrast = {
  observers: { sumdb: 'the checksum database', proxy: 'the proxy', vcs: 'the remote repository' } as Readonly<Record<string, string>>,
  server: 'the server that answered',
  notHere: (who: string) => `${who} saw it, not this machine`,
} as const;

const privateModules = 'name the private modules in GOPRIVATE, and nothing else';
const requests = 'go mod download -x prints each request, with its status and time';
const noVariable = 'the go command has no such variable';

/** What a setting that is advised does, or does not do, and what to do in its place. */
const advice = {
  'curl-through-goproxy': {
    because: 'GOPROXY names a server that is asked for modules, not a forward proxy that requests go through',
    instead: 'ask it for a list of versions: curl -v "$GOPROXY/example.com/module/@v/list"; a forward proxy stands in HTTPS_PROXY',
  },
  'gosumdb-off': {
    because: 'no module is checked against the checksum database any more, public ones included; downloads of Go toolchains then fail',
    instead: `${privateModules}; where sum.golang.org cannot be reached, GOSUMDB=sum.golang.google.cn asks the same database`,
  },
  'private-star': {
    because: 'it covers every module: public ones are no longer checked against the checksum database, or no longer come from a proxy',
    instead: privateModules,
  },
  gonosumcheck: { because: noVariable, instead: `${privateModules}: GONOSUMDB follows it` },
  godebug: { because: 'the go command has no such debug setting', instead: requests },
  gotrace: { because: noVariable, instead: requests },
  'gowork-flag': {
    because: 'the go command has no such flag, and stops',
    instead: 'set the variable GOWORK: off, or the path of a go.work file',
  },
  'download-v': { because: 'go mod download has no such flag, and stops', instead: 'go mod download -x' },
  'goflags-insecure': {
    because: 'the go command accepts this flag in GOFLAGS and ignores it',
    instead: 'GOINSECURE with the path of the one module that has no certificate',
  },
  'get-insecure': {
    because: 'go get lost this flag in Go 1.17',
    instead: 'GOINSECURE with the path of the one module that has no certificate',
  },
  'goinsecure-star': {
    because: 'every module that is fetched directly may come over plain HTTP or from a server with any certificate',
    instead: "add the company's certificate authority to the system, or name only the one host",
  },
  'git-no-verify': {
    because: 'git accepts any certificate from every host; the go command itself does not use this setting',
    instead: "add the company's certificate authority to the system, or name its file in http.sslCAInfo",
  },
  'ssh-no-check': {
    because: 'ssh accepts any server in place of the real one',
    instead: "add the server's published host key to known_hosts",
  },
  'safe-directory-star': {
    because: 'git runs the configuration of repositories that belong to other users',
    instead: 'name the one folder: git config --global --add safe.directory FOLDER',
  },
  'token-in-insteadof': {
    because: 'the token stands in the git configuration and in every error message that shows the URL',
    instead: 'a netrc file or a credential helper of git gives the token only to its host',
  },
  'token-in-goproxy': {
    because: 'whoever sees the variables or the output of go env sees the token',
    instead: 'a line of netrc, or GOAUTH since Go 1.24, gives the token only to its host',
  },
  'token-in-remote': {
    because: 'git keeps the URL with the token in .git/config, and shows it in messages',
    instead: 'a netrc file or a credential helper of git gives the token only to its host',
  },
  'delete-go-sum': {
    because: 'the hashes that were checked before are gone, and whatever the servers send now is trusted',
    instead: 'go mod tidy adds and removes lines; a line that does not fit is a question to answer first',
  },
  'delete-locks': {
    because: 'the lock files of the module cache are empty and stay; the lock ends with the process that holds it',
    instead: 'find the go process that still runs, and end it',
  },
  'delete-modcache': {
    because: 'the folders are read-only: most of them stay, and root removes the good ones, too',
    instead: 'go clean -modcache removes the whole cache; a single broken version is one folder and its files in cache/download',
  },
  'no-proxy-star': { because: 'NO_PROXY has no such pattern for addresses', instead: 'a range such as 192.168.0.0/16' },
} as const;

/** Whose limit ran out in which phase of a request, and which credentials a server asks for: `src/diagnose/limits.ts`. */
const limit = {
  names: "the name server was silent; Go's resolver waits 5 s, twice for each server, unless resolv.conf says otherwise",
  dial: 'connecting: go waits 30 s',
  'dial-system': "connecting: the system gave up before go's 30 s were over",
  tls: 'connected, then the TLS handshake: go waits 10 s',
  'insecure-client': 'the whole request: go waits 5 s, only with GOINSECURE',
  headers: 'the answer did not begin: go sets no limit for that, another program did',
  body: 'the answer had begun and stopped: go sets no limit for that, the system or another program did',
  'challenge-basic': 'the server takes user and password: a netrc line for this host gives them',
  'challenge-bearer': 'the server takes a token: netrc cannot give one, GOAUTH (Go 1.24) can',
  'challenge-negotiate': 'the server takes Kerberos or NTLM, which go does not speak',
  'git-dial': 'connecting: git sets no limit; the system gives up, or curl after 300 s',
  'git-slow': "the answer came too slowly: the limit is git's own, http.lowSpeedLimit and http.lowSpeedTime",
  'forward-basic': 'the HTTP proxy takes user and password: the address in HTTPS_PROXY can hold them',
  'forward-negotiate': 'the HTTP proxy takes Kerberos or NTLM, which go does not speak: a local helper can',
} as const;

/** Everything that a diagnosis says in its own words. */
export const diagnosis = { domain, fact, beside, contrast, advice, limit } as const;
