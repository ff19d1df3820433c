/**
 * What makes a line matter besides the literals of the signals: words that the dialects, the units, the timeline, the advice and the search
 * for a visible failure react to. Letter case is ignored. A word too many costs time only; a missing one changes reports of large logs,
 * which `test/filter` shows. Words have at least four bytes; shorter signs are in `line-judge.ts`.
 */
// biome-ignore format: read by its groups, not one word a line
export const ownWords: readonly string[] = [
  // src/dialect: steps, sections, echoes, ends. Marks such as `##[` and prompts are seen by `line-shape.ts`.
  'section_', 'running with gitlab-runner ', 'executing "', 'running after script', 'cleaning up project directory', 'preparing the ',
  'preparing environment', 'getting source from ', 'uploading artifacts', 'saving cache', 'restoring cache', 'downloading artifacts',
  'job failed', 'job succeeded', 'post job cleanup', 'cleaning up orphan processes', 'current runner version: ', '[command]', 'script contents:',
  'generating script.', 'task  ', 'description  ', 'version  ', 'author  ', 'help  ', '[pipeline] ', 'started by ', 'running on ', 'build step ',
  'script returned exit code', 'finished: ', 'step ', ' ---> ', 'a non-zero code: ', 'building at step', 'intermediate container ',
  'successfully built ', 'failed to solve', 'executor failed running', 'dockerfile', 'containerfile', '| >>> ', ' log lines:', 'make: ', 'make[',
  'make.exe', 'a go module failure', 'does not say why', 'go build', 'go test', 'go get', 'go mod', 'go install', 'go run', 'go vet', 'go list',
  'go generate', 'go env', 'go work', 'go tool', 'go version', 'go clean', 'go fmt', '/go1.', 'go1.',
  'job\'s log exceeded', 'no more output will be', 'output clipped', 'log length', 'been truncated', 'been terminated', 'too large to display',
  'are displayed', 'full log', 'skipping ', 'snip', 'truncat', 'omit', 'left out', 'more lines', 'lines skipped', '- cut', '-cut', '= cut', '=cut', '# cut', '~ cut',
  '* cut', '8<--', '8< -', '>8--', '>8 -', '[...', '[ ..', '(...', '( ..', '<...', '< ..', '{...', '{ ..', '[…', '[ …', '(…', '( …', '<…', '< …', '{…', '{ …',
  '=== failed', '=== skipped', '=== errors', '=== output', '=== fail', 'fail package', 'pass package', 'empty package', '==> ',
  'go : ', 'go.exe : ', 'git : ', 'git.exe : ', 'make : ', 'make.exe : ', 'cmd : ', 'cmd.exe : ', 'docker : ', 'docker.exe : ', 'task : ', 'mage : ', 'gotestsum : ',
  'golangci-lint : ', 'goreleaser : ', '.exe : ', '.cmd : ', '.bat : ', '**********************', 'powershell transcript ', 'transcript st', 'non-zero exit code: ', '❯ ',
  '\ue0b0 ', '\ue0b4 ', '\ue0bc ', ' mingw', ' msys', ' ucrt', ' clang', ' via 🐹', ']: ps ',
  'exited with', 'exit code', 'circleci received', '_bk;t=', 'travis_', 'the command "', 'build exited', 'build has been stopped', 'process exited',
  'in directory: ', 'starting: ', 'executing command: ', 'starting build "', 'fetchsource', 'build failure: ', 'already have image', 'pulling image: ',
  '[container] ', '[instance] ', 'umask 000', 'images used:', 'build teardown', 'searching for test', 'searching for files', 'finished scanning',
  'skipping cache for', 'assembling contents', 'merged test suites', 'final attempt', 'notice: ', 'warning: ',
  // src/dialect: containers, the system log, build tools, bots and editors. Frames such as `web-1  | ` are seen by `line-shape.ts`.
  'stdout f', 'stdout p', 'stderr f', 'stderr p', 'level="', 'level=\'', 'level=w', 'level=e', 'level=c', 'level=f', 'level=p', 'level=a', 'lvl=', 'severity', 'attaching to ', ' exited with code ', ' exited (', 'info[', 'warn[', 'erro[',
  'fata[', 'debu[', 'trac[', 'pani[', 'error building image', 'waiting for logs', 'updater |', 'proxy |', '<job_', 'info: ', 'debug: ', 'warn: ', 'trace: ',
  'loading: ', 'analyzing: ', 'computing main repo', 'target //', 'use --', 'repository rule ', 'fetch_repo: ', 'gazelle: ', 'builder for ', 'cannot build ',
  'reason: ', 'building \'', 'derivation', 'nix log ', 'output paths:', '• ', '⨯ ', '│ ', '...passed', 'skipped', '- hook id', '- duration', '[error - ',
  '[warn  - ', '[info  - ', '[debug - ', '[trace - ', 'loading workspace', 'gopls: ', 'params: ', 'result: ', '"cmd":', 'artifact update problem', 'file name: ',
  '<details>', '</details>', '<pre>', '</pre>', 'command failed: ',
  'build completed successfully', '"path": "', '"importpath": "', '"pos": "', '"error": ', '"err": ',
  // src/parse: what continues a unit, what speaks of modules, what names the Go version.
  'usage:', 'run \'go help', 'server response:', 'security error', 'remote: ', 'error: ', 'fatal: ', 'ssh: ', 'git@', 'permission denied',
  'host key verification', 'confirm the import path', 'if this is a private', 'golang.org/doc/faq', 'this download', 'the bits', 'be that',
  'an attacker', 'for more information', 'go: ', '/@v/', '?go-get=1', 'go.mod', 'go.sum', 'go.work', '/pkg/mod', '\\pkg\\mod', '/sumdb/', '/lookup/',
  'goproxy', 'gosumdb', 'goprivate', 'goflags', 'gotoolchain', 'gomodcache', 'gopath', 'goroot', 'gocache', 'verifying ', 'cannot find module',
  'unrecognized import path', 'no required module', 'module lookup', 'golang.org/toolchain', 'vendor/modules.txt', 'golang:1', 'goversion=', 'set go', 'go-version: ',
  // src/parse/traces: what -x and GODEBUG print, and the ends of what was stopped.
  '# get ', 'cloning into ', '; git ', '; hg ', '; svn ', '; bzr ', '; fossil ', 's # git ', 's # hg ', 's # svn ', 's # bzr ', 's # fossil ', ' # git', ' for git', ' # hg', ' for hg', ' # svn', ' for svn', ' # bzr', ' for bzr', ' # fossil', ' for fossil', 'go package net: ', ' ms clock, ', 'ms: gomaxprocs=', 'http2: transport ', 'http2: decoded hpack field header field ":status"', 'roundtrip failure: ', 'transport got goaway', 'hash[',
  'hash subkey ', 'hash /', ': status=', ' curg=', 'scvg', 'testcache: ', 'work=/', 'terminated', 'killed', 'sigquit: ', 'signal: ',
  // src/timeline, src/diagnose: retries, visible failures, advice.
  'attempt ', 'retry', 'trying again', 'continuing', 'continue anyway', 'carrying on', 'going on', 'proceeding', 'ignoring', 'non-fatal', 'not fatal', 'is optional', 'falling back', 'fall back to', 'error:', 'error :', 'error!', 'error !', 'fatal:', 'fatal :', 'fatal!', 'fatal !', 'panic:', 'panic :', 'panic!', 'panic !',
  'fail', 'exit status ', 'exit code', 'npm err!', 'traceback ', 'command not found', 'no such file or directory', 'gonosumcheck=',
  'gonosumdb', 'gonoproxy', 'gotrace=', 'gosum=', '-gowork', 'userknownhostsfile', 'insteadof', '.lock', 'no_proxy=',
  '-insecure', 'goinsecure', 'http.sslverify', 'git_ssl_no_verify', 'stricthostkeychecking', 'safe.directory',
];

