import { loadPack } from '../catalog/load.ts';
import { type Language, loadLanguage } from '../i18n/texts.ts';
import type { Reading } from './log-reader.ts';
import { openTriage } from './triage.ts';

/** What a thread is told before it reads. */
export interface ReadingSettings {
  readonly version: string;
  readonly language: Language;
  readonly reports: boolean;
  /** What is read gets its hash, for a store. */
  readonly hashes: boolean;
}

/** Loads the catalog and what goes with it, once a thread. @throws ModwhyError E_PACK */
export async function openReading({ version, language, reports, hashes }: ReadingSettings): Promise<Reading> {
  await loadLanguage(language);
  const pack = loadPack(language);
  const linear = pack.linear ? (await import('../match/linear.ts')).linearEngine : null;
  return { pack, linear, triage: openTriage(), version, language, reports, hashes };
}
