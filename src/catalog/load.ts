import { readFileSync } from 'node:fs';
import type { Pack } from '../model/catalog.ts';
import { ModwhyError } from '../model/error.ts';

/**
 * The rules that this build carries.
 * @throws ModwhyError E_PACK when the file is missing or broken
 */
export function loadPack(): Pack {
  // Run from source, the pack is where the build put it.
  const place = import.meta.url.endsWith('.ts') ? '../../dist/pack.json' : './pack.json';
  try {
    return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Pack;
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
