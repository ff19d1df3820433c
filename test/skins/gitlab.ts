import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const job = ({ command, output, exitCode }: Run) =>
  [
    '\x1b[0KRunning with gitlab-runner 18.2.0 (0a1b2c3d)\x1b[0;m',
    'section_start:1767323044:get_sources\r\x1b[0K\x1b[0K\x1b[36;1mGetting source from Git repository\x1b[0;m\x1b[0;m',
    '\x1b[32;1mFetching changes with git depth set to 20...\x1b[0;m',
    'section_end:1767323045:get_sources\r\x1b[0Ksection_start:1767323045:step_script\r\x1b[0K\x1b[0K\x1b[36;1mExecuting "step_script" stage of the job script\x1b[0;m\x1b[0;m',
    `\x1b[32;1m$ ${command}\x1b[0;m`,
    output.trimEnd(),
    'section_end:1767323060:step_script\r\x1b[0Ksection_start:1767323060:after_script\r\x1b[0K\x1b[0K\x1b[36;1mRunning after_script\x1b[0;m\x1b[0;m',
    '\x1b[32;1m$ ./report.sh\x1b[0;m',
    'go: warning: "all" matched no packages',
    `section_end:1767323061:after_script\r\x1b[0K\x1b[0K\x1b[31;1mERROR: Job failed: exit code ${exitCode}`,
    '\x1b[0;m',
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  { name: 'GitLab', dialects: ['gitlab'], place: 'ci', dress: job },
  {
    name: 'GitLab with times',
    dialects: ['gitlab'],
    place: 'ci',
    dress: (run) => eachLine(job(run), (text, index) => `2026-01-02T03:04:05.${String(index).padStart(3, '0')}646Z 01O ${text}`),
  },
];
