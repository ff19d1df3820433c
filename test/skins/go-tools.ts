import { eachLine, type Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'goreleaser, a hook on one line',
    dialects: ['goreleaser'],
    place: 'tool',
    wraps: 'goreleaser release --clean',
    exits: 1,
    loses: ['command'],
    dress: ({ command, output, exitCode }) =>
      `  • starting release...\n  • running before hooks\n    • running                                        hook=${command}\n` +
      `  ⨯ release failed after 0s                  error=hook failed: ${command}: exit status ${exitCode}; output: ${output}\n`,
  },
  {
    name: 'goreleaser, the output below',
    dialects: ['goreleaser'],
    place: 'tool',
    wraps: 'goreleaser build',
    exits: 1,
    loses: ['command', 'exitCode'],
    dress: ({ output }) =>
      '  \x1b[1;94m•\x1b[0m building binaries\n    • building                                       binary=dist/app\n' +
      '  ⨯ build failed after 2s                    target=linux_amd64_v1\n    error=\n' +
      `${eachLine(output, (text) => `    │ ${text}`)}`,
  },
  {
    name: 'pre-commit',
    dialects: ['pre-commit'],
    place: 'tool',
    wraps: 'pre-commit run -a',
    exits: 1,
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      [
        'check yaml...............................................................Passed',
        'go mod tidy..............................................................Failed',
        '- hook id: go-mod-tidy',
        '- duration: 0.31s',
        `- exit code: ${exitCode}`,
        '',
        output,
        'gofmt................................................(no files to check)Skipped',
        '',
      ].join('\n'),
  },
  {
    name: 'golangci-lint, packages that do not load',
    onOneLine: true,
    dialects: ['structured-log', 'go-packages'],
    place: 'tool',
    wraps: 'golangci-lint run',
    exits: 7,
    loses: ['command', 'exitCode'],
    dress: ({ output }) =>
      `level=error msg=${JSON.stringify(`Running error: context loading failed: failed to load packages: failed to load packages: failed to load with go/packages: err: exit status 1: stderr: ${output}`)}\n`,
  },
  {
    name: 'gopls in VS Code',
    dialects: ['gopls', 'go-packages'],
    loses: ['command', 'exitCode'],
    dress: ({ output }) =>
      '[Info  - 2:03:04 PM] 2026/01/02 14:03:04 Created View (#1)\n\tdirectory=file:///src/app\n' +
      '[Trace - 14:03:04.120 PM] Received notification \'window/logMessage\'.\nParams: {"type":1,"message":"x"}\n\n' +
      `[Error - 2:03:04 PM] 2026/01/02 14:03:04 go/packages.Load #1: err: exit status 1: stderr: ${output}\n\tsnapshot=0\n\tdirectory=file:///src/app\n\tpackages=0\n`,
  },
];
