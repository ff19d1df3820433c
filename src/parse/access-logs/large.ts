import type { AskedFor, KeptLines, ProxyLogFile, ProxyRequest } from '../../model/proxy-log.ts';
import { createLineReader, createSpan, isAccessLog } from './access-log.ts';

/** Characters from which an access log is read twice, rather than all its requests held. */
export const large = 1 << 20;
const judged = 500;
/** Requests that are handed out at once, the last ones. */
const mostChosen = 100_000;

/** An access log of which only those requests are held that somebody asks for. */
interface LargeAccessLog {
  readonly file: ProxyLogFile;
  textOf(line: number): string;
  /** Of a line of `file`; 0 for others. */
  offsetOf(line: number): number;
}

/** @returns null when it is no access log, or nobody asks for a module in it */
export function readLargeAccessLog(kept: KeptLines): LargeAccessLog | null {
  if (!isAccessLog(kept.lines.slice(0, judged).map((_, index) => kept.at(index)))) return null;
  // Of each request a number for what it asks for: few lines are read again.
  const hashes: (number | null)[] = [];
  const formats = new Set<string>();
  const covers = createSpan();
  const read = createLineReader();
  let last: ProxyRequest | null = null;
  for (const [index, line] of kept.lines.entries()) {
    const found = read(kept.at(index));
    if (found) covers.add(found.entry);
    const key = found?.entry.key ?? null;
    hashes.push(key === null ? null : hashOf(key));
    if (!found || key === null) continue;
    formats.add(found.format.name);
    last = { ...found.entry, key, line };
  }
  if (last === null) return null;
  const ending = last;
  let places = new Map([[ending.line, hashes.findLastIndex((hash) => hash !== null)]]);
  const among = ({ keys, from, to }: AskedFor) => {
    const wanted = new Set<number | null>([...keys].map(hashOf));
    const again = createLineReader();
    let requests: ProxyRequest[] = [];
    let seen = 0;
    places = new Map([[ending.line, places.get(ending.line)!]]);
    for (const [index, hash] of hashes.entries()) {
      if (!wanted.has(hash)) continue;
      const entry = again(kept.at(index))?.entry;
      if (!entry || entry.key === null || !keys.has(entry.key)) continue;
      if (entry.at !== null && (entry.at < from || entry.at > to)) continue;
      seen++;
      requests.push({ ...entry, key: entry.key, line: kept.lines[index]! });
      places.set(kept.lines[index]!, index);
      if (requests.length === 2 * mostChosen) requests = requests.slice(-mostChosen);
    }
    requests = requests.slice(-mostChosen);
    const cut = seen > requests.length ? { seen, kept: requests.length } : file.cut;
    // The end of the log is shown where a request is missing.
    if (requests.at(-1)?.line !== ending.line) requests.push(ending);
    return { ...file, requests, ...(cut && { cut }) };
  };
  const file: ProxyLogFile = {
    kind: 'proxy log',
    formats: [...formats].sort(),
    requests: [ending],
    covers: covers.get(),
    among,
    ...(kept.seen > kept.lines.length && { cut: { seen: kept.seen, kept: kept.lines.length } }),
  };
  const at = (line: number) => places.get(line) ?? null;
  return {
    file,
    textOf: (line) => (at(line) === null ? '' : kept.at(at(line)!).replace(/\r$/, '')),
    offsetOf: (line) => (at(line) === null ? 0 : kept.offsets[at(line)!]!),
  };
}

/** All lines of a text that is held anyway. */
export function linesOf(text: string): KeptLines {
  const lines: number[] = [];
  const starts: number[] = [];
  for (let start = 0; start >= 0 && start < text.length; start = text.indexOf('\n', start) + 1 || -1) {
    starts.push(start);
    lines.push(starts.length);
  }
  const at = (index: number) =>
    text.slice(starts[index]!, index + 1 < starts.length ? starts[index + 1]! - 1 : text.length).replace(/\n$/, '');
  let offsets: number[] | null = null;
  return {
    lines,
    get offsets() {
      let offset = 0;
      return (offsets ??= starts.map((start, index) => {
        const own = offset;
        offset += Buffer.byteLength(text.slice(start, starts[index + 1] ?? text.length));
        return own;
      }));
    },
    seen: lines.length,
    at,
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
