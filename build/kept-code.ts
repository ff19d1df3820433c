// Keeps the program as the engine has compiled it after real runs, with every function that they used: `node build/kept-code.ts > /dev/null`.
// Functions that no run used are compiled when one does; keeping all would make every start slower.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

interface Program {
  /** Runs the command line of this process. */
  run(): Promise<void>;
}

// What most runs see: jobs of CI systems that failed, for one reason or another.
const logs = [
  'auth/private-dependency-in-actions.log',
  'auth/deploy-key-not-accepted.log',
  'network/proxy-golang-org-times-out.log',
  'not-module/test-needs-postgres.log',
];

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'dist');
const file = path.join(folder, 'program.js');
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const program = script.runInThisContext()(file, folder, (name: string) => import(name)) as Program;
for (const log of logs) {
  process.argv = [process.execPath, 'modwhy', 'explain', path.join(root, 'samples', log)];
  await program.run();
}
const kept = path.join(folder, 'program.code');
// A program that starts meanwhile finds the file whole.
writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
renameSync(`${kept}.${process.pid}`, kept);
