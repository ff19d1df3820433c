import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What every program that only looks is started with: in a module's folder go may start another toolchain, and git may run what the repository's settings name. */
export const harmless = {
  GOTOOLCHAIN: 'local',
  GOFLAGS: '',
  GOWORK: 'off',
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ALLOW_PROTOCOL: 'https:ssh',
} as const;

/**
 * The file of a program, in folders of PATH that are named from the root: another one is a folder of whoever wrote the project.
 * @param program a name, or a path from the root
 * @returns null when there is none
 */
export function findProgram(program: string, env: Environment): string | null {
  if (path.basename(program) !== program) return path.isAbsolute(program) && isProgram(program) ? program : null;
  const name = process.platform === 'win32' && !program.endsWith('.exe') ? `${program}.exe` : program;
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
}

/** Whether it is a file that can be started. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
