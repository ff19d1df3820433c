import type { Skin } from './matrix/skin.ts';

const at = (second: number) => `[Container] 2026/01/02 03:04:${String(second).padStart(2, '0')}.123456`;

export const skins: readonly Skin[] = [
  {
    name: 'AWS CodeBuild',
    dialects: ['codebuild'],
    place: 'ci',
    dress: ({ command, output, exitCode }) =>
      [
        `${at(1)} Running on CodeBuild On-demand`,
        `${at(1)} Entering phase INSTALL`,
        `${at(2)} Running command go version`,
        'go version go1.26.8 linux/amd64',
        '',
        `${at(3)} Phase complete: INSTALL State: SUCCEEDED`,
        `${at(3)} Phase context status code:  Message: `,
        `${at(4)} Entering phase BUILD`,
        `${at(4)} Running command ${command}`,
        output.trimEnd(),
        '',
        `${at(9)} Command did not exit successfully ${command} exit status ${exitCode}`,
        `${at(9)} Phase complete: BUILD State: FAILED`,
        `${at(9)} Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: ${command}. Reason: exit status ${exitCode}`,
        `${at(10)} Entering phase POST_BUILD`,
        `${at(10)} Running command ./report.sh`,
        'go: warning: "all" matched no packages',
        '',
        `${at(11)} Phase complete: POST_BUILD State: SUCCEEDED`,
        '',
      ].join('\n'),
  },
];
