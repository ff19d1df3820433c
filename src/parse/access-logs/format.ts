import type { ProxyRequest } from '../../model/proxy-log.ts';
import { requestKey } from './request-key.ts';

/** One line of an access log; `key` null: it asks for something else than a module. */
export interface Entry extends Omit<ProxyRequest, 'line' | 'key'> {
  readonly key: string | null;
}

/** A way in which servers write their requests. */
export interface Format {
  readonly name: string;
  /** @returns null for a line that is not in it */
  read(line: string): Entry | null;
}

/** An entry with what every format has; the rest is unknown. */
export function entryOf(method: string, url: string, status: string, more: Partial<Entry>): Entry {
  const code = /^[1-5]\d\d$/.test(status) ? Number(status) : null;
  return {
    method,
    key: requestKey(url),
    status: code,
    at: null,
    precision: 1000,
    moment: 'either',
    ms: null,
    id: null,
    upstream: null,
    // nginx: the client closed the request.
    aborted: code === null && status === '499',
    ...more,
  };
}

// UUIDs, the 32 hex digits of nginx's $request_id, the 16 of a trace.
const ids = /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{16})\b/i;

/** The request id in the free part of a line. */
export function idIn(text: string): string | null {
  return ids.exec(text)?.[1] ?? null;
}
