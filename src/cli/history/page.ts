import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import { loadLanguage } from '../../i18n/texts.ts';
import { historyPageHtml } from '../../report/html/history-page.ts';
import { pageOf } from '../../store/page.ts';
import type { Options } from '../options.ts';
import { isoTime } from './iso.ts';
import type { Asked } from './questions.ts';

/** The page about the logs that were asked about. @throws ModwhyError E_STORE */
export async function historyPage(
  { store, name, filter }: Pick<Asked, 'store' | 'name' | 'filter'>,
  { language, ascii }: Options,
): Promise<string> {
  await loadLanguage(language);
  const limits = Object.entries(filter).map(([what, value]) => `${what}=${typeof value === 'number' ? isoTime(value) : value}`);
  const page = await pageOf(store, filter, [name, ...limits].join(' '));
  return historyPageHtml(page, { language, titles: causeTitles(loadPack(language)), ascii });
}
