import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type DoctorStep, doctorReportSchema } from '../../model/doctor.ts';
import type { Environment } from '../machine/go-files.ts';
import { readText } from '../machine/read-text.ts';

// An answer of yesterday says nothing of today.
const oldest = 3_600_000;

const stateSchema = z.object({ key: z.string(), at: z.number(), steps: doctorReportSchema.shape.steps });

/** Where modwhy keeps what is worth keeping between runs; null without a home. XDG Base Directory Specification. */
export function stateFolder(env: Environment): string | null {
  if (env.XDG_STATE_HOME && path.isAbsolute(env.XDG_STATE_HOME)) return path.join(env.XDG_STATE_HOME, 'modwhy');
  const home = env.HOME ?? env.USERPROFILE;
  return home ? path.join(home, '.local', 'state', 'modwhy') : null;
}

/** Steps of a walk that was not finished, when it was about the same thing within the last hour. */
export function readState(folder: string | null, key: string, now: number): DoctorStep[] {
  const text = folder === null ? null : readText(path.join(folder, 'doctor.json'));
  if (text === null) return [];
  try {
    const state = stateSchema.parse(JSON.parse(text));
    return state.key === key && now - state.at < oldest && state.at <= now ? state.steps : [];
  } catch {
    return [];
  }
}

/** Keeps the steps for `--resume`; a folder that cannot be written costs only that. */
export function writeState(folder: string | null, key: string, steps: readonly DoctorStep[], now: number): boolean {
  if (folder === null) return false;
  const file = path.join(folder, 'doctor.json');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ key, at: now, steps }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    return true;
  } catch {
    return false;
  }
}

export function dropState(folder: string | null): void {
  if (folder !== null) rmSync(path.join(folder, 'doctor.json'), { force: true });
}
