// A program that writes numbered lines and rotates its file, for a process of its own: `node writer.ts FILE ROTATIONS HOW PAUSE`.
import { closeSync, existsSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';

const [, , file = '', rotations = '', how = '', pause = ''] = process.argv;
const kept = 9;
let line = 0;
let descriptor = openSync(file, 'a');
for (let rotation = 1; rotation <= Number(rotations); rotation++) {
  for (let count = 0; count < 1 + (rotation % 7); count++) writeSync(descriptor, `line ${line++} größer\n`);
  // What logrotate does without `copytruncate`: numbers that go up with age, or names that stay.
  if (how === 'shift') {
    for (let number = kept; number >= 1; number--)
      if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
    renameSync(file, `${file}.1`);
  } else if (how === 'names') renameSync(file, `${file}.${rotation}`);
  else unlinkSync(file);
  closeSync(descriptor);
  descriptor = openSync(file, 'a');
  if (Number(pause) > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(pause));
}
writeSync(descriptor, `end ${line}\n`);
