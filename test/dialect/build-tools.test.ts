import { expect, test } from 'vitest';
import { show } from './show.ts';

test('make in other languages', () => {
  const log = [
    'make[1]: Verzeichnis „/src/app“ wird betreten',
    'make[1]: *** [Makefile:4: sub] Fehler 1',
    'make[1] : on entre dans le répertoire « /src/app »',
    'make: *** [Makefile:2 : all] Erreur 2',
    'make[1]: 进入目录“/src/app”',
    'make: *** [Makefile:2：all] 错误 2',
    "make[1]: ディレクトリ '/src/app' に入ります",
    'make: *** [Makefile:2: all] エラー 2',
    'make[1]: вход в каталог «/src/app»',
    'gmake: *** [Makefile:2: all] Ошибка 2',
    'make: *** Es wird auf noch nicht beendete Prozesse gewartet...',
    'make: go: No such file or directory',
    "make: *** No rule to make target '/src/x', needed by 'all'.  Stop.",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: make
    heading | make[1]: Verzeichnis „/src/app“ wird betreten
    exit =1 | make[1]: *** [Makefile:4: sub] Fehler 1
    heading | make[1] : on entre dans le répertoire « /src/app »
    exit =2 | make: *** [Makefile:2 : all] Erreur 2
    heading | make[1]: 进入目录“/src/app”
    exit =2 | make: *** [Makefile:2：all] 错误 2
    heading | make[1]: ディレクトリ '/src/app' に入ります
    exit =2 | make: *** [Makefile:2: all] エラー 2
    heading | make[1]: вход в каталог «/src/app»
    exit =2 | gmake: *** [Makefile:2: all] Ошибка 2
    heading | make: *** Es wird auf noch nicht beendete Prozesse gewartet...
    output | make: go: No such file or directory
    output | make: *** No rule to make target '/src/x', needed by 'all'.  Stop."
  `);
});

test("Bazel: an action's output stands below its end", () => {
  const log = [
    '(03:04:05) INFO: Analyzed 12 targets (31 packages loaded, 402 targets configured).',
    '[12 / 34] 2 actions running',
    '(03:04:06) ERROR: /src/app/BUILD.bazel:3:11: GoCompilePkg app.a failed: (Exit 1): builder failed: error executing command (from target //:app) bazel-out/k8-opt-exec/bin/builder compilepkg -p x',
    '',
    'Use --sandbox_debug to see verbose messages from the sandbox',
    'compilepkg: missing strict dependencies:',
    '\t/src/app/main.go: import of "example.com/a"',
    'Target //:app failed to build',
    'INFO: Elapsed time: 4.4s, Critical Path: 1.2s',
    'ERROR: Build did NOT complete successfully',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: bazel
    heading | (03:04:05) INFO: Analyzed 12 targets (31 packages loaded, 402 targets configured).
    heading | [12 / 34] 2 actions running
    exit =1 | (03:04:06) ERROR: /src/app/BUILD.bazel:3:11: GoCompilePkg app.a failed: (Exit 1): builder failed: error executing command (from target //:app) bazel-out/k8-opt-exec/bin/builder compilepkg -p x
    output late | 
    heading | Use --sandbox_debug to see verbose messages from the sandbox
    output late | compilepkg: missing strict dependencies:
    output late | \\t/src/app/main.go: import of \\"example.com/a\\"
    heading | Target //:app failed to build
    heading | INFO: Elapsed time: 4.4s, Critical Path: 1.2s
    heading | ERROR: Build did NOT complete successfully"
  `);
});

test('Bazel: what Gazelle fetched, said three times', () => {
  const log = [
    "ERROR: An error occurred during the fetch of repository 'com_example_a':",
    '   Traceback (most recent call last):',
    '\tFile "/root/external/gazelle/internal/go_repository.bzl", line 297, column 13, in _go_repository_impl',
    '\t\tfail("%s: %s" % (ctx.name, result.stderr))',
    'Error in fail: com_example_a: fetch_repo: go: example.com/a@v1.0.0: 404 Not Found',
    '\tserver response: not found',
    "ERROR: no such package '@@com_example_a//': com_example_a: fetch_repo: go: example.com/a@v1.0.0: 404 Not Found",
    "ERROR: Analysis of target '//:app' failed; build aborted: Analysis failed",
    'INFO: Elapsed time: 0.2s',
    'FAILED: Build did NOT complete successfully',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: bazel
    heading | ERROR: An error occurred during the fetch of repository 'com_example_a':
    heading |    Traceback (most recent call last):
    heading | \\tFile \\"/root/external/gazelle/internal/go_repository.bzl\\", line 297, column 13, in _go_repository_impl
    heading | \\t\\tfail(\\"%s: %s\\" % (ctx.name, result.stderr))
    output | go: example.com/a@v1.0.0: 404 Not Found
    output | \\tserver response: not found
    output | go: example.com/a@v1.0.0: 404 Not Found
    exit =null | ERROR: Analysis of target '//:app' failed; build aborted: Analysis failed
    heading | INFO: Elapsed time: 0.2s
    heading | FAILED: Build did NOT complete successfully"
  `);
});

test("other tools' INFO and ERROR are not Bazel's", () => {
  const log = ['INFO: starting', 'ERROR: something failed', 'WARNING: old', 'gazelle: a word'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output | INFO: starting
    output | ERROR: something failed
    output | WARNING: old
    output | gazelle: a word"
  `);
});

