import type { HistoryFilter, HistoryPage, HistoryStep, HistoryStore, HistoryTotals } from '../model/history.ts';
import { DAY } from './axes.ts';

const MOST_CAUSES = 8;
const MOST_HOSTS = 12;
const MOST_PLACES = 20;
const MOST_FAILURES = 5000;
const MOST_MESSAGES = 200;

/**
 * Asks a store for everything that a page about many logs shows. Only module failures are drawn over time and place.
 * @param title what was scanned or asked, as it was typed
 * @param unreadable logs that could not be read, which no store can name
 * @throws ModwhyError E_STORE
 */
export async function pageOf(
  store: HistoryStore,
  filter: HistoryFilter,
  title: string,
  unreadable: HistoryPage['unreadable'] = [],
): Promise<HistoryPage> {
  const failed: HistoryFilter = { ...filter, verdict: 'module-failure' };
  const totals = await store.totals(filter);
  const step = stepOf(totals);
  return {
    title,
    totals,
    step,
    causes: await store.trend(failed, 'cause', step, MOST_CAUSES),
    hosts: await store.hours(failed, 'host', MOST_HOSTS),
    pivot: await store.pivot(failed, MOST_PLACES),
    ...(await halvesOf(store, filter, totals)),
    failures: await store.top(failed, MOST_FAILURES),
    unexplained: await store.unexplained(filter, MOST_MESSAGES),
    unreadable,
  };
}

async function halvesOf(store: HistoryStore, filter: HistoryFilter, { first, last }: HistoryTotals): Promise<Pick<HistoryPage, 'halves'>> {
  if (first === null || last === null || first === last) return {};
  const middle = Math.ceil((first + last) / 2);
  const [before, after] = [await store.totals({ ...filter, until: middle }), await store.totals({ ...filter, since: middle })];
  return { halves: { before, after } };
}

/** So long steps that the whole time is some dozens of them. */
function stepOf({ first, last }: HistoryTotals): HistoryStep {
  const days = first === null || last === null ? 0 : (last - first) / DAY;
  return days <= 3 ? 'hour' : days <= 90 ? 'day' : days <= 700 ? 'week' : 'month';
}
