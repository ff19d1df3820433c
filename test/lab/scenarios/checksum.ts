import { goSum } from '../module-zip.ts';
import { HEALTHY, PUBLIC, strutil, strutil11, WITHOUT_SUM } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const get = ['go', 'mod', 'tidy'];
const module = strutil.path;
const version = strutil.version;
const tampered = { ...strutil, files: { 'strutil.go': 'package strutil\n\nfunc Same(s string) string { return s + "!" }\n' } };

/** Faults of go.sum and of the checksum database. */
export const checksum = scenarios(
  {
    name: 'missing-go-sum-package',
    title: 'go.sum lacks the module that a package comes from',
    files: { ...HEALTHY, 'go.sum': `${goSum(strutil).split('\n')[1]}\n` },
    world: { modules: PUBLIC },
    command: build,
    expect: { cause: 'checksum.missing-entry', path: module },
    heals: ['tidy'],
  },
  {
    name: 'missing-go-sum-entry',
    title: 'there is no go.sum at all',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC },
    command: build,
    expect: { cause: 'checksum.missing-entry', path: module },
    heals: ['tidy'],
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'go-sum-mismatch',
    title: 'go.sum was written for other content than the proxy serves',
    files: { ...HEALTHY, 'go.sum': goSum(tampered) },
    world: { modules: PUBLIC },
    command: build,
    expect: { cause: 'checksum.go-sum-mismatch', module, version },
    wrong: [
      { title: 'tidy', script: 'go mod tidy' },
      { title: 'clean the module cache', script: 'go clean -modcache' },
    ],
  },
  {
    name: 'go-sum-malformed',
    title: 'a line of go.sum lost its hash',
    files: { ...HEALTHY, 'go.sum': `${goSum(strutil)}github.com/acme/table v1.2.0\n` },
    world: { modules: PUBLIC },
    command: build,
    expect: { cause: 'checksum.go-sum-malformed' },
    heals: ['keep-good-lines'],
    wrong: [
      { title: 'tidy alone', script: 'go mod tidy' },
      { title: 'clean the module cache', script: 'go clean -modcache' },
    ],
  },
  {
    name: 'go-sum-conflict-marks',
    title: 'a merge left its marks in go.sum',
    files: { ...HEALTHY, 'go.sum': `<<<<<<< HEAD\n${goSum(strutil)}=======\n${goSum(strutil11)}>>>>>>> feature\n` },
    world: { modules: PUBLIC },
    command: build,
    expect: { cause: 'checksum.go-sum-malformed' },
    heals: ['keep-good-lines'],
  },
  {
    name: 'sumdb-mismatch',
    title: 'the checksum database recorded other content',
    files: WITHOUT_SUM,
    world: { modules: [{ ...strutil, recorded: tampered.files }] },
    command: get,
    expect: { cause: 'checksum.sumdb-mismatch', module, version },
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'sumdb-server-error',
    title: 'the checksum database answers 500',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC, answers: [{ host: 'sum.golang.org', path: '/lookup/', answer: { status: 500, body: 'internal error\n' } }] },
    command: get,
    expect: { cause: 'checksum.sumdb-unreachable' },
  },
  {
    name: 'sumdb-blocked',
    title: 'the company proxy lets nobody talk to sum.golang.org',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC, tunnels: { 'sum.golang.org': 'eof' } },
    command: get,
    expect: { cause: 'checksum.sumdb-unreachable' },
  },
  {
    name: 'sumdb-other-key',
    title: 'the tree head is signed with a key that nobody knows',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC, sumdbSignsWithOtherKey: true },
    command: get,
    expect: { cause: 'checksum.sumdb-security' },
  },
  {
    name: 'sumdb-html',
    title: 'a page answers instead of the checksum database',
    files: WITHOUT_SUM,
    world: {
      modules: PUBLIC,
      answers: [{ host: 'sum.golang.org', path: '/', answer: { status: 200, type: 'text/html', body: '<html>Please log in</html>\n' } }],
    },
    command: get,
    expect: { cause: 'network.captive-portal' },
  },
  {
    name: 'gosumdb-invalid-env-file',
    title: 'GOSUMDB is no name that go knows',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC },
    goEnv: { GOSUMDB: 'sum.example.com' },
    command: get,
    expect: { cause: 'checksum.sumdb-invalid-config' },
    heals: ['default'],
  },
  {
    name: 'gosumdb-invalid-environment',
    title: 'GOSUMDB in the environment is no name that go knows',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC },
    env: { GOSUMDB: 'sum.example.com' },
    command: get,
    expect: { cause: 'checksum.sumdb-invalid-config' },
    heals: ['unset'],
    wrong: [{ title: 'go env -u, which the environment hides', script: 'go env -u GOSUMDB' }],
  },
  {
    name: 'sumdb-latest-corrupt',
    title: 'the tree head that go keeps below GOPATH is damaged',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC },
    spoil: { '{home}/go/pkg/sumdb/sum.golang.org/latest': 'half a note' },
    command: get,
    expect: { cause: 'checksum.sumdb-cache-corrupt' },
    wrong: [{ title: 'clean the module cache, which is elsewhere', script: 'go clean -modcache' }],
  },
);
