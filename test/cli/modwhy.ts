import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const program = path.resolve('bin/modwhy.js');

export interface Call {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the built program and waits for its end. */
export function modwhy(args: readonly string[], { input, env, cwd }: Call = {}): { code: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] as const } : { input }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** A temporary folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** A log that any catalog explains. */
export const failing = `$ go mod download
go: corp.example.com/team/lib@v1.2.3: verifying go.mod: corp.example.com/team/lib@v1.2.3/go.mod: reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone
\tserver response: not found: corp.example.com/team/lib@v1.2.3: unrecognized import path "corp.example.com/team/lib": https fetch: Get "https://corp.example.com/team/lib?go-get=1": dial tcp 192.0.2.7:443: connect: connection refused
`;
export const calm = '$ go build ./...\n$ go vet ./...\n';
