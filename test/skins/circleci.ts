import type { Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'CircleCI step',
    dialects: ['circleci'],
    place: 'ci',
    dress: ({ command, output, exitCode }) =>
      `#!/bin/bash -eo pipefail\n${command}\n${output}\nExited with code exit status ${exitCode}\nCircleCI received exit code ${exitCode}\n`,
  },
  {
    name: 'circleci local execute',
    dialects: ['circleci'],
    place: 'ci',
    dress: ({ command, output, exitCode }) =>
      [
        '====>> Spin up environment',
        'Build-agent version 1.0.0',
        'Starting container cimg/go:1.24',
        '====>> Checkout code',
        '====>> Build',
        '  #!/bin/bash -eo pipefail',
        command,
        output.trimEnd(),
        'Error: ',
        `Exited with code exit status ${exitCode}`,
        'Step failed',
        '',
      ].join('\n'),
  },
];
