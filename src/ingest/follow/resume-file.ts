import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import type { Position } from './position.ts';

/** Where the places are kept at which reading goes on: the user's folder for state. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>, platform: string = process.platform): string {
  const state = env.XDG_STATE_HOME;
  if (state && path.isAbsolute(state)) return path.join(state, 'modwhy');
  if (platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'modwhy');
  return path.join(env.HOME || os.homedir(), '.local/state/modwhy');
}

/** The place that was left in a file of this name; null when there is none that can be used. */
export function readPosition(folder: string, name: string): Position | null {
  try {
    const value: unknown = JSON.parse(readFileSync(fileFor(folder, name), 'utf8'));
    return isPosition(value) ? value : null;
  } catch {
    // No place, or one that was cut off in the middle: reading from the start loses nothing.
    return null;
  }
}

/** @throws ModwhyError E_WRITE */
export function writePosition(folder: string, name: string, position: Position): void {
  const file = fileFor(folder, name);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(position)}\n`, { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    throw new ModwhyError(
      'E_WRITE',
      say`cannot remember where to go on: ${(error as Error).message}; XDG_STATE_HOME names the folder for it`,
      {
        cause: error,
      },
    );
  }
}

/** One small file for each log, so that two programs that watch different logs do not meet. */
function fileFor(folder: string, name: string): string {
  return path.join(folder, 'watch', `${createHash('sha256').update(realName(name)).digest('hex').slice(0, 32)}.json`);
}

function realName(name: string): string {
  try {
    return path.join(realpathSync(path.dirname(name)), path.basename(name));
  } catch {
    return path.resolve(name);
  }
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false;
  const { device, inode, offset, hash, seen } = value as Record<string, unknown>;
  const whole = (number: unknown) => Number.isSafeInteger(number) && (number as number) >= 0;
  return isDigits(device) && isDigits(inode) && whole(offset) && typeof hash === 'string' && whole(seen);
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
