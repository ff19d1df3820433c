import type { ProxyLogFile, ProxyRequest } from '../../model/proxy-log.ts';
import { artifactory } from './artifactory.ts';
import { common } from './common.ts';
import { json, logfmt } from './fields.ts';
import type { Entry, Format } from './format.ts';
import { goproxy } from './goproxy.ts';
import { squid } from './squid.ts';

const formats: readonly Format[] = [squid, artifactory, goproxy, json, common, logfmt];

/** Lines that are looked at before a text is no access log. */
const looked = 500;
/** Larger ones are no line of an access log. */
const longest = 16_384;
/** Requests for modules that are kept of one log, the last ones. */
export const mostRequests = 250_000;

/** Whether most of the first lines are requests. */
export function isAccessLog(lines: readonly string[]): boolean {
  let filled = 0;
  let read = 0;
  for (let index = 0; index < lines.length && filled < looked; index++) {
    const text = lines[index]!;
    if (text.trim() === '') continue;
    filled++;
    if (readLine(text, formats)) read++;
  }
  return read > 0 && read * 2 >= filled;
}

/**
 * Reads the access log of a module proxy, whatever its format; a file may mix them, and lines that are in none are left out.
 * @returns null when it is no access log, or nobody asks for a module in it
 */
export function readAccessLog(lines: readonly string[]): ProxyLogFile | null {
  if (!isAccessLog(lines)) return null;
  const requests: ProxyRequest[] = [];
  const seen = new Set<string>();
  const covers = createSpan();
  const read = createLineReader();
  for (const [index, text] of lines.entries()) {
    const found = read(text);
    if (!found) continue;
    const { format, entry } = found;
    covers.add(entry);
    if (entry.key === null) continue;
    seen.add(format.name);
    requests.push({ ...entry, key: entry.key, line: index + 1 });
    if (requests.length === mostRequests + 10_000) {
      requests.splice(0, 10_000);
      // What came before is not known any more.
      covers.from(requests[0]!.at);
    }
  }
  if (requests.length === 0) return null;
  return { kind: 'proxy log', formats: [...seen].sort(), requests, covers: covers.get() };
}

/** The time from the first entry to the last. */
export function createSpan() {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  return {
    add({ at, precision }: Entry): void {
      if (at === null) return;
      from = Math.min(from, at);
      to = Math.max(to, at + precision);
    },
    from(at: number | null): void {
      from = at ?? from;
    },
    get: (): ProxyLogFile['covers'] => (to >= from ? { from, to } : null),
  };
}

/** Reads lines one after the other: most are in the format of the line before. */
export function createLineReader(): (text: string) => { format: Format; entry: Entry } | null {
  let order = formats;
  return (text) => {
    const found = readLine(text, order);
    if (found && order[0] !== found.format) order = [found.format, ...formats.filter((other) => other !== found.format)];
    return found;
  };
}

function readLine(text: string, order: readonly Format[]): { format: Format; entry: Entry } | null {
  if (text.length > longest) return null;
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  for (const format of order) {
    const entry = format.read(line);
    if (entry) return { format, entry };
  }
  return null;
}
