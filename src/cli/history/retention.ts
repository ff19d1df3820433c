import type { HistoryStore } from '../../model/history.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { loadSettings } from '../run/settings.ts';
import { spanOf } from './period.ts';

/**
 * Removes what is older than the user's config wants to keep (`history: { keep: 180d }`), counted back from the newest log.
 * @throws ModwhyError E_STORE | E_CONFIG
 */
export async function removeOld(store: HistoryStore, options: Options, io: Pick<Io, 'env'>): Promise<void> {
  const keep = (await loadSettings(options, io)).settings.historyKeep.value;
  const { last } = await store.totals({});
  if (keep !== null && last !== null) await store.prune({ before: Math.max(0, last - spanOf(keep)) });
}
