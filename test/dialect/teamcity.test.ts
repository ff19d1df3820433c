import { expect, test } from 'vitest';
import { show } from './show.ts';

test('TeamCity: a downloaded log', () => {
  const log = [
    '[23:59:59]i: TeamCity server version is 2025.03',
    '[23:59:59]W: Step 1/2: Build (Command Line)',
    "[23:59:59]i:\t [Step 1/2] ##teamcity[buildStatisticValue key='a' value='1']",
    '[23:59:59] :\t [Step 1/2] Starting: /usr/local/go/bin/go build ./...',
    '[23:59:59] :\t [Step 1/2] in directory: /opt/buildagent/work/0a1b',
    '[00:00:01]W:\t [Step 1/2] go: example.com/a@v1.0.0: 404 Not Found',
    '[00:00:01]W:\t [Step 1/2] \tserver response: not found',
    "[00:00:01]W:\t [Step 1/2] ##teamcity[message text='go: example.com/b: |'x|'|n\tmore' status='ERROR']",
    '[00:00:01]W:\t\t [docker] Process exited with code 1',
    '[00:00:02]W:\t [Step 1/2] Process exited with code 1 (Step: Build (Command Line))',
    '[00:00:02]E:\t [Step 1/2] Step Build (Command Line) failed',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: teamcity
    output relative:0 | TeamCity server version is 2025.03
    heading relative:0 | Step 1/2: Build (Command Line)
    heading in:Step 1/2 relative:0 | ##teamcity[buildStatisticValue key='a' value='1']
    command in:Step 1/2 relative:0 | /usr/local/go/bin/go build ./...
    heading in:Step 1/2 relative:0 | in directory: /opt/buildagent/work/0a1b
    output in:Step 1/2 relative:2000 | go: example.com/a@v1.0.0: 404 Not Found
    output in:Step 1/2 relative:2000 | \\tserver response: not found
    output in:Step 1/2 relative:2000 | go: example.com/b: 'x'
    output in:Step 1/2 relative:2000 | \\tmore
    exit =1 in:Step 1/2 relative:2000 | Process exited with code 1
    exit =1 in:Step 1/2 relative:3000 | Process exited with code 1 (Step: Build (Command Line))
    heading in:Step 1/2 relative:3000 | Step Build (Command Line) failed"
  `);
});

test('TeamCity: copied from the page', () => {
  const log = [
    '[10:17:16]Step 1/1: Call build.sh (Command Line) (1s)',
    '[10:17:16][Step 1/1] Starting: /opt/buildagent/temp/agentTmp/custom_script4070076259425495958',
    '[10:17:17][Step 1/1] go: no such tool',
    '[10:17:17][Step 1/1] Process exited with code 2',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: teamcity
    heading relative:0 | Step 1/1: Call build.sh (Command Line) (1s)
    heading in:Step 1/1 relative:0 | Starting: /opt/buildagent/temp/agentTmp/custom_script4070076259425495958
    output in:Step 1/1 relative:1000 | go: no such tool
    exit =2 in:Step 1/1 relative:1000 | Process exited with code 2"
  `);
});

test.for(['[10:17:16] starting', '[10:17:16] [main] INFO go', '[10:17:16][INFO] go', 'Process exited with code 1'])(
  '%s is output',
  (text) => {
    expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
  },
);
