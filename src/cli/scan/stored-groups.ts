import type { Texts } from '../../i18n/texts.ts';
import type { FailureRow, HistoryStore } from '../../model/history.ts';
import { countDay } from './day-counts.ts';
import { countLogs, countSame, createLiveGroups, type LiveGroups } from './live-groups.ts';
import type { LiveModelSettings } from './live-model.ts';
import { logsByCause } from './logs-by-cause.ts';

const mostFailures = 5000;
const mostUnexplained = 400;
const mostCauses = 400;
// Each is a question of its own to the store.
const askedFailures = 40;
const mostFiles = 200;

/** Where logs lie, as it is shown and as it is read. */
type ShownSource = (source: string) => string;

/**
 * The groups of all logs of a scan, of those too that were known and not read again.
 * @throws ModwhyError E_STORE
 */
export async function storedGroups(
  store: HistoryStore,
  scan: string,
  { titleOf, fixOf, texts, names, noFailure }: Pick<LiveModelSettings, 'titleOf' | 'fixOf' | 'texts' | 'names' | 'noFailure'>,
  shownSource: ShownSource,
): Promise<LiveGroups> {
  const groups = createLiveGroups();
  const file = (
    group: NonNullable<ReturnType<LiveGroups['of']>>,
    source: string,
    line: number | null,
    label: keyof Texts['label'] | null,
  ) => groups.file(group, { name: shownSource(source), line, label: label === null ? '' : texts.label[label] }, source.split('!/', 1)[0]!);
  let asked = 0;
  const rows = await store.top({ scan }, mostFailures);
  const logs = await logsByCause(rows, store, scan);
  for (const row of rows) {
    const { cause, code } = row;
    if (cause === null) continue;
    const fix = fixOf(cause);
    const group = groups.of(cause, () => ({ kind: 'cause', code: code ?? '', title: titleOf(cause), ...(fix && { fix }) }));
    if (!group) continue;
    // Said with each of its failures anew, and the same each time.
    group.count = logs.get(cause)!;
    countLogs(group, 0, row.first, row.last);
    countSame(group, { [names.host]: row.host, [names.module]: row.module }, row.logs);
    if (asked++ >= askedFailures) file(group, row.example.source, row.example.line, null);
    else for (const log of await logsOf(store, scan, row)) file(group, log.source, log.line, log.label);
  }
  for (const { at, key, logs } of await store.trend({ scan }, 'cause', 'day', mostCauses)) {
    const group = groups.known(key);
    if (group) countDay(group.days, at, logs);
  }
  for (const { template, logs, first, last, examples } of await store.unexplained({ scan }, mostUnexplained)) {
    const group = groups.of(`?${template}`, () => ({ kind: 'unexplained', code: '', title: examples[0]?.text ?? template }));
    if (!group) continue;
    countLogs(group, logs, first, last);
    for (const { source, line } of examples) file(group, source, line, null);
  }
  const totals = await store.totals({ scan });
  const passed = totals.noFailure > 0 ? groups.of('', () => ({ kind: 'no-failure', code: '', title: noFailure })) : null;
  if (passed) countLogs(passed, totals.noFailure, null);
  return groups;
}

async function logsOf(store: HistoryStore, scan: string, { fingerprint }: FailureRow) {
  return (await store.show(fingerprint, { scan }, mostFiles))?.logs ?? [];
}
