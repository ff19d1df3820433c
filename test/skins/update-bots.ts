import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const failed = ({ command, output }: Run) => `Command failed: ${command}\n${output}`;

export const skins: readonly Skin[] = [
  {
    name: 'Renovate, JSON log',
    onOneLine: true,
    dialects: ['structured-log', 'renovate'],
    loses: ['exitCode'],
    dress: (run) =>
      `${JSON.stringify({ name: 'renovate', level: 30, msg: 'Repository started', repository: 'northwind/app' })}\n` +
      `${JSON.stringify({
        name: 'renovate',
        level: 20,
        repository: 'northwind/app',
        branch: 'renovate/all',
        err: {
          cmd: run.command,
          stderr: run.output,
          stdout: '',
          name: 'ExecError',
          message: failed(run),
          stack: `ExecError: ${failed(run)}`,
        },
        msg: 'Failed to update go.sum',
        time: '2026-01-02T03:04:05.123Z',
      })}\n`,
  },
  {
    name: 'Renovate, log on a terminal',
    onOneLine: true,
    dialects: ['renovate'],
    loses: ['exitCode'],
    dress: (run) =>
      [
        ' INFO: Repository started (repository=northwind/app)',
        '       "renovateVersion": "41.1.0"',
        'DEBUG: Failed to update go.sum (repository=northwind/app, branch=renovate/all)',
        '       "err": {',
        `         "cmd": ${JSON.stringify(run.command)},`,
        `         "stderr": ${JSON.stringify(run.output)},`,
        '         "stdout": "",',
        '         "options": {',
        '           "cwd": "/tmp/renovate/repos/github/northwind/app"',
        '         },',
        `         "message": ${JSON.stringify(failed(run))},`,
        `         "stack": ${JSON.stringify(`ExecError: ${failed(run)}`)}`,
        '       }',
        ' INFO: Repository finished (repository=northwind/app)',
        '       "durationMs": 1200',
        '',
      ].join('\n'),
  },
  {
    name: 'Renovate, comment on a pull request',
    dialects: ['renovate'],
    loses: ['exitCode'],
    dress: (run) =>
      `### ⚠️ Artifact update problem\n\nThe artifact failure details are included below:\n\n##### File name: go.sum\n\n\`\`\`\n${failed(run)}\n\`\`\`\n`,
  },
  {
    name: 'Dependabot',
    dialects: ['dependabot'],
    loses: ['command', 'exitCode'],
    dress: ({ output }) => {
      const said = 'Error processing github.com/northwind/lib (Dependabot::SharedHelpers::HelperSubprocessFailed)\n';
      return (
        'updater | 2026/01/02 03:04:05 INFO <job_12345> Starting job processing\n' +
        '  proxy | 2026/01/02 03:04:05 [002] GET https://proxy.golang.org:443/github.com/northwind/lib/@v/list\n' +
        '  proxy | 2026/01/02 03:04:05 [002] 404 https://proxy.golang.org:443/github.com/northwind/lib/@v/list\n' +
        `updater | 2026/01/02 03:04:05 ERROR <job_12345> ${said}` +
        eachLine(output, (text, index) => `updater | ${index === 0 ? '2026/01/02 03:04:05 ERROR <job_12345> ' : ''}${text}`) +
        'updater | 2026/01/02 03:04:05 INFO <job_12345> Finished job processing\n'
      );
    },
  },
];
