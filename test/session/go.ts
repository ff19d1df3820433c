import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export const hasGo = spawnSync('go', ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } }).status === 0;

/** What a real go prints in a folder with these files, without network and without the settings of whoever runs the tests. */
export function go(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-go-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const result = spawnSync('go', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GOPATH: path.join(folder, 'gopath'),
      GOCACHE: process.env.GOCACHE ?? path.join(tmpdir(), 'modwhy-go-build'),
      GOENV: 'off',
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
      GOTELEMETRY: 'off',
      ...env,
    },
  });
  return result.stdout + result.stderr;
}

/** The same with the command before it, as a terminal shows it. */
export function goLog(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): string {
  return `$ go ${args.join(' ')}\n${go(args, files, env)}`;
}

/** A program that imports one package. */
export const importing = (imported: string) => `package main\n\nimport _ "${imported}"\n\nfunc main() {}\n`;
