import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes a folder with a module cache in it, whose folders are read-only. */
export function removeTree(folder: string): void {
  try {
    makeWritable(folder);
  } catch {
    // gone already, or never there
  }
  rmSync(folder, { recursive: true, force: true });
}

function makeWritable(folder: string): void {
  if (!lstatSync(folder).isDirectory()) return;
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) makeWritable(join(folder, entry.name));
}
