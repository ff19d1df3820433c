import { expect, test } from 'vitest';
import { show } from './show.ts';

test.for([
  ['$ go build ./...', 'go build ./...'],
  ['  $ GOWORK=off go build ./...', 'GOWORK=off go build ./...'],
  ['dev@box:~/go/src$ go run hello.go', 'go run hello.go'],
  ['dev@box:/mnt/c/My Docs$ make test', 'make test'],
  ['root@0a1b2c:/go/src/app# go build', 'go build'],
  ['[dev@box app]$ go mod tidy', 'go mod tidy'],
  ['dev@box app]$ go mod tidy', 'go mod tidy'],
  ['dev@box app % go get example.com/a', 'go get example.com/a'],
  ['(base) dev@box app % go test', 'go test'],
  ['// dev@192 app % go get example.com/a', 'go get example.com/a'],
  ['dev@box ~/app> go vet', 'go vet'],
  ['➜  app git:(main) ✗ go get example.com/a', 'go get example.com/a'],
  ['➜  ~ go version', 'go version'],
  ['└─$ go mod tidy', 'go mod tidy'],
  ['❯ go build', 'go build'],
  ['PS C:\\src\\app> go build', 'go build'],
  ['C:\\Users\\dev\\My Tools\\app>go build main.go   ', 'go build main.go'],
  ['ode\\app>go get -u example.com/a', 'go get -u example.com/a'],
  ['bash-5.1$ go env', 'go env'],
  ['/ # go mod download', 'go mod download'],
  ['/go/src/app # go mod download', 'go mod download'],
  ['# go mod verify', 'go mod verify'],
  ['+ go build -o bin/app ./cmd/app', 'go build -o bin/app ./cmd/app'],
  ['++ dirname ./build.sh', 'dirname ./build.sh'],
  ['+ GOFLAGS=-mod=vendor', 'GOFLAGS=-mod=vendor'],
  ['% go build', 'go build'],
  ['GO111MODULE=on go test -v ./...', 'GO111MODULE=on go test -v ./...'],
  ['[root@build app]# go build', 'go build'],
  ['(.venv) dev@box:~/app$ go build', 'go build'],
  ['(base) C:\\src\\app>go build', 'go build'],
  ['C:\\src\\app> go build', 'go build'],
  ['c:\\>go build -o "a b.exe" .', 'go build -o "a b.exe" .'],
  ['PS>go build', 'go build'],
  ['PS /home/dev/app> go build', 'go build'],
  ['[build01]: PS C:\\src> go build', 'go build'],
  ['(venv) PS C:\\src> go build', 'go build'],
  ['~/app$ go build', 'go build'],
  ['~/app ❯ go build', 'go build'],
  ['app main* ❯ go build', 'go build'],
  ['~/app ❯❯❯ docker build .', 'docker build .'],
  ['Mac-mini:app dev$ go build', 'go build'],
  [' dev \ue0b0 ~/app \ue0b0 main \ue0b0 go build', 'go build'],
  ['/src/app> go build', 'go build'],
  ['/usr/local/go/bin/go build -o app .', '/usr/local/go/bin/go build -o app .'],
  ['go mod tidy', 'go mod tidy'],
])('%s is a command', ([text, command]) => {
  expect(show(text!)).toContain(`\ncommand | ${JSON.stringify(command).slice(1, -1)}`);
});

