import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The file that a command name stands for, as execvp(3) finds it.
 * @throws NodeJS.ErrnoException ENOENT or EACCES
 */
export function locateProgram(program: string, env: Readonly<Record<string, string | undefined>>): string {
  if (program.includes('/')) {
    check(program);
    return program;
  }
  let denied: unknown = null;
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder || '.', program);
    try {
      check(file);
      return path.resolve(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') denied ??= error;
    }
  }
  throw denied ?? Object.assign(new Error(`${program} is not in PATH`), { code: 'ENOENT' });
}

function check(file: string): void {
  if (statSync(file).isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EACCES' });
  accessSync(file, constants.X_OK);
}
