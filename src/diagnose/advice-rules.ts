import type { Texts } from '../i18n/texts.ts';
import type { Advice } from '../model/report.ts';

export interface AdviceRule {
  /** By which the words about it are found. */
  readonly id: keyof Texts['diagnosis']['advice'];
  /** One of these stands in every match, in whatever letter case. */
  readonly near: readonly string[];
  readonly words: RegExp;
  readonly verdict: Advice['verdict'];
}

// `NAME=value`, `ENV NAME value`, and what YAML and JSON write.
const is = `(?:[= ]|["']?: ?)['"]?`;
const end = `(?=$|[\\s'",;)\\]])`;

/**
 * Settings and commands that posts, scripts and CI files recommend, and that weaken security, do nothing, or no longer exist.
 * Each was tried with a real go. Sources: go help environment, go help goproxy, go help module-auth, cmd/go release notes, git-config(1), ssh_config(5).
 */
export const adviceRules: readonly AdviceRule[] = [
  {
    id: 'curl-through-goproxy',
    near: ['goproxy'],
    words: /\bcurl\s[^\n]{0,300}?(?:-x|--proxy)[ =]?['"]?\$\{?GOPROXY\b\}?/,
    verdict: 'no-effect',
  },
  {
    id: 'gosumdb-off',
    near: ['gosumdb'],
    words: new RegExp(`\\bGOSUMDB${is}off${end}`),
    verdict: 'unsafe',
  },
  {
    id: 'private-star',
    near: ['gonosumdb', 'goprivate', 'gonoproxy'],
    words: new RegExp(`\\bGO(?:NOSUMDB|PRIVATE|NOPROXY)${is}\\*${end}`),
    verdict: 'unsafe',
  },
  {
    id: 'gonosumcheck',
    near: ['gonosumcheck'],
    words: /\bGONOSUMCHECK(?:=\S+|["']?: ?["']?\w+)/,
    verdict: 'no-effect',
  },
  {
    id: 'godebug',
    near: ['godebug'],
    words: /\bGODEBUG(?:=|["']?: ?)['"]?(?:[\w=]+,)*(?:goproxy|gosum|gosumdb)=\w+/,
    verdict: 'no-effect',
  },
  {
    id: 'gotrace',
    near: ['gotrace'],
    words: /\bGOTRACE(?:=\S+|["']?: ?["']?\w+)/,
    verdict: 'no-effect',
  },
  {
    id: 'gowork-flag',
    near: ['gowork'],
    words: /\bgo (?:build|test|run|get|install|list|vet|mod \w+) (?:[^\s|;&]+ )*--?gowork\b/,
    verdict: 'no-effect',
  },
  {
    id: 'download-v',
    near: ['go mod download'],
    words: new RegExp(`\\bgo mod download (?:[^\\s|;&]+ )*-v${end}`),
    verdict: 'no-effect',
  },
  {
    id: 'goflags-insecure',
    near: ['-insecure'],
    words: /\bGOFLAGS=['"]?(?:\S+ )*-insecure\b/,
    verdict: 'no-effect',
  },
  {
    id: 'get-insecure',
    near: ['-insecure'],
    words: /\bgo get (?:[^\s|;&]+ )*-insecure\b/,
    verdict: 'obsolete',
  },
  {
    id: 'goinsecure-star',
    near: ['goinsecure'],
    words: new RegExp(`\\bGOINSECURE${is}\\*${end}`),
    verdict: 'unsafe',
  },
  {
    id: 'git-no-verify',
    near: ['ssl'],
    words: /\bhttp\.sslVerify[ =]['"]?(?:false|0)\b|\bGIT_SSL_NO_VERIFY(?:[= ]|["']?: ?)['"]?(?:1|true)\b/i,
    verdict: 'unsafe',
  },
  {
    id: 'ssh-no-check',
    near: ['stricthost', 'knownhosts'],
    words: /\bStrictHostKeyChecking[ =]['"]?(?:no|off)\b|\bUserKnownHostsFile[ =]['"]?\/dev\/null/,
    verdict: 'unsafe',
  },
  {
    id: 'safe-directory-star',
    near: ['safe.directory'],
    words: /\bsafe\.directory['" =]+\*/,
    verdict: 'unsafe',
  },
  {
    id: 'token-in-insteadof',
    near: ['insteadof'],
    words: /\bhttps?:\/\/[^\s/:@'"]{1,100}:[^\s/@'"]{1,200}@[^\s'"]{1,200}['"]?\.insteadOf\b/i,
    verdict: 'unsafe',
  },
  {
    id: 'token-in-goproxy',
    near: ['goproxy'],
    words: /\bGOPROXY(?:=|["']?: ?)['"]?(?:[^\s'"@]{0,300}[,|])?https?:\/\/[^\s/:@'"]{1,100}:[^\s/@'"]{1,200}@[^\s'",|]{1,200}/,
    verdict: 'unsafe',
  },
  {
    id: 'token-in-remote',
    near: ['git clone', 'git fetch', 'git ls-remote', 'git remote'],
    words:
      /\bgit (?:clone|fetch|ls-remote|remote (?:add|set-url) \S{1,60}) (?:[^\s:@]{1,60} ){0,8}['"]?https?:\/\/[^\s/:@'"]{1,100}:[^\s/@'"]{1,200}@[^\s'"]{1,200}/,
    verdict: 'unsafe',
  },
  {
    id: 'delete-go-sum',
    near: ['go.sum'],
    words: /\b(?:rm|git rm|del|Remove-Item|unlink) (?:-\S+ )*(?:\S*[\\/])?go\.sum\b/,
    verdict: 'unsafe',
  },
  {
    id: 'delete-locks',
    near: ['.lock'],
    words:
      /\b(?:rm|del|find) (?:\S+ )*\S*(?:[\\/]cache[\\/](?:download|lock)|[\\/]pkg[\\/]mod)\S*\.lock\b|\bfind \S{0,200}(?:pkg[\\/]mod|GOMODCACHE|GOPATH)\S{0,100}(?: \S{1,60}){0,6} -i?name ['"]?\*\.lock\b['"]?(?: \S{1,60}){0,6} -(?:delete|exec)\b/,
    verdict: 'no-effect',
  },
  {
    id: 'delete-modcache',
    near: ['pkg/mod', 'pkg\\mod'],
    words: /\brm (?:-\S+ )*\S*[\\/]pkg[\\/]mod[\\/]?\*?(?=$|[\s'"])/,
    verdict: 'no-effect',
  },
  {
    id: 'no-proxy-star',
    near: ['no_proxy'],
    words: /\b(?:NO_PROXY|no_proxy)=\S*\b\d{1,3}(?:\.\d{1,3}){0,2}\.\*/,
    verdict: 'no-effect',
  },
];

/** A test that costs little: one of these stands in every text that a rule matches, and in few others. */
export const mayAdvise =
  /GOSUM|GONO|GOPRIV|GODEBUG|GOTRACE|gowork|go mod download|insecure|GOINSECURE|ssl|StrictHost|KnownHosts|safe\.dir|insteadOf|go\.sum|\.lock|pkg[\\/]mod|NO_PROXY|GOPROXY|:\/\/[^\s/@]*@/i;
