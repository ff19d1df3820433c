import { spawn } from 'node:child_process';
import path from 'node:path';
import { type DoctorReport, doctorReportSchema } from '../../src/model/doctor.ts';

const program = path.resolve('bin/modwhy.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program while servers of the test answer it. */
export function modwhyAsync(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out!.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err!.push(chunk));
    child.on('close', (code) => done({ code, out: Buffer.concat(out!).toString(), err: Buffer.concat(err!).toString() }));
  });
}

/** The report of `modwhy doctor --format json`, checked by its schema. */
export function reportOf({ out }: Ended): DoctorReport {
  return doctorReportSchema.parse(JSON.parse(out));
}
