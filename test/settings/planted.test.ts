import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { envDiffSchema } from '../../src/model/env-diff.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';
import { type Planted, planted } from './planted.ts';

const missing = spawnSync('go', ['version']).status === 0 ? '' : 'no go';

describe.skipIf(missing)(`env diff of two real machines${missing ? ` (skipped: ${missing})` : ''}`, () => {
  // What two machines always differ in. The list of A is that of B in another order, with one entry twice.
  const usual = (folder: string) => ({
    a: { HOME: path.join(folder, 'ada'), GOAMD64: 'v1', GONOSUMDB: 'a.corp.test,b.corp.test', GOFLAGS: '-trimpath' },
    b: { HOME: path.join(folder, 'builder'), GOAMD64: 'v2', GONOSUMDB: 'b.corp.test,a.corp.test,b.corp.test', GOFLAGS: '--trimpath=true' },
  });

  const goEnv = (env: Readonly<Record<string, string>>, cwd: string, form: Planted['form']) => {
    const { stdout, status, stderr } = spawnSync('go', ['env', ...(form === 'json' ? ['-json'] : [])], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GOTOOLCHAIN: 'local', GOVERSION: '', ...env },
    });
    expect(status, stderr).toBe(0);
    if (form !== 'log') return stdout;
    // The raw log of a GitHub job.
    const lines = [
      '##[group]Run go env',
      'go env',
      '##[endgroup]',
      ...stdout.trimEnd().split('\n'),
      '##[group]Run go build ./...',
      '##[endgroup]',
    ];
    return lines.map((line, index) => `2026-01-02T03:04:${String(10 + (index % 50)).padStart(2, '0')}.1234567Z ${line}\n`).join('');
  };

  test.each(planted)('S4: $title', (plan) => {
    const folder = folderWith({});
    for (const name of ['ada', 'builder/.config/go', 'src/module', 'src/nothing', 'src/workspace/module'])
      mkdirSync(path.join(folder, name), { recursive: true });
    for (const name of ['src/module', 'src/workspace/module'])
      writeFileSync(path.join(folder, name, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
    writeFileSync(path.join(folder, 'src/workspace/go.work'), 'go 1.21\n\nuse ./module\n');
    if (plan.file) writeFileSync(path.join(folder, 'builder/.config/go/env'), plan.file);
    const noise = usual(folder);
    const where = { module: 'src/module', nothing: 'src/nothing', workspace: 'src/workspace/module' }[plan.folder ?? 'module'];
    writeFileSync(path.join(folder, 'a.txt'), goEnv({ ...noise.a, ...plan.a }, path.join(folder, 'src/module'), undefined));
    writeFileSync(path.join(folder, 'b.txt'), goEnv({ ...noise.b, ...plan.b }, path.join(folder, where), plan.form));
    const { code, out, err } = modwhy(['env', 'diff', 'a.txt', 'b.txt', '--format', 'json'], { cwd: folder });
    expect([code, err]).toEqual([0, '']);
    const { differences } = envDiffSchema.parse(JSON.parse(out));
    expect(differences[0]?.name).toBe(plan.first);
    if (plan.cause) expect(differences[0]!.causes.map(({ cause }) => cause)).toContain(plan.cause);
    expect(out).not.toContain('hunter2');
  });
});