/** Words of lines that matter, but say nothing about the lines around them. */
// biome-ignore format: read by its groups, not one word a line
export const aloneWords: readonly string[] = [
  // src/dialect: what a program logs that goes on.
  'level=',
  // src/parse/transcripts: curl, git, openssl, nslookup, getent, dig, wget, ssh, nc, telnet, traceroute, ping, tcpdump, tshark, iptables. Their other
  // lines are seen by `line-shape.ts`.
  'curl ', '--:--:-- ', 'curl: (', 'http_code', 'www-authenticate: ', 'location: ', 'content-type: ', 'http.c:', 's_client', 'connected(', 'subject=', 'issuer=',
  'errno=', 'ssl handshake has read ', 'verify return code: ', 'nslookup', 'can\'t find ', 'non-authoritative answer:', 'getent', ' section:', ')... ',
  'connecting to ', 'http request sent, ', 'does not match ', '[text/html]', 'debug1: ', 'exchange_identification', 'host identification',
  ' succeeded!', 'nc: connect to ', ') : ', 'ncat: ', 'telnet', 'escape character is ', 'trying ', 'connected to ', 'traceroute to ', 'ping: ',
  ': flags [', ' tcp ', ' tlsv1', ' ssl ', ' sslv', 'chain ', '-a output ', '-a forward ', '-p input ', '-p output ', '-p forward ', 'drop  ', 'reject  ',
];
