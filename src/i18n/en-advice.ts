const privateModules = 'name the private modules in GOPRIVATE, and nothing else';
const requests = 'go mod download -x prints each request, with its status and time';
const noVariable = 'the go command has no such variable';

/** What a setting that is advised does, or does not do, and what to do in its place. */
export const advice = {
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
export const limit = {
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
