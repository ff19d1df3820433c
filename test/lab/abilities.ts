import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolvesNames } from './names.ts';
import { asOtherUser } from './other-user.ts';
import type { Scenario } from './scenario.ts';

/** What not every machine can do. */
export type Ability =
  | 'resolver'
  | 'second-user'
  | 'mounts'
  | 'strace'
  | 'network-namespace'
  | 'ssh-server'
  | 'mercurial'
  | 'subversion'
  | 'curl';

/** Why the machine lacks an ability; null when it has it. */
export type Abilities = Readonly<Record<Ability, string | null>>;

/** Tries each ability once. */
export async function findAbilities(): Promise<Abilities> {
  return {
    resolver: (await resolvesNames()) ? null : 'no name server says that a host does not exist',
    'second-user': process.getuid?.() !== 0 ? null : otherUserRunsGo(),
    mounts: works('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']),
    'network-namespace': works('unshare', ['-rnm', 'ip', 'link', 'add', 'lab', 'type', 'ifb']),
    curl: works('curl', ['--version']),
    mercurial: works('hg', ['--version']),
    subversion: works('svn', ['--version', '--quiet']),
    'ssh-server': findProgram(SSH_SERVER),
    strace: works('strace', ['-f', '-o', '/dev/null', '-e', 'inject=flock:error=ENOLCK', 'true']),
  };
}

/** Why this machine cannot play the scenario; null when it can. */
export function reasonToSkip(scenario: Scenario, abilities: Abilities): string | null {
  const needs: readonly Ability[] = [...(scenario.needs ?? []), ...(scenario.asUser ? (['second-user'] as const) : [])];
  return needs.map((need) => abilities[need]).find((reason) => reason !== null) ?? null;
}

/** Where Debian and the like have it; it is not in everybody's PATH. */
export const SSH_SERVER = '/usr/sbin/sshd';

function findProgram(file: string): string | null {
  return existsSync(file) ? null : `${file} is not installed`;
}

// A Go below the home folder of root is out of reach for the other user.
function otherUserRunsGo(): string | null {
  const [program, ...words] = asOtherUser(['env', 'HOME=/tmp', 'GOTOOLCHAIN=local', 'go', 'version']);
  return works(program!, words);
}

function works(program: string, argv: readonly string[]): string | null {
  const { status, error, stderr } = spawnSync(program, argv, { encoding: 'utf8' });
  if (error) return `${program} is not installed`;
  return status === 0 ? null : `${program}: ${stderr.trim()}`;
}
