import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const words = (
  { command, exitCode }: Run,
  output: string,
  own: (text: string) => string,
  reason = (code: number) => `exitcode '${code}': failure`,
) =>
  [
    own('🚀  Start image=catthehacker/ubuntu:act-latest'),
    own('  🐳  docker pull image=catthehacker/ubuntu:act-latest platform= username= forcePull=true'),
    own('⭐ Run Set up job'),
    own('  ✅  Success - Set up job'),
    own('⭐ Run Main actions/checkout@v4'),
    own('  ✅  Success - Main actions/checkout@v4 [21.5ms]'),
    own(`⭐ Run Main ${command}`),
    output.trimEnd(),
    own(`  ❌  Failure - Main ${command} [1.2s]`),
    own(reason(exitCode)),
    own('⭐ Run Complete job'),
    own('  ✅  Success - Complete job'),
    own('🏁  Job failed'),
    "Error: Job 'build' failed",
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  {
    name: 'act',
    dialects: ['act'],
    place: 'ci',
    dress: (run) =>
      words(
        run,
        eachLine(run.output, (text) => `[ci/build]   | ${text}`),
        (text) => `[ci/build] ${text}`,
      ),
  },
  {
    name: 'act on a terminal, without containers',
    dialects: ['act'],
    place: 'ci',
    dress: (run) =>
      words(
        run,
        eachLine(run.output, (text) => `\x1b[34m|\x1b[0m ${text}`),
        (text) => `\x1b[34m[ci/build  ] \x1b[0m${text}`,
        (code) => `exit status ${code}`,
      ),
  },
];
