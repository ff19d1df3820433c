import { readFileSync } from 'node:fs';
import type { Language } from '../i18n/texts.ts';
import type { Pack } from '../model/catalog.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { withLanguage } from './language-pack.ts';
import { readPack } from './pack-file.ts';

/**
 * What `createTriage` looks for: the triggers of the rules that this build carries, and what logs say of themselves.
 * @throws ModwhyError E_PACK when the file is missing or broken
 */
export function loadTriggers(): Pick<Pack, 'literals' | 'windows'> & { readonly hints: readonly string[] } {
  return loading((file) => JSON.parse(file('triggers.json').toString()) as ReturnType<typeof loadTriggers>);
}

/**
 * The rules that this build carries.
 * @param language of their texts
 * @throws ModwhyError E_PACK when the file is missing or broken
 */
export function loadPack(language: Language = 'en'): Pack {
  return loading((file) => {
    const pack = readPack(file('pack.json').toString(), () => file('pack-details.jsonl'));
    return language === 'en' ? pack : withLanguage(pack, file(`pack-${language}.jsonl`));
  });
}

function loading<T>(load: (file: (name: string) => Buffer) => T): T {
  // Run from source, the pack is where the build put it.
  const folder = import.meta.filename.endsWith('.ts') ? `${import.meta.dirname}/../../dist` : import.meta.dirname;
  try {
    return load((name) => readFileSync(`${folder}/${name}`));
  } catch (error) {
    throw new ModwhyError(
      'E_PACK',
      say`the catalog of causes cannot be read (${(error as Error).message}): install modwhy again, or run npm run build`,
      {
        cause: error,
      },
    );
  }
}
