import type { Texts } from '../i18n/texts.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { Sides } from '../model/sides.ts';
import { clientRequests } from '../parse/access-logs/client-requests.ts';
import { recordedRequests } from '../parse/access-logs/recorded.ts';
import { compareSides } from '../timeline/sides/sides.ts';

/**
 * Joins the requests that the log shows with those of each access log and each recording (HAR) beside it.
 * @returns the files again, access logs with what was joined, and what both sides say
 */
export function joinSides(
  lines: readonly Line[],
  files: readonly Evidence[],
  words: Texts['sides'],
): { beside: readonly Evidence[]; sides: Sides[] } {
  if (!files.some(({ kind }) => kind === 'proxy log' || kind === 'HAR')) return { beside: files, sides: [] };
  const clients = clientRequests(lines);
  const sides: Sides[] = [];
  const beside = files.map((file) => {
    if (file.kind === 'HAR') sides.push(...recordedSides(clients, file, words));
    const both = file.kind === 'proxy log' ? compareSides(clients, file, words) : null;
    if (both === null) return file;
    sides.push(both.report);
    return { ...file, pairs: both.joined.pairs };
  });
  return { beside, sides };
}

/** Where no request says that it was go's, only requests that agree in time can be. */
function recordedSides(clients: ReturnType<typeof clientRequests>, file: Evidence & { kind: 'HAR' }, words: Texts['sides']): Sides[] {
  const recorded = recordedRequests(file);
  if (recorded === null) return [];
  const both = compareSides(clients, { ...recorded.log, name: file.name }, { ...words, because: words.recorded });
  return both && both.report.joined > 0 && (recorded.sure || both.report.clock !== null) ? [both.report] : [];
}
