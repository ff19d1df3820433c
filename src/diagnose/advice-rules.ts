import type { Advice } from '../model/report.ts';

export interface AdviceRule {
  readonly words: RegExp;
  readonly verdict: Advice['verdict'];
  /** What it does, or does not do. */
  readonly because: string;
  /** What to do in its place. */
  readonly instead: string;
}

const end = `(?=$|[\\s'",;)\\]])`;
const privateModules = 'name the private modules in GOPRIVATE, and nothing else';

/**
 * Settings and commands that posts, scripts and CI files recommend, and that weaken security, do nothing, or no longer exist.
 * Each was tried with a real go. Sources: go help environment, go help goproxy, go help module-auth, cmd/go release notes, git-config(1), ssh_config(5).
 */
export const adviceRules: readonly AdviceRule[] = [
  {
    words: new RegExp(`\\bGOSUMDB[= ]['"]?off${end}`),
    verdict: 'unsafe',
    because: 'no module is checked against the checksum database any more, public ones included; downloads of Go toolchains then fail',
    instead: `${privateModules}; where sum.golang.org cannot be reached, GOSUMDB=sum.golang.google.cn asks the same database`,
  },
  {
    words: new RegExp(`\\bGO(?:NOSUMDB|PRIVATE|NOPROXY)[= ]['"]?\\*${end}`),
    verdict: 'unsafe',
    because: 'it covers every module: public ones are no longer checked against the checksum database, or no longer come from a proxy',
    instead: privateModules,
  },
  {
    words: /\bGONOSUMCHECK=\S+/,
    verdict: 'no-effect',
    because: 'the go command has no such variable',
    instead: `${privateModules}: GONOSUMDB follows it`,
  },
  {
    words: /\bGODEBUG=['"]?(?:[\w=]+,)*(?:goproxy|gosum|gosumdb)=\w+/,
    verdict: 'no-effect',
    because: 'the go command has no such debug setting',
    instead: 'go mod download -x prints each request, with its status and time',
  },
  {
    words: /\bGOTRACE=\S+/,
    verdict: 'no-effect',
    because: 'the go command has no such variable',
    instead: 'go mod download -x prints each request, with its status and time',
  },
  {
    words: /\bgo (?:build|test|run|get|install|list|vet|mod \w+) (?:\S+ )*--?gowork\b/,
    verdict: 'no-effect',
    because: 'the go command has no such flag, and stops',
    instead: 'set the variable GOWORK: off, or the path of a go.work file',
  },
  {
    words: new RegExp(`\\bgo mod download (?:\\S+ )*-v${end}`),
    verdict: 'no-effect',
    because: 'go mod download has no such flag, and stops',
    instead: 'go mod download -x',
  },
  {
    words: /\bGOFLAGS=['"]?(?:\S+ )*-insecure\b/,
    verdict: 'no-effect',
    because: 'the go command accepts this flag in GOFLAGS and ignores it',
    instead: 'GOINSECURE with the path of the one module that has no certificate',
  },
  {
    words: /\bgo get (?:\S+ )*-insecure\b/,
    verdict: 'obsolete',
    because: 'go get lost this flag in Go 1.17',
    instead: 'GOINSECURE with the path of the one module that has no certificate',
  },
  {
    words: new RegExp(`\\bGOINSECURE[= ]['"]?\\*${end}`),
    verdict: 'unsafe',
    because: 'every module that is fetched directly may come over plain HTTP or from a server with any certificate',
    instead: "add the company's certificate authority to the system, or name only the one host",
  },
  {
    words: /\bhttp\.sslVerify[ =]['"]?(?:false|0)\b|\bGIT_SSL_NO_VERIFY=['"]?(?:1|true)\b/i,
    verdict: 'unsafe',
    because: 'git accepts any certificate from every host; the go command itself does not use this setting',
    instead: "add the company's certificate authority to the system, or name its file in http.sslCAInfo",
  },
  {
    words: /\bStrictHostKeyChecking[ =]['"]?(?:no|off)\b|\bUserKnownHostsFile[ =]['"]?\/dev\/null/,
    verdict: 'unsafe',
    because: 'ssh accepts any server in place of the real one',
    instead: "add the server's published host key to known_hosts",
  },
  {
    words: /\bsafe\.directory['" =]+\*/,
    verdict: 'unsafe',
    because: 'git runs the configuration of repositories that belong to other users',
    instead: 'name the one folder: git config --global --add safe.directory FOLDER',
  },
  {
    words: /\bhttps?:\/\/[^\s/:@'"]{1,100}:[^\s/@'"]{1,200}@[^\s'"]{1,200}['"]?\.insteadOf\b/i,
    verdict: 'unsafe',
    because: 'the token stands in the git configuration and in every error message that shows the URL',
    instead: 'a netrc file or a credential helper of git gives the token only to its host',
  },
  {
    words: /\b(?:rm|git rm|del|Remove-Item|unlink) (?:-\S+ )*(?:\S*[\\/])?go\.sum\b/,
    verdict: 'unsafe',
    because: 'the hashes that were checked before are gone, and whatever the servers send now is trusted',
    instead: 'go mod tidy adds and removes lines; a line that does not fit is a question to answer first',
  },
  {
    words: /\b(?:rm|del|find) (?:\S+ )*\S*(?:[\\/]cache[\\/](?:download|lock)|[\\/]pkg[\\/]mod)\S*\.lock\b/,
    verdict: 'no-effect',
    because: 'the lock files of the module cache are empty and stay; the lock ends with the process that holds it',
    instead: 'find the go process that still runs, and end it',
  },
  {
    words: /\brm (?:-\S+ )*\S*[\\/]pkg[\\/]mod[\\/]?\*?(?=$|[\s'"])/,
    verdict: 'no-effect',
    because: 'the folders are read-only, so that most of them stay',
    instead: 'go clean -modcache removes the whole cache; a single broken version is one folder and its files in cache/download',
  },
  {
    words: /\b(?:NO_PROXY|no_proxy)=\S*\b\d{1,3}(?:\.\d{1,3}){0,2}\.\*/,
    verdict: 'no-effect',
    because: 'NO_PROXY has no such pattern for addresses',
    instead: 'a range such as 192.168.0.0/16',
  },
];

/** A test that costs little: one of these stands in every text that a rule matches. */
export const mayAdvise =
  /GOSUM|GONO|GOPRIV|GODEBUG|GOTRACE|gowork|download|insecure|GOINSECURE|ssl|StrictHost|KnownHosts|safe\.dir|insteadOf|go\.sum|\.lock|mod|NO_PROXY/i;
