import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findConfig } from '../../src/config/find.ts';
import { readConfig } from '../../src/config/read.ts';
import { settle } from '../../src/config/settle.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';

const file = (text: string) => path.join(folderWith({ 'config.yaml': text }), 'config.yaml');

test('S23: all that a file may hold', () => {
  const text = `retry-if-transient: 3\nretry-budget: 1m30s\nhere: false\nhistory:\n  keep: 180d\npolicy:\n  - trigger: network.*\n    action: never\n  - { trigger: goproxy.negative-cache, action: retry, who: person }\n`;
  expect(readConfig(file(text))).toEqual({
    'retry-if-transient': 3,
    'retry-budget': 90_000,
    here: false,
    history: { keep: '180d' },
    policy: [
      { trigger: 'network.*', action: 'never', who: 'automatic' },
      { trigger: 'goproxy.negative-cache', action: 'retry', who: 'person' },
    ],
  });
  expect(readConfig(file('# nothing yet\n'))).toEqual({ policy: [] });
});

test.each([
  ['retry-budgt: 5m\n', '1:1: unknown name "retry-budgt"; expected retry-if-transient, retry-budget, here, history, policy'],
  ['here: true\nretry-if-transient: 99\n', '2:21: retry-if-transient: expected a number from 0 to 20, found 99'],
  ['retry-budget: soon\n', '1:15: retry-budget: expected a time such as 90s or 5m, found "soon"'],
  [
    'policy:\n  - trigger: Network\n    action: never\n',
    '2:14: policy.0.trigger: expected a cause such as goproxy.server-error, a family such as network.*, or *, found "Network"',
  ],
  ['policy:\n  - trigger: "*"\n    action: always\n', '3:13: policy.0.action: expected retry or never, found "always"'],
  ['policy:\n  - trigger: "*"\n    action: never\n    run: rm\n', '4:5: unknown name "run"; expected trigger, action, who'],
  ['history: { keep: ever }\n', '1:18: history.keep: expected a time such as 180d, found "ever"'],
  ['history: { keap: 180d }\n', '1:12: unknown name "keap"; expected keep'],
  ['policy: &a []\nhere: *a\n', '2:7: expected plain values, found an alias (*name): write the value itself'],
  ['here: [\n', 'this is no YAML'],
  ['- 1\n', '1:1: config: expected names with values, found something else'],
])('%j: %s', (text, message) => {
  expect(() => readConfig(file(text))).toThrow(message);
});

test('the project up to the root of its repository, the user in the config folder, MODWHY_CONFIG before both', () => {
  const root = folderWith({ '.modwhy.yaml': '' });
  mkdirSync(path.join(root, 'repository/.git'), { recursive: true });
  mkdirSync(path.join(root, 'repository/sub/deep'), { recursive: true });
  mkdirSync(path.join(root, 'config/modwhy'), { recursive: true });
  writeFileSync(path.join(root, 'config/modwhy/config.yaml'), '');
  const deep = path.join(root, 'repository/sub/deep');
  const env = { HOME: path.join(root, 'nobody') };
  // Above the repository somebody else writes.
  expect(findConfig(env, deep)).toEqual({ user: null, project: null });
  writeFileSync(path.join(root, 'repository/sub/.modwhy.yaml'), '');
  expect(findConfig(env, deep)).toEqual({ user: null, project: path.join(root, 'repository/sub/.modwhy.yaml') });
  // Without a repository, this folder only.
  expect(findConfig(env, root)).toEqual({ user: null, project: path.join(root, '.modwhy.yaml') });
  mkdirSync(path.join(root, 'plain'));
  expect(findConfig(env, path.join(root, 'plain'))).toEqual({ user: null, project: null });
  const user = path.join(root, 'config/modwhy/config.yaml');
  expect(findConfig({ ...env, XDG_CONFIG_HOME: path.join(root, 'config') }, path.join(root, 'plain'))).toEqual({ user, project: null });
  expect(findConfig({ MODWHY_CONFIG: '/x.yaml' }, deep)).toEqual({ user: '/x.yaml', project: null });
  expect(findConfig({ MODWHY_CONFIG: '' }, deep)).toEqual({ user: null, project: null });
});

test('S23: the command line is stronger than the files, and the project only takes away', () => {
  const none = { retries: null, budget: null, here: null };
  const user = { name: 'user.yaml', config: { 'retry-if-transient': 3, policy: [] } };
  const project = { name: '.modwhy.yaml', config: { 'retry-if-transient': 5, 'retry-budget': 10_000, here: false, policy: [] } };
  expect(settle(none, user, project)).toMatchObject({
    retries: { value: 3, from: 'user.yaml', without: '.modwhy.yaml' },
    budget: { value: 10_000, from: '.modwhy.yaml', without: 'default' },
    here: { value: false, from: '.modwhy.yaml' },
  });
  expect(settle(none, null, project).retries).toEqual({ value: 0, from: 'default', without: '.modwhy.yaml' });
  expect(settle({ ...none, retries: 1 }, user, project).retries).toMatchObject({ value: 1, from: 'the command line or its variable' });
});

test('modwhy config says what holds here, and a broken file stops run before its command', () => {
  const cwd = folderWith({ '.modwhy.yaml': 'policy:\n  - { trigger: "network.*", action: never }\n' });
  const shown = modwhy(['config'], { cwd, env: { HOME: cwd } });
  expect({ code: shown.code, err: shown.err }).toEqual({ code: 0, err: '' });
  expect(shown.out).toContain(`project  ${path.join(cwd, '.modwhy.yaml')}\n`);
  expect(shown.out).toMatch(/\n {2}goproxy\.server-error +automatic\n/);
  expect(shown.out).toMatch(/\n {2}network\.dns-timeout +never {3}\(without config: automatic\)\n/);
  const rows = JSON.parse(modwhy(['config', '--format', 'json'], { cwd, env: { HOME: cwd } }).out);
  expect(rows.policy).toContainEqual({ cause: 'network.dns-timeout', permission: 'never', default: 'automatic' });
  writeFileSync(path.join(cwd, '.modwhy.yaml'), 'policy: 1\n');
  expect(modwhy(['config'], { cwd, env: { HOME: cwd } })).toEqual({
    code: 2,
    out: '',
    err: 'modwhy: .modwhy.yaml:1:9: policy: expected a list of rows with trigger, action and who, found 1\n',
  });
  expect(modwhy(['run', '--', 'echo', 'started'], { cwd, env: { HOME: cwd } })).toMatchObject({ code: 125, out: '' });
  // Explaining needs no config.
  expect(modwhy(['explain', '-'], { cwd, env: { HOME: cwd }, input: 'x\n' }).code).toBe(0);
});
