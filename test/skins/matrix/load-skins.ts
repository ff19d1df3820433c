import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Skin } from './skin.ts';

const folder = path.join(import.meta.dirname, '..');

/** Every skin of every file in `test/skins`. */
export async function loadSkins(): Promise<readonly Skin[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(files.map((file) => import(path.join(folder, file)) as Promise<{ skins: readonly Skin[] }>));
  return modules.flatMap((module) => module.skins);
}
