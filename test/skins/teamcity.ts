import { eachLine, type Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'TeamCity, downloaded',
    dialects: ['teamcity'],
    place: 'ci',
    dress: ({ command, output, exitCode }) =>
      [
        '[14:02:09]i: TeamCity server version is 2025.03',
        '[14:02:10]W: Step 1/2: Build (Command Line)',
        `[14:02:10]i:\t [Step 1/2] ##teamcity[buildStatisticValue key='buildStageDuration:sources' value='120.0']`,
        `[14:02:10] :\t [Step 1/2] Starting: ${command}`,
        '[14:02:10] :\t [Step 1/2] in directory: /opt/buildagent/work/0a1b2c3d4e5f',
        eachLine(output, (text) => `[14:02:11]W:\t [Step 1/2] ${text}`).trimEnd(),
        `[14:02:12]W:\t [Step 1/2] Process exited with code ${exitCode}`,
        '[14:02:12]E:\t [Step 1/2] Step Build (Command Line) failed',
        '[14:02:13] : Publishing internal artifacts',
        '',
      ].join('\n'),
  },
  {
    name: 'TeamCity, copied',
    dialects: ['teamcity'],
    place: 'ci',
    loses: ['command'],
    dress: ({ output, exitCode }) =>
      [
        '[14:02:10]Step 1/2: Build (Command Line) (1s)',
        '[14:02:10][Step 1/2] Starting: /opt/buildagent/temp/agentTmp/custom_script4070076259425495958',
        '[14:02:10][Step 1/2] in directory: /opt/buildagent/work/0a1b2c3d4e5f',
        eachLine(output, (text) => `[14:02:11][Step 1/2] ${text}`).trimEnd(),
        `[14:02:12][Step 1/2] Process exited with code ${exitCode} (Step: Build (Command Line))`,
        '',
      ].join('\n'),
  },
];
