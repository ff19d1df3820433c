import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import { loadLanguage } from '../../i18n/texts.ts';
import type { HistoryStore } from '../../model/history.ts';
import type { ScanSummary } from '../../model/scan.ts';
import { keptText } from '../../redact/kept-text.ts';
import { historyPageHtml } from '../../report/html/history-page.ts';
import { pageOf } from '../../store/page.ts';
import type { Options } from '../options.ts';

/** The page about all logs of a scan. @throws ModwhyError E_STORE */
export async function scanPage({ problems }: ScanSummary, store: HistoryStore, scan: string, options: Options): Promise<string> {
  const { operands, language } = options;
  await loadLanguage(language);
  const unreadable = problems.map(({ name, message }) => ({ source: name, message }));
  const page = await pageOf(store, { scan }, operands.map(keptText).join(' '), unreadable);
  return historyPageHtml(page, { language, titles: causeTitles(loadPack(language)), ascii: options.ascii });
}
