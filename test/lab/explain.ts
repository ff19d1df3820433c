import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/model/report.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/modwhy.js', import.meta.url));

/** Runs the built program on a log: `modwhy explain --format json`. */
export function explain(log: string): Promise<Report> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, 'explain', '--format', 'json'], {
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', MODWHY_CONFIG: '' },
    });
    const chunks: Buffer[] = [];
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk));
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(chunks).toString()));
      else failed(new Error(`modwhy explain: exit ${code}: ${complaints}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(log);
  });
}
