import { eachLine, type Skin } from './matrix/skin.ts';

const drv = (name: string) => `/nix/store/xn46nn1r5w3hpkjid1kzgwf8lwgrwzm3-${name}.drv`;

export const skins: readonly Skin[] = [
  {
    name: 'gmake in German, with two jobs',
    dialects: ['make'],
    place: 'tool',
    wraps: 'gmake -j2',
    exits: 2,
    dress: ({ command, output, exitCode }) =>
      'gmake[1]: Verzeichnis „/src/app“ wird betreten\n' +
      `${command}\n${output}` +
      `gmake[1]: *** [Makefile:4: build] Fehler ${exitCode}\n` +
      'gmake[1]: *** Es wird auf noch nicht beendete Prozesse gewartet …\n' +
      'gmake[1]: Verzeichnis „/src/app“ wird verlassen\n' +
      'gmake: *** [Makefile:2: all] Fehler 2\n',
  },
  {
    name: 'Bazel, an action',
    dialects: ['bazel'],
    place: 'tool',
    wraps: 'bazel build //...',
    exits: 1,
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      [
        'INFO: Analyzed 12 targets (31 packages loaded, 402 targets configured).',
        '[12 / 34] 2 actions running',
        `ERROR: /src/app/BUILD.bazel:3:11: GoCompilePkg app.a failed: (Exit ${exitCode}): builder failed: error executing command (from target //:app) bazel-out/k8-opt-exec/bin/external/go_sdk/builder compilepkg -sdk external/go_sdk ... (remaining 21 arguments skipped)`,
        '',
        'Use --sandbox_debug to see verbose messages from the sandbox and retain the sandbox build root for debugging',
        output.trimEnd(),
        'Target //:app failed to build',
        'Use --verbose_failures to see the command lines of failed build steps.',
        'INFO: Elapsed time: 4.4s, Critical Path: 1.2s',
        'INFO: 3 processes: 3 internal.',
        'ERROR: Build did NOT complete successfully',
        '',
      ].join('\n'),
  },
  {
    name: 'Bazel, a repository fetched by Gazelle',
    dialects: ['bazel'],
    place: 'tool',
    wraps: 'bazel build //...',
    exits: 1,
    loses: ['command', 'exitCode'],
    dress: ({ output }) => {
      const name = 'gazelle~~go_deps~com_github_northwind_lib';
      const trace = [
        '\tFile "/root/.cache/bazel/_bazel_root/1f/external/gazelle~/internal/go_repository.bzl", line 297, column 13, in _go_repository_impl',
        '\t\tfail("%s: %s" % (ctx.name, result.stderr))',
        `Error in fail: ${name}: fetch_repo: ${output.trimEnd()}`,
      ];
      return [
        `ERROR: An error occurred during the fetch of repository '${name}':`,
        '   Traceback (most recent call last):',
        ...trace,
        `ERROR: <builtin>: fetching go_repository rule //:${name}: Traceback (most recent call last):`,
        ...trace,
        "ERROR: Analysis of target '//:app' failed; build aborted: Analysis failed",
        'INFO: Elapsed time: 4.4s, Critical Path: 0.2s',
        'ERROR: Build did NOT complete successfully',
        '',
      ].join('\n');
    },
  },
  {
    name: 'nix build',
    dialects: ['nix', 'quote'],
    place: 'tool',
    wraps: 'nix build',
    exits: 1,
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      `building '${drv('app-1.0-go-modules')}'...\n` +
      `error: builder for '${drv('app-1.0-go-modules')}' failed with exit code ${exitCode};\n` +
      `       last 4 log lines:\n       > Running phase: buildPhase\n${eachLine(output, (text) => `       > ${text}`)}` +
      `       For full logs, run 'nix log ${drv('app-1.0-go-modules')}'.\n` +
      `error: 1 dependencies of derivation '${drv('app-1.0')}' failed to build\n`,
  },
  {
    name: 'nix build, since 2.29',
    dialects: ['nix', 'quote'],
    place: 'tool',
    wraps: 'nix build',
    exits: 1,
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      `error: Cannot build '${drv('app-1.0-go-modules')}'.\n       Reason: builder failed with exit code ${exitCode}.\n` +
      '       Output paths:\n         /nix/store/bnz5d8xbmsdmxqrmbx2qddanxk2qdf54-app-1.0-go-modules\n' +
      `       Last 4 log lines:\n       > Running phase: buildPhase\n${eachLine(output, (text) => `       > ${text}`)}` +
      `       For full logs, run:\n         nix log ${drv('app-1.0-go-modules')}\n`,
  },
  {
    name: 'nix build -L',
    dialects: ['nix'],
    place: 'tool',
    wraps: 'nix build -L',
    exits: 1,
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      `building '${drv('app-1.0-go-modules')}'...\napp> Running phase: buildPhase\n${eachLine(output, (text) => `app> ${text}`)}` +
      `error: builder for '${drv('app-1.0-go-modules')}' failed with exit code ${exitCode}\n`,
  },
];
