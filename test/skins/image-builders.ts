import type { Skin } from './matrix/skin.ts';

const logrus = (text: string, seconds: number) => `INFO[${String(seconds).padStart(4, '0')}] ${text.padEnd(44)}`;

export const skins: readonly Skin[] = [
  {
    name: 'kaniko',
    dialects: ['kaniko'],
    place: 'tool',
    wraps: '/kaniko/executor --context .',
    exits: 1,
    dress: ({ command, output, exitCode }) =>
      [
        logrus('Retrieving image manifest golang:1.26', 0),
        logrus('Unpacking rootfs as cmd COPY go.mod go.sum ./ requires it.', 2),
        logrus('COPY go.mod go.sum ./', 11),
        logrus('Taking snapshot of files...', 11),
        logrus(`RUN ${command}`, 12),
        logrus('Initializing snapshotter ...', 12),
        logrus('Taking snapshot of full filesystem...', 12),
        logrus('Cmd: /bin/sh', 14),
        logrus(`Args: [-c ${command}]`, 14),
        logrus(`Running: [/bin/sh -c ${command}]`, 14),
        output.trimEnd(),
        `error building image: error building stage: failed to execute command: waiting for process to exit: exit status ${exitCode}`,
        '',
      ].join('\n'),
  },
  {
    name: 'buildah, chroot isolation',
    dialects: ['docker'],
    place: 'tool',
    wraps: 'buildah bud .',
    // As buildah 1.28 prints it.
    dress: ({ command, output, exitCode }) =>
      [
        'STEP 1/3: FROM scratch',
        'STEP 2/3: COPY busybox /bin/sh',
        `STEP 3/3: RUN ${command}`,
        output.trimEnd(),
        `subprocess exited with status ${exitCode}`,
        `subprocess exited with status ${exitCode}`,
        `Error: building at STEP "RUN ${command}": exit status ${exitCode}`,
        '',
      ].join('\n'),
  },
];
