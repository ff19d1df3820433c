import { type Entry, entryOf, type Format } from './format.ts';
import { momentOf } from './moment.ts';

type Fields = ReadonlyMap<string, string>;

// Names of the fields, by the servers that write them: Athens (logrus), Caddy, Traefik, nginx with the names of its variables, Envoy, Go's slog servers.
const names = {
  url: ['http-path', 'request.uri', 'RequestPath', 'request_uri', 'uri', 'url', 'path', 'http_uri', ':path'],
  method: ['http-method', 'request.method', 'RequestMethod', 'request_method', 'method', 'http_method', ':method'],
  status: ['http-status', 'status', 'DownstreamStatus', 'status_code', 'response_code', 'code', 'http_status'],
  time: ['StartUTC', 'StartLocal', 'start_time', 'ts', 'time', 'timestamp', 'time_iso8601', '@timestamp', 'msec', 'time_local'],
  seconds: ['duration', 'request_time', 'elapsed', 'latency'],
  nanoseconds: ['Duration'],
  milliseconds: ['duration_ms', 'elapsed_ms', 'latency_ms'],
  id: ['request-id', 'request_id', 'requestId', 'req_id', 'trace_id', 'traceId', 'x_request_id', 'request.headers.X-Request-Id'],
  upstream: ['OriginStatus', 'upstream_status'],
} as const;

const pair = /(?:^|\s)([A-Za-z_:@][\w.:@-]{0,60})=(?:"((?:[^"\\]|\\.){0,4000})"|(\S{0,4000}))/g;
const mostFields = 200;

export const json: Format = {
  name: 'json',
  read: (line) => {
    const from = line.startsWith('{') ? 0 : line.indexOf(' {');
    if (from < 0 || from > 200 || !line.trimEnd().endsWith('}')) return null;
    try {
      const fields = new Map<string, string>();
      flatten(JSON.parse(line.slice(from)), '', fields, 0);
      return read(fields);
    } catch {
      return null;
    }
  },
};

/** `time="…" level=info msg="incoming request" http-path=/… http-status=200`. */
export const logfmt: Format = {
  name: 'logfmt',
  read: (line) => {
    if (!line.includes('=/') && !line.includes('="/')) return null;
    const fields = new Map<string, string>();
    for (const [, name, quoted, plain] of line.slice(0, 16_384).matchAll(pair)) {
      if (fields.size === mostFields) break;
      fields.set(name!, quoted ?? plain!);
    }
    return read(fields);
  },
};

function read(fields: Fields): Entry | null {
  const first = (which: keyof typeof names): [string, string] | null => {
    for (const name of names[which]) {
      const value = fields.get(name);
      if (value !== undefined && value !== '') return [name, value];
    }
    return null;
  };
  const url = first('url')?.[1];
  const method = first('method')?.[1];
  if (url === undefined || method === undefined || !/^[A-Z]{3,10}$/.test(method) || !url.includes('/')) return null;
  const status = first('status')?.[1] ?? '';
  const [clock, date] = first('time') ?? ['', ''];
  const upstream = first('upstream')?.[1];
  return entryOf(method, url, status, {
    ...momentOf(date),
    moment: clock.toLowerCase().startsWith('start') ? 'start' : 'end',
    ms: milliseconds(first),
    id: first('id')?.[1].slice(0, 80) ?? null,
    upstream: upstream === undefined ? null : /^\d{3}$/.test(upstream) ? Number(upstream) : upstream === '-' || upstream === '0' ? 0 : null,
    aborted: status === '499',
  });
}

function milliseconds(first: (which: keyof typeof names) => [string, string] | null): number | null {
  const nanoseconds = first('nanoseconds')?.[1];
  if (nanoseconds !== undefined && /^\d{1,18}$/.test(nanoseconds)) return Number(nanoseconds) / 1e6;
  const milli = first('milliseconds')?.[1];
  if (milli !== undefined && /^\d{1,9}(?:\.\d{1,9})?$/.test(milli)) return Number(milli);
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,15})?)(s|ms|µs)?$/.exec(first('seconds')?.[1] ?? '') ?? [];
  if (number === undefined) return null;
  return Number(number) * (unit === 'ms' ? 1 : unit === 'µs' ? 0.001 : 1000);
}

/** Objects become `outer.inner`; of a list the first element counts, as servers write headers. */
function flatten(value: unknown, name: string, fields: Map<string, string>, depth: number): void {
  if (fields.size >= mostFields || depth > 4) return;
  if (typeof value === 'string' || typeof value === 'number') fields.set(name, String(value));
  else if (Array.isArray(value)) flatten(value[0], name, fields, depth + 1);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) flatten(inner, name === '' ? key : `${name}.${key}`, fields, depth + 1);
}
