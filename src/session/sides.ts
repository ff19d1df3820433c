import type { Texts } from '../i18n/texts.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Line } from '../model/line.ts';
import type { AskedFor, ClientRequest } from '../model/proxy-log.ts';
import type { Sides } from '../model/sides.ts';
import { clientRequests } from '../parse/access-logs/client-requests.ts';
import { recordedRequests } from '../parse/access-logs/recorded.ts';
import { compareSides } from '../timeline/sides/sides.ts';

/** Clocks are at most 26 hours apart (clock-offset.ts), and a request lasts. */
const widened = 27 * 3_600_000;

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
  const asked = askedFor(clients);
  const beside = files.map((given) => {
    const file = given.kind === 'proxy log' && given.among ? { ...given, ...given.among(asked) } : given;
    if (file.kind === 'HAR') sides.push(...recordedSides(clients, file, words));
    const both = file.kind === 'proxy log' ? compareSides(clients, file, words) : null;
    if (both === null) return file;
    sides.push(both.report);
    return { ...file, pairs: both.joined.pairs };
  });
  return { beside, sides };
}

/** A proxy has the requests of others, too, and those of other days. Requests without a time may be of any day. */
function askedFor(clients: readonly ClientRequest[]): AskedFor {
  const keys = new Set(clients.map(({ key }) => key));
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of clients) {
    const last = end ?? start;
    if (last === null) return { keys, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    [from, to] = [Math.min(from, start ?? last), Math.max(to, last)];
  }
  return { keys, from: from - widened, to: to + widened };
}

/** Where no request says that it was go's, only requests that agree in time can be. */
function recordedSides(clients: readonly ClientRequest[], file: Evidence & { kind: 'HAR' }, words: Texts['sides']): Sides[] {
  const recorded = recordedRequests(file);
  if (recorded === null) return [];
  const both = compareSides(clients, { ...recorded.log, name: file.name }, { ...words, because: words.recorded });
  return both && both.report.joined > 0 && (recorded.sure || both.report.clock !== null) ? [both.report] : [];
}
