import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test('an old Node gets one clear line', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.11.0' }); Object.defineProperty(process, 'version', { value: 'v20.11.0' });`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, path.resolve('bin/modwhy.js'), 'help'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'modwhy needs Node 22.15 or newer, and this is v20.11.0: install a newer one from https://nodejs.org\n',
  });
});
