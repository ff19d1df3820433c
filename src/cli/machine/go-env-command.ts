import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, harmless } from '../../probe/program.ts';
import type { Environment } from './go-files.ts';

const timeLimit = 5000;

// Asked by name: for all of them go would also run the C compiler. cmd/go/internal/envcmd, runEnv.
const names = [
  'GO111MODULE',
  'GOARCH',
  'GOAUTH',
  'GOCACHE',
  'GOENV',
  'GOINSECURE',
  'GOMODCACHE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOOS',
  'GOPATH',
  'GOPRIVATE',
  'GOPROXY',
  'GOROOT',
  'GOSUMDB',
  'GOVCS',
  'GOVERSION',
] as const;

/**
 * What `go env` prints, asked in an empty folder of its own: nothing of the folder that failed can change what is run.
 * GOFLAGS, GOTOOLCHAIN, GOMOD and GOWORK cannot be known in this way.
 * @param program the go command; a name without a folder is looked for in PATH
 * @returns null when there is none, or it says nothing within five seconds
 */
export async function askGoEnv(program: string, env: Environment): Promise<Record<string, string> | null> {
  const file = findProgram(program, env);
  if (file === null) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-env-'));
  try {
    const printed = await output(file, ['env', '-json', ...names], { ...env, ...harmless, PWD: folder }, folder);
    const settings: unknown = JSON.parse(printed);
    return Object.fromEntries(
      Object.entries(settings as object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    // The settings are then read as text.
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(file: string, args: readonly string[], env: Environment, cwd: string): Promise<string> {
  return new Promise((done, failed) => {
    const options = { cwd, env: { ...env }, timeout: timeLimit, killSignal: 'SIGKILL', maxBuffer: 1 << 20, windowsHide: true } as const;
    const child = execFile(file, [...args], options, (error, stdout) => (error ? failed(error) : done(stdout)));
    child.stdin?.end();
  });
}