test.for([
  '# example.com/app/cmd',
  '# get https://proxy.golang.org/example.com/a/@v/list',
  '0.069s # cd /root/go/pkg/mod/cache/vcs/0a; git ls-remote -q origin',
  '$GOPATH/go.mod exists but should not',
  '$ 5.00 is the price',
  '+golang.org/x/net v0.1.0 h1:abc=',
  '+ golang.org/x/net v0.1.0',
  '+ \t_ = t',
  '+ return err',
  '+ internal/once.go',
  '+ /home/dev/x.go (new)',
  '  % Total    % Received % Xferd  Average Speed',
  'go: example.com/a@v1.0.0: reading https://proxy.golang.org: 404 Not Found',
  'go get example.com/a: module example.com/a: not found',
  'go build example.com/a: no non-test Go files in /src',
  'go get is no longer supported outside a module.',
  'go list -f cannot be used with -json',
  'go mod tidy was run',
  '\tgo mod tidy',
  'go tool buildid -w $WORK/b001/_pkg_.a # internal',
  'lib@v1.2.3: invalid version > x',
  '├── go.mod',
  '└── main.go',
  '╰─> See above for output.',
  '2026/11/21 04:07:23 INFO starting',
  '/home/dev/app.go> is generated',
  'note: see a:b c$ d',
  'status ❯ Failed to read',
  'C:\\src> is not a folder',
  '~/go/pkg/mod> not found',
])('%s is output', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${JSON.stringify(text).slice(1, -1)}`);
});

test('advice after a colon is no echo, even where its tab is lost', () => {
  expect(show('go: updates to go.mod needed; to update it:\ngo mod tidy')).toMatchInlineSnapshot(`
    "dialects: plain
    output | go: updates to go.mod needed; to update it:
    output | go mod tidy"
  `);
});

test('make: exits, folders, and what it ignores', () => {
  const log = [
    "make[1]: Entering directory '/src'",
    'go build -o bin/app ./cmd/app',
    'make[1]: [Makefile:9: clean] Error 1 (ignored)',
    'make[1]: *** [Makefile:109: build] Error 1',
    'make: *** [docker-build] 错误 2',
    'make: *** [Makefile:3: test] Killed',
    "make: *** No rule to make target 'x'.  Stop.",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: make
    heading | make[1]: Entering directory '/src'
    command | go build -o bin/app ./cmd/app
    heading | make[1]: [Makefile:9: clean] Error 1 (ignored)
    exit =1 | make[1]: *** [Makefile:109: build] Error 1
    exit =2 | make: *** [docker-build] 错误 2
    exit =null | make: *** [Makefile:3: test] Killed
    output | make: *** No rule to make target 'x'.  Stop."
  `);
});

test('an empty prompt, and a terminal that wrote over its own', () => {
  expect(show('┌──(dev㉿kali)-[~/app]\n└─$ \n└─$ 6 /app/go.mod:3: invalid go version\n(base) dev@box app % ')).toMatchInlineSnapshot(`
    "dialects: shell
    heading | ┌──(dev㉿kali)-[~/app]
    heading | └─$ 
    output | └─$ 6 /app/go.mod:3: invalid go version
    heading | (base) dev@box app % "
  `);
});

test('nix and npm show output behind a sign', () => {
  const log = [
    "error: builder for 'x.drv' failed with exit code 1;",
    '       last 2 log lines:',
    '       > Running phase: buildPhase',
    '       > go: inconsistent vendoring in /build/source:',
    '       > \texample.com/a@v1.0.0: is explicitly required',
    'done',
    '> not quoted output',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: nix quote
    exit =1 | error: builder for 'x.drv' failed with exit code 1;
    heading |        last 2 log lines:
    output late | Running phase: buildPhase
    output late | go: inconsistent vendoring in /build/source:
    output late | \\texample.com/a@v1.0.0: is explicitly required
    output | done
    output | > not quoted output"
  `);
});

test('our own report in a log is not read again', () => {
  const log = [
    'build.log: a Go module failure',
    '',
    '1. very likely: x   GM0401',
    '   for      2  go: example.com/a: 404 Not Found',
    '',
    'docs  https://go.dev',
    'go: example.com/b: 404 Not Found',
    'this is a Go module failure',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: modwhy
    own | build.log: a Go module failure
    own | 
    own | 1. very likely: x   GM0401
    own |    for      2  go: example.com/a: 404 Not Found
    own | 
    own | docs  https://go.dev
    output | go: example.com/b: 404 Not Found
    output | this is a Go module failure"
  `);
});

test('prompts of two lines', () => {
  const log = [
    'dev@BOX MINGW64 ~/app (main)',
    '$ go build',
    'app on  main via 🐹 v1.26.1',
    '❯ go mod tidy',
    'dev@box said via mail',
    'sent via 🐹',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: shell
    heading | dev@BOX MINGW64 ~/app (main)
    command | go build
    heading | app on  main via 🐹 v1.26.1
    command | go mod tidy
    output | dev@box said via mail
    output | sent via 🐹"
  `);
});

test('asking how a command ended is no command', () => {
  const log = [
    '$ go build',
    'go: x',
    '$ echo $?',
    '1',
    'PS C:\\src> $LASTEXITCODE',
    '-1073741819',
    'C:\\src>echo %errorlevel%',
    'not a number',
    '$ echo $?',
    '',
    '2',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: shell
    command | go build
    output | go: x
    heading | $ echo $?
    exit =1 | 1
    heading | PS C:\\\\src> $LASTEXITCODE
    exit =-1073741819 | -1073741819
    heading | C:\\\\src>echo %errorlevel%
    output | not a number
    heading | $ echo $?
    output | 
    output | 2"
  `);
});
