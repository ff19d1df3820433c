import type { Evidence } from '../model/evidence.ts';

/** A kind of file that `--with` takes, for people: how one gets it and what it shows. */
interface KindRow {
  readonly kind: Evidence['kind'];
  readonly from: string;
  readonly shows: string;
}

/** All kinds, in the order in which a file is tried: what is told by more of its text comes first. */
export const evidenceKinds: readonly KindRow[] = [
  { kind: 'HAR', from: 'a browser or a recording proxy: save as HAR', shows: 'what the servers answered, and pages that ask to sign in' },
  { kind: 'go env', from: '`go env > env.txt`, `go env -json`', shows: 'what GOPRIVATE covers, and settings that switch things off' },
  {
    kind: 'go modules',
    from: '`go mod graph`, `go mod why`, `go mod verify`, `go list -m -json all`, `go mod download -json`',
    shows: 'who brings a module in, errors of single modules, changed files of the cache',
  },
  { kind: 'go version', from: '`go version`, `go version -m PROGRAM`', shows: 'a Go that is older than what was asked for' },
  { kind: 'go.sum', from: 'the file', shows: 'whether the line or the hash is there' },
  { kind: 'modules.txt', from: '`vendor/modules.txt`', shows: 'what the vendor folder lacks, also against go.mod' },
  { kind: 'go.mod', from: 'the file', shows: 'what is required, replaced, excluded; the go line' },
  { kind: 'go.work', from: 'the file', shows: 'the folders that count as local' },
  { kind: 'netrc', from: '`~/.netrc`', shows: 'the hosts with a login; logins and passwords are never shown' },
  { kind: 'git config', from: '`~/.gitconfig`', shows: 'URLs that go over ssh, proxies, checks that are off' },
  { kind: 'Dockerfile', from: 'the file', shows: 'what is not copied, mounted or installed before go runs' },
  {
    kind: 'CI file',
    from: 'GitHub Actions, GitLab, Azure, CircleCI, Jenkinsfile',
    shows: 'variables, Go versions, caches that never change',
  },
  { kind: 'resolv.conf', from: '`/etc/resolv.conf`', shows: 'the name server that was asked' },
  { kind: 'hosts', from: '`/etc/hosts`', shows: 'names that are sent elsewhere' },
  {
    kind: 'proxy log',
    from: 'Athens, Artifactory, Nexus, nginx, Squid: the access log',
    shows: 'what the proxy got and answered, on one timeline',
  },
  {
    kind: 'transcript',
    from: '`curl -v`, `dig`, `openssl s_client`, `ssh -v`, `GIT_TRACE=1`',
    shows: 'what somebody saw of the host by hand',
  },
];

/** The table of the README, which a test compares with this. @param spoken words in the language of that README */
export function evidenceTable(spoken: (words: string) => string, head: string): string {
  const rows = evidenceKinds.map(({ kind, from, shows }) => `| ${kind} | ${spoken(from)} | ${spoken(shows)} |`);
  return `${head}\n|---|---|---|\n${rows.join('\n')}\n`;
}
