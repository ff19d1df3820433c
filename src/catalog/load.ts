import { readFileSync } from 'node:fs';
import type { Pack } from '../model/catalog.ts';
import { ModwhyError } from '../model/error.ts';
import { readPack } from './pack-file.ts';

/**
 * The rules that this build carries.
 * @throws ModwhyError E_PACK when the file is missing or broken
 */
export function loadPack(): Pack {
  // Run from source, the pack is where the build put it.
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/' : './';
  const file = (name: string) => readFileSync(new URL(folder + name, import.meta.url));
  try {
    return readPack(file('pack.json').toString(), () => file('pack-details.jsonl'));
  } catch (error) {
    throw new ModwhyError(
      'E_PACK',
      `the catalog of causes cannot be read (${(error as Error).message}): install modwhy again, or run npm run build`,
      {
        cause: error,
      },
    );
  }
}
