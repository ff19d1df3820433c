import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A way to make git fail: its arguments, and the cause that the go command's message about it has. */
export interface GitFault {
  readonly name: string;
  readonly cause: string;
  readonly argv: (stage: GitStage) => readonly string[];
  readonly env?: (stage: GitStage) => Readonly<Record<string, string>>;
}

export interface GitStage {
  readonly folder: string;
  readonly origin: string;
  close(): void;
}

const list = (url: string) => ['ls-remote', '-q', '--end-of-options', url];

export const gitFaults: readonly GitFault[] = [
  { name: 'login wanted', cause: 'auth.git-credentials-missing', argv: ({ origin }) => list(`${origin}/401/ash`) },
  {
    name: 'login refused',
    cause: 'auth.git-credentials-rejected',
    argv: ({ origin }) => list(`${origin.replace('//', '//ada:wrong@')}/401/ash`),
  },
  { name: 'not found', cause: 'resolve.module-not-found', argv: ({ origin }) => list(`${origin}/404/ash`) },
  { name: 'bad gateway', cause: 'goproxy.server-error', argv: ({ origin }) => list(`${origin}/502/ash`) },
  { name: 'a web page', cause: 'network.captive-portal', argv: ({ origin }) => list(`${origin}/200/ash`) },
  { name: 'nothing listens', cause: 'network.connect-refused', argv: () => list('http://127.0.0.1:1/ash') },
  {
    name: 'protocol not allowed',
    cause: 'vcs.git-broken',
    argv: ({ origin }) => list(`${origin}/404/ash`),
    env: () => ({ GIT_ALLOW_PROTOCOL: 'ssh' }),
  },
  { name: 'no helper', cause: 'vcs.git-broken', argv: () => list('ash://git.northwind.test/ash') },
  {
    name: 'broken configuration',
    cause: 'vcs.git-broken',
    argv: ({ origin }) => list(`${origin}/404/ash`),
    env: ({ folder }) => ({ GIT_CONFIG_GLOBAL: path.join(folder, 'broken.gitconfig') }),
  },
  {
    name: 'no such ref',
    cause: 'vcs.unknown-revision',
    argv: ({ folder }) => [
      'fetch',
      '-f',
      '--depth=1',
      '--end-of-options',
      path.join(folder, 'full.git'),
      'refs/tags/v9.9.9:refs/tags/v9.9.9',
    ],
  },
];

/** Servers and repositories that the faults need, all on this machine. */
export async function openGitStage(): Promise<GitStage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-languages-'));
  const server: Server = createServer((request, response) => {
    const status = Number(/^\/(\d{3})\//.exec(request.url ?? '')?.[1] ?? '404');
    const page = { 'content-type': 'application/x-git-upload-pack-advertisement' };
    response.writeHead(status, status === 401 ? { 'www-authenticate': 'Basic realm="northwind"' } : page);
    response.end('<html>northwind</html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  writeFileSync(path.join(folder, 'broken.gitconfig'), '[user\n');
  for (const name of ['full.git', 'clone.git']) {
    mkdirSync(path.join(folder, name));
    execFileSync('git', ['init', '-q', '--bare', path.join(folder, name)]);
  }
  return {
    folder,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What git prints in a language, wrapped as `cmd/go/internal/modfetch/codehost`, RunError, does it. */
export function goSays(stage: GitStage, fault: GitFault, locale: string): Promise<string> {
  const argv = fault.argv(stage);
  const cwd = path.join(stage.folder, 'clone.git');
  const env = {
    PATH: process.env.PATH,
    HOME: stage.folder,
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: locale,
    LANGUAGE: locale.split('.')[0],
    ...fault.env?.(stage),
  };
  return new Promise((resolve) => {
    execFile('git', argv, { cwd, env }, (error, _, stderr) => {
      const quoted = stderr.trimEnd().replaceAll('\n', '\n\t');
      const where = '/home/ada/go/pkg/mod/cache/vcs/9c0ffee1';
      resolve(
        `$ go mod download\ngo: module git.northwind.test/ash: git ${argv.join(' ')} in ${where}: exit status ${error?.code ?? 141}:\n\t${quoted}\n`,
      );
    });
  });
}
