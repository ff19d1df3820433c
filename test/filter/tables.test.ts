import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { jobLog } from '../../bench/inputs.ts';
import { loadPack, loadTriggers } from '../../src/catalog/load.ts';
import { scannerOf, tablesOf } from '../../src/filter/tables.ts';
import { triageTablesOf } from '../../src/filter/triage.ts';

test('tables are made once, and a thread that is handed them decides as this one does', async () => {
  const pack = loadPack();
  expect(tablesOf(pack)).toBe(tablesOf(pack));
  expect(scannerOf(tablesOf(pack))).toBe(scannerOf(tablesOf(pack)));
  const source = path.join(import.meta.dirname, '../../src/filter/triage.ts');
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    import(${JSON.stringify(source)}).then(({ createTriage }) => {
      const triage = createTriage(workerData.tables);
      parentPort.postMessage(workerData.logs.map((log) => { triage.reset(); return triage.push(Buffer.from(log)) || triage.end(); }));
    });`;
  const logs = ['all is well\n', 'verifying example.org/x@v1.0.0: checksum mismatch\n', 'exit status 1', 'fine'];
  const worker = new Worker(code, { eval: true, workerData: { tables: triageTablesOf(loadTriggers()), logs } });
  onTestFinished(async () => void (await worker.terminate()));
  expect(triageTablesOf(loadTriggers()).module).not.toBeNull();
  expect(await new Promise((done, fail) => worker.once('message', done).once('error', fail))).toEqual([false, true, true, false]);
});

test('an engine without WebAssembly explains a large log in the same words', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = path.join(folder, 'job.log');
  writeFileSync(log, jobLog(1_300_000));
  const [plain, without] = [[], ['--jitless']].map((flags) =>
    spawnSync(process.execPath, [...flags, 'bin/modwhy.js', 'explain', '--format', 'json', log], { encoding: 'utf8' }),
  );
  expect(plain!.stdout).toContain('corp.example.com/team/lib');
  expect(without).toMatchObject({ status: plain!.status, stdout: plain!.stdout });
}, 120_000);