test('nix-build prints as it goes', () => {
  const log = [
    'this derivation will be built:',
    '  /nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv',
    "building '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv'...",
    'Running phase: buildPhase',
    'go: example.com/a@v1.0.0: 404 Not Found',
    "error: builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv' failed with exit code 1",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: nix
    heading | this derivation will be built:
    heading |   /nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv
    heading | building '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv'...
    output | Running phase: buildPhase
    output | go: example.com/a@v1.0.0: 404 Not Found
    exit =1 | error: builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv' failed with exit code 1"
  `);
});

test('up to 2.3 nix only indents the last lines', () => {
  const log = [
    "builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' failed with exit code 1; last 10 log lines:",
    '  building',
    '  go: example.com/app imports',
    '  \texample.com/gone: cannot find module providing package example.com/gone',
    '[1 built (1 failed), 0.0 MiB DL]',
    "error: build of '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' failed",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: nix
    exit =1 | builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' failed with exit code 1; last 10 log lines:
    output late | building
    output late | go: example.com/app imports
    output late | \\texample.com/gone: cannot find module providing package example.com/gone
    output | [1 built (1 failed), 0.0 MiB DL]
    heading | error: build of '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' failed"
  `);
});

test('nix build prefixes, quotes, and gives reasons', () => {
  const log = [
    "building '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' on 'ssh://builder'...",
    'app> go: example.com/a@v1.0.0: 404 Not Found',
    'other> text',
    "error: Cannot build '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv'.",
    '       Reason: builder failed with exit code 2.',
    '       Output paths:',
    '         /nix/store/bnz5d8xbmsdmxqrmbx2qddanxk2qdf54-app-1.0',
    '       Last 1 log lines:',
    '       > go: example.com/a@v1.0.0: 404 Not Found',
    '       For full logs, run:',
    '         nix log /nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv',
    "error: builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-b.drv' failed due to signal 9 (Killed)",
    "error: 2 dependencies of derivation '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-c.drv' failed to build",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: nix quote
    heading | building '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv' on 'ssh://builder'...
    output | go: example.com/a@v1.0.0: 404 Not Found
    output | other> text
    heading | error: Cannot build '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv'.
    exit =2 |        Reason: builder failed with exit code 2.
    heading |        Output paths:
    heading |          /nix/store/bnz5d8xbmsdmxqrmbx2qddanxk2qdf54-app-1.0
    heading |        Last 1 log lines:
    output late | go: example.com/a@v1.0.0: 404 Not Found
    heading |        For full logs, run:
    heading |          nix log /nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0.drv
    exit =null | error: builder for '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-b.drv' failed due to signal 9 (Killed)
    heading | error: 2 dependencies of derivation '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-c.drv' failed to build"
  `);
});

test('nix: another hash is a failure of its own words', () => {
  const log = [
    "error: hash mismatch in fixed-output derivation '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv':",
    '         specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    '            got:    sha256-2K3Jww39Y225Jft7/eAd7m7hYKR9Zj9k++nFgnhWGjw=',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output | error: hash mismatch in fixed-output derivation '/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-app-1.0-go-modules.drv':
    output |          specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
    output |             got:    sha256-2K3Jww39Y225Jft7/eAd7m7hYKR9Zj9k++nFgnhWGjw="
  `);
});

test('a go command that modwhy run starts is one, as make echoes it and set -x shows it', () => {
  const log = [
    'modwhy run -- go vet ./...',
    './bin/modwhy run --retry-if-transient 3 -- go build ./...',
    '+ modwhy run -q -- go test ./...',
    'modwhy run: go build failed',
    'modwhy run -- make ci',
  ].join('\n');
  expect(show(log).split('\n').slice(1)).toEqual([
    'command | modwhy run -- go vet ./...',
    'command | ./bin/modwhy run --retry-if-transient 3 -- go build ./...',
    'command | modwhy run -q -- go test ./...',
    'output | modwhy run: go build failed',
    'output | modwhy run -- make ci',
  ]);
});
