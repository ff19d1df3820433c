const har = (entry: object) =>
  JSON.stringify({ log: { version: '1.2', entries: [{ startedDateTime: '2026-01-02T03:04:05.000Z', time: 12, ...entry }] } }, null, 2);
const request = { method: 'GET', url: 'https://ana:tok3n@proxy.example.com/x/@v/v1.0.0.info?key=s3cret' };

/** One file of each kind, as small as it may be. */
export const smallest: Readonly<Record<string, string>> = {
  HAR: har({ request, response: { status: 403, content: { mimeType: 'text/plain' } } }),
  'go env': "GO111MODULE=''\nGOFLAGS=''\n",
  'go modules': 'example.com/elm example.com/ash@v1.0.0\nexample.com/ash@v1.0.0 example.com/oak@v1.1.0\n',
  'go version': 'bin/elm: go1.22.1\n\tpath\texample.com/elm\n\tdep\texample.com/ash\tv1.0.0\th1:AAAA=\n',
  'go.sum': 'example.com/ash v1.0.0 h1:AA=\n',
  'modules.txt': '# example.com/ash v1.0.0\n## explicit\nexample.com/ash\n',
  'go.mod': 'module example.com/elm\n\ngo 1.22\n',
  'go.work': 'go 1.22\n\nuse (\n\t./elm // the service\n\t"oak"\n)\n',
  netrc:
    'machine git.corp.test login ana password hunter2secret\nmachine half.corp.test login ana\ndefault login x password hunter3secret\n',
  'git config':
    '[url "ssh://git@git.corp.test/"]\n\tinsteadOf = https://git.corp.test/\n[http]\n\tsslVerify = false\n\textraHeader = Authorization: s3cret\n',
  Dockerfile:
    '# build\nFROM golang:1.22-alpine AS build\nENV GOFLAGS=-mod=vendor\nCOPY go.mod \\\n  # both\n  go.sum ./\nRUN <<END\ngo build ./...\nEND\n',
  'CI file':
    'on: push\nenv:\n  GOFLAGS: -mod=vendor\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-go@v5\n        with:\n          go-version: 1.20\n',
  'resolv.conf': '# made by hand\nsearch corp.test\nnameserver 192.0.2.53\n',
  'proxy log':
    '192.0.2.7 - - [02/Jan/2026:03:04:05 +0000] "GET /example.com/elm/@v/v1.0.0.info HTTP/1.1" 404 12 "-" "Go-http-client/1.1"\n192.0.2.7 - - [02/Jan/2026:03:04:06 +0000] "GET /example.com/elm/@v/list HTTP/1.1" 200 12 "-" "Go-http-client/1.1"\n',
  transcript:
    '* Connected to proxy.golang.org (192.0.2.9) port 443\n> GET /example.com/elm/@v/list HTTP/1.1\n< HTTP/1.1 403 Forbidden\n<\n',
  hosts: '127.0.0.1 localhost\n::1 localhost\n192.0.2.7 proxy.golang.org # old\n',
};
