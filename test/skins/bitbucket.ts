import type { Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'Bitbucket Pipelines',
    dialects: ['bitbucket-pipelines', 'shell'],
    place: 'ci',
    loses: ['exitCode'],
    dress: ({ command, output }) =>
      [
        '+ umask 000',
        '',
        '+ GIT_LFS_SKIP_SMUDGE=1 retry 6 git clone --branch="main" --depth 50 https://x-token-auth:$REPOSITORY_OAUTH_ACCESS_TOKEN@bitbucket.org/northwind/app.git $BUILD_DIR',
        "Cloning into '/opt/atlassian/pipelines/agent/build'...",
        '+ git reset --hard 0123456789abcdef0123456789abcdef01234567',
        'HEAD is now at 0123456 Start',
        'Images used:',
        '    build : docker.io/library/golang@sha256:0000000000000000000000000000000000000000000000000000000000000000',
        `+ ${command}`,
        output.trimEnd(),
        '',
        'Searching for test report files in directories named [test-results, failsafe-reports, test-reports] down to a depth of 4',
        'Finished scanning for test reports. Found 0 test report files.',
        'Merged test suites, total number tests is 0, with 0 failures and 0 errors.',
        '',
      ].join('\n'),
  },
];
