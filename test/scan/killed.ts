import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { failing, folderWith } from '../cli/modwhy.ts';

/**
 * Kills scans at moments that differ, then lets one end: what was said to be done is kept, and every log is there once.
 */
export async function killScans(kills: number, logs: number): Promise<void> {
  const folder = folderWith({});
  for (let at = 0; at < logs; at++) writeFileSync(path.join(folder, `job-${at}.log`), failing.replaceAll('/lib', `/lib${at}`));
  const store = path.join(folderWith({}), 'history.db');
  const start = (jobs: number) =>
    spawn(process.execPath, ['bin/modwhy.js', 'scan', '--format', 'ndjson', '--jobs', String(jobs), '--store', store, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
  const said = new Set<string>();
  const read = async (child: ReturnType<typeof start>, kill: number | null) => {
    let out = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    if (kill !== null) setTimeout(() => child.kill('SIGKILL'), kill);
    const code = await new Promise((resolve) => child.once('close', resolve));
    const rows = out.split('\n').slice(0, -1);
    for (const row of rows) {
      const { type, input } = JSON.parse(row) as { type: string; input?: { name: string } };
      if (type !== 'summary') said.add(path.basename(input!.name));
    }
    return code;
  };
  const names = () => {
    const database = new DatabaseSync(store, { readOnly: true });
    const rows = database.prepare('SELECT source FROM log ORDER BY source').all() as { source: string }[];
    database.close();
    return rows.map(({ source }) => path.basename(source));
  };
  for (let kill = 0; kill < kills; kill++) {
    // Spread over all of a scan, the same in every run of the test.
    await read(start(1 + (kill % 2)), 150 + ((kill * 97) % 600));
    if (said.size > 0) expect(names()).toEqual(expect.arrayContaining([...said]));
  }
  expect(await read(start(1), null)).toBe(0);
  const all = Array.from({ length: logs }, (_, at) => `job-${at}.log`).sort();
  expect(names()).toEqual(all);
  expect([...said].sort()).toEqual(all);
}
