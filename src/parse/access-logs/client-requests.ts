import type { Line } from '../../model/line.ts';
import type { ClientRequest } from '../../model/proxy-log.ts';
import { hostOf, requestKey } from './request-key.ts';

// cmd/go/internal/web/http.go: `# get URL` when it starts, `# get URL: 200 OK (0.123s)` with the answer, `# get URL: <error>` without one.
const traced = /^# get (https?:\/\/\S{1,2000}?)(?:: (?:(\d{3}) [^()]{0,60} \((\d{1,6}\.\d{3})s\)|(.{1,2000})))?$/;
// cmd/go/internal/modfetch and web: `reading URL: 404 Not Found`, `Get "URL": dial tcp …`.
const reading = /\breading (https?:\/\/\S{1,2000}?): (\d{3}) /;
const getting = /\bGet "(https?:\/\/[^\s"]{1,2000})": ([^\n]{1,500})/;
const mostRequests = 50_000;

/**
 * The requests for modules in the log of a go command: those that `-x` shows, else those that its errors name.
 * @returns in the order in which they ended
 */
export function clientRequests(lines: readonly Line[]): ClientRequest[] {
  const requests: ClientRequest[] = [];
  const open = new Map<string, Line[]>();
  let errors: ClientRequest[] = [];
  for (const line of lines) {
    if (line.kind !== 'output' || requests.length >= mostRequests) continue;
    const { text } = line;
    if (text.startsWith('# get ')) {
      const [, url, status, seconds, error] = traced.exec(text) ?? [];
      if (url === undefined) continue;
      const waiting = open.get(url);
      if (status === undefined && error === undefined) {
        if (waiting) waiting.push(line);
        else open.set(url, [line]);
        continue;
      }
      const began = waiting?.shift();
      if (waiting?.length === 0) open.delete(url);
      const end = line.clock === 'utc' ? line.time : null;
      const start = began?.clock === 'utc' ? began.time : null;
      const counted = end !== null && seconds !== undefined ? end - Number(seconds) * 1000 : null;
      add(requests, url, line, { start: start ?? counted, end, status, error });
    } else if (errors.length < mostRequests && (text.includes('reading http') || text.includes('Get "http'))) {
      const end = line.clock === 'utc' ? line.time : null;
      const [, url, status] = reading.exec(text) ?? [];
      if (url !== undefined) add(errors, url, line, { start: null, end, status, error: undefined });
      const [, asked, error] = getting.exec(text) ?? [];
      if (asked !== undefined && url === undefined) add(errors, asked, line, { start: null, end, status: undefined, error });
    }
  }
  // What the trace has is not counted again.
  const known = new Set(requests.map(({ key }) => key));
  errors = errors.filter(({ key }) => !known.has(key));
  for (const [url, waiting] of open)
    for (const line of waiting)
      add(requests, url, line, { start: line.clock === 'utc' ? line.time : null, end: null, status: undefined, error: undefined });
  return [...requests, ...errors].sort((one, other) => one.line - other.line);
}

interface Seen {
  readonly start: number | null;
  readonly end: number | null;
  readonly status: string | undefined;
  readonly error: string | undefined;
}

function add(to: ClientRequest[], url: string, line: Line, { start, end, status, error }: Seen): void {
  const key = requestKey(url);
  if (key === null) return;
  to.push({
    line: line.number,
    url,
    host: hostOf(url),
    key,
    start,
    end,
    status: status === undefined ? null : Number(status),
    error: error ?? null,
  });
}
