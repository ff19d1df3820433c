import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Both ends of a pipe, as file descriptors. */
export interface Pipe {
  readonly read: number;
  readonly write: number;
}

/**
 * Real pipes. Node gives a child sockets, which `/dev/stdout` and `/dev/stderr` cannot open again, as scripts do. It cannot make a pipe itself:
 * these are FIFOs whose names are gone before the child starts.
 * @returns null where that does not work: without mkfifo, without a temporary folder that can be written, on Windows
 */
export function openPipes(count: number): Pipe[] | null {
  if (process.platform === 'win32') return null;
  let folder: string | null = null;
  const pipes: Pipe[] = [];
  const opened: number[] = [];
  const open = (name: string, flags: number) => {
    const descriptor = openSync(name, flags);
    opened.push(descriptor);
    return descriptor;
  };
  try {
    folder = mkdtempSync(path.join(tmpdir(), 'modwhy-run-'));
    const names = Array.from({ length: count }, (_, index) => path.join(folder!, String(index)));
    if (spawnSync('mkfifo', ['-m', '600', ...names], { stdio: 'ignore', timeout: 5000 }).status !== 0) return null;
    // The end that reads comes first and does not wait; then the other one need not wait either.
    for (const name of names)
      pipes.push({ read: open(name, constants.O_RDONLY | constants.O_NONBLOCK), write: open(name, constants.O_WRONLY) });
    return pipes;
  } catch {
    for (const descriptor of opened) closeSync(descriptor);
    return null;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
