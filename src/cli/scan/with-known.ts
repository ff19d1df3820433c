import type { FailureRow, HistoryStore } from '../../model/history.ts';
import type { CauseRow, ScanSummary } from '../../model/scan.ts';
import { logsByCause } from './logs-by-cause.ts';

const mostFailures = 5000;
const mostUnexplained = 1000;
const shownSubjects = 5;

/** The same summary over all logs of a scan: of those that were known already, the store says what they are. */
export async function withKnown(summary: ScanSummary, store: HistoryStore, scan: string): Promise<ScanSummary> {
  if (summary.known === 0) return summary;
  const [totals, failures, unexplained] = [
    await store.totals({ scan }),
    await store.top({ scan }, mostFailures),
    await store.unexplained({ scan }, mostUnexplained),
  ];
  const logs = await logsByCause(failures, store, scan);
  return {
    ...summary,
    // The store counts an archive with each of its logs.
    totals: { ...totals, bytes: summary.totals.bytes },
    causes: [...Map.groupBy(failures, ({ cause }) => cause)]
      .flatMap(([cause, rows]) => (cause === null ? [] : [causeRow(cause, rows, logs.get(cause)!)]))
      .sort((one, other) => other.logs - one.logs || (one.cause < other.cause ? -1 : 1)),
    unexplained: unexplained.map(({ template, logs, first, last, examples }) => ({
      template,
      logs,
      first,
      last,
      example: examples[0] ?? { source: '', line: null, text: template },
    })),
  };
}

/** @param rows the failures of one cause, that of the most logs first @param inAll how many logs they have together */
function causeRow(cause: string, rows: readonly FailureRow[], inAll: number): CauseRow {
  const [most] = rows;
  const counts = new Map<string, number>();
  for (const { host, module, path, logs } of rows) {
    const subject = host ?? module ?? path;
    if (subject !== null) counts.set(subject, (counts.get(subject) ?? 0) + logs);
  }
  const times = (of: 'first' | 'last') => rows.flatMap((row) => (row[of] === null ? [] : [row[of]]));
  const [first, last] = [times('first'), times('last')];
  return {
    cause,
    code: most!.code,
    verdict: most!.verdict === 'not-module' ? 'not-module' : 'module-failure',
    transient: most!.transient,
    logs: inAll,
    first: first.length > 0 ? Math.min(...first) : null,
    last: last.length > 0 ? Math.max(...last) : null,
    subjects: [...counts]
      .map(([subject, logs]) => ({ subject, logs }))
      .sort((one, other) => other.logs - one.logs || (one.subject < other.subject ? -1 : 1))
      .slice(0, shownSubjects),
    example: most!.example,
  };
}
