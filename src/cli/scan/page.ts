import { loadPack } from '../../catalog/load.ts';
import { loadLanguage } from '../../i18n/texts.ts';
import type { HistoryStep, HistoryStore, HistoryTotals } from '../../model/history.ts';
import type { ScanSummary } from '../../model/scan.ts';
import { historyPageHtml } from '../../report/html/history-page.ts';
import { keptSource } from '../../scan/stored.ts';
import type { Options } from '../options.ts';
import { titlesOf } from './titles.ts';

const DAY = 86_400_000;
const most = { causes: 10, hosts: 20, failures: 200, pivot: 100, unexplained: 100 };

/** The page about all logs of a scan. */
export async function scanPage(
  { problems }: ScanSummary,
  store: HistoryStore,
  scan: string,
  { operands, language }: Options,
): Promise<string> {
  await loadLanguage(language);
  const filter = { scan };
  const totals = await store.totals(filter);
  const step = stepOf(totals);
  const page = {
    title: operands.map(keptSource).join(' '),
    totals,
    step,
    causes: await store.trend(filter, 'cause', step, most.causes),
    hosts: await store.hours(filter, 'host', most.hosts),
    failures: await store.top(filter, most.failures),
    unexplained: await store.unexplained(filter, most.unexplained),
    unreadable: problems.map(({ name, message }) => ({ source: name, message })),
    pivot: await store.pivot(filter, most.pivot),
  };
  return historyPageHtml(page, { language, titles: titlesOf(loadPack(language)) });
}

/** So that there are some ten steps, and not thousands. */
function stepOf({ first, last }: HistoryTotals): HistoryStep {
  const span = first === null || last === null ? 0 : last - first;
  if (span <= 2 * DAY) return 'hour';
  if (span <= 90 * DAY) return 'day';
  return span <= 730 * DAY ? 'week' : 'month';
}
