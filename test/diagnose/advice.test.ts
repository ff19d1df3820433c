import { expect, test } from 'vitest';
import { judgeAdvice } from '../../src/diagnose/advice.ts';
import { adviceRules, mayAdvise } from '../../src/diagnose/advice-rules.ts';
import type { Line } from '../../src/model/line.ts';

function lines(...texts: readonly string[]): Line[] {
  return texts.map((text, index) => ({ number: index + 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' }));
}

const bad: readonly (readonly [text: string, found: string, verdict: string])[] = [
  ['curl -v -x "$GOPROXY" https://example.com/', 'curl -v -x "$GOPROXY"', 'no-effect'],
  ['curl --proxy $GOPROXY https://example.com/', 'curl --proxy $GOPROXY', 'no-effect'],
  ['ENV GOSUMDB off', 'GOSUMDB off', 'unsafe'],
  ['go env -w GOSUMDB=off && go mod tidy', 'GOSUMDB=off', 'unsafe'],
  ["GOSUMDB='off'", "GOSUMDB='off'", 'unsafe'],
  ['export GONOSUMDB=*', 'GONOSUMDB=*', 'unsafe'],
  ['GOPRIVATE="*"', 'GOPRIVATE="*"', 'unsafe'],
  ['GONOSUMCHECK=1 go build', 'GONOSUMCHECK=1', 'no-effect'],
  ['GODEBUG=netdns=2,goproxy=1 go get x', 'GODEBUG=netdns=2,goproxy=1', 'no-effect'],
  ['GODEBUG=gosum=1 go build', 'GODEBUG=gosum=1', 'no-effect'],
  ['GOTRACE=1 go build', 'GOTRACE=1', 'no-effect'],
  ['go build -gowork=off ./...', 'go build -gowork', 'no-effect'],
  ['go mod download -x -v', 'go mod download -x -v', 'no-effect'],
  ['GOFLAGS=-insecure go get x', 'GOFLAGS=-insecure', 'no-effect'],
  ['go get -u -insecure example.com/x', 'go get -u -insecure', 'obsolete'],
  ['GOINSECURE=*', 'GOINSECURE=*', 'unsafe'],
  ['git config --global http.sslVerify false', 'http.sslVerify false', 'unsafe'],
  ['git -c http.sslVerify=false clone x', 'http.sslVerify=false', 'unsafe'],
  ['GIT_SSL_NO_VERIFY=true go get x', 'GIT_SSL_NO_VERIFY=true', 'unsafe'],
  ['GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no"', 'StrictHostKeyChecking=no', 'unsafe'],
  ['git config --global --add safe.directory "*"', 'safe.directory "*"', 'unsafe'],
  [
    'git config --global url."https://ci:tok3nvalue@git.corp.test/".insteadOf https://git.corp.test/',
    'https://ci:tok3nvalue@git.corp.test/".insteadOf',
    'unsafe',
  ],
  ['rm -f go.sum', 'rm -f go.sum', 'unsafe'],
  ['del go.sum', 'del go.sum', 'unsafe'],
  ['rm ~/go/pkg/mod/cache/download/example.com/@v/v1.0.0.lock', 'rm ~/go/pkg/mod/cache/download/example.com/@v/v1.0.0.lock', 'no-effect'],
  ['rm -rf $GOPATH/pkg/mod', 'rm -rf $GOPATH/pkg/mod', 'no-effect'],
  ['  GOSUMDB: "off"', 'GOSUMDB: "off"', 'unsafe'],
  ['{"env": {"GOSUMDB": "off"}}', 'GOSUMDB": "off', 'unsafe'],
  ["  GONOSUMDB: '*'", "GONOSUMDB: '*'", 'unsafe'],
  ["  GOINSECURE: '*'", "GOINSECURE: '*'", 'unsafe'],
  ['  GONOSUMCHECK: 1', 'GONOSUMCHECK: 1', 'no-effect'],
  ['  GODEBUG: gosum=1', 'GODEBUG: gosum=1', 'no-effect'],
  ['  GOTRACE: "1"', 'GOTRACE: "1"', 'no-effect'],
  ['  GIT_SSL_NO_VERIFY: "true"', 'GIT_SSL_NO_VERIFY: "true"', 'unsafe'],
  ['ENV GIT_SSL_NO_VERIFY 1', 'GIT_SSL_NO_VERIFY 1', 'unsafe'],
  ['export GOPROXY=https://bob:tok3nvalue@goproxy.corp.test,direct', 'GOPROXY=https://bob:tok3nvalue@goproxy.corp.test', 'unsafe'],
  [
    'git clone --depth 1 https://ci:tok3nvalue@git.corp.test/team/lib.git',
    'git clone --depth 1 https://ci:tok3nvalue@git.corp.test/team/lib.git',
    'unsafe',
  ],
  ["find $GOPATH/pkg/mod -name '*.lock' -delete", "find $GOPATH/pkg/mod -name '*.lock' -delete", 'no-effect'],
  ['NO_PROXY=localhost,192.168.*', 'NO_PROXY=localhost,192.168.*', 'no-effect'],
];

test.each(bad)('%s', (text, found, verdict) => {
  expect(judgeAdvice(lines(text))).toEqual([expect.objectContaining({ line: 1, text: found, verdict })]);
});

test.each([
  'GOSUMDB=sum.golang.org',
  'GOSUMDB=offline.example.com+1234abcd+key',
  'GOPRIVATE=*.corp.example.com',
  'GONOSUMDB=corp.example.com/*',
  'GOINSECURE=*.lab.example.com',
  'GODEBUG=netdns=2 go build',
  'GOWORK=off go build ./...',
  'go mod download -x',
  'go mod download -x | grep -v cached',
  'go mod download && ls -v',
  'go get example.com/x; curl -insecure',
  'go build -v ./...',
  'git config http.sslVerify true',
  'ssh -o StrictHostKeyChecking=accept-new',
  'git config --global --add safe.directory /src',
  'git config --global url."ssh://git@git.corp.test/".insteadOf https://git.corp.test/',
  'git add go.sum',
  'rm -rf ./build',
  'curl -v "$GOPROXY/example.com/ash/@v/list"',
  'curl -x "$HTTPS_PROXY" https://goproxy.corp.test/',
  'rm package-lock.json yarn.lock',
  'NO_PROXY=10.0.0.0/8,.corp.test',
  'informing the user about go.sum',
  '  GOSUMDB: sum.golang.org',
  '  GOPROXY: https://goproxy.corp.test,direct',
  'git clone https://git.corp.test/team/lib.git',
  'git clone git@git.corp.test:team/lib.git',
  'Cloning into lib: find the GOSUMDB: offset',
  "find . -name '*.lock' -delete",
])('%s is no bad advice', (text) => expect(judgeAdvice(lines(text))).toEqual([]));

test('what stands in several lines is said once', () => {
  expect(judgeAdvice(lines('GOSUMDB=off', 'GOSUMDB=off', 'GOFLAGS=-mod=mod GOSUMDB=off')).map(({ line }) => line)).toEqual([1]);
});

test('the quick test lets every bad text through, and each rule has one', () => {
  for (const [text] of bad) expect(mayAdvise.test(text), text).toBe(true);
  for (const { words, id } of adviceRules)
    expect(
      bad.some(([text]) => words.test(text)),
      id,
    ).toBe(true);
});
