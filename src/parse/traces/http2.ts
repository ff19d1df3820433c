import type { SpanEnd, TraceDecoder, TraceMark } from '../../model/trace-mark.ts';
import { describeRequest } from './request-url.ts';
import { outcomeOf } from './requests.ts';

const trace = 'GODEBUG=http2debug';
const mostOpen = 1000;
// net/http/h2_bundle.go. The address of a connection is in none of the lines about an answer, so streams are counted for each server.
const header = /^http2: Transport encoding header "(:authority|:path|:method|:scheme)" = "([^"\s]{1,2000})"/;
const status = /^http2: decoded hpack field header field ":status" = "(\d{3})"/;
const received = /^http2: Transport received (HEADERS|DATA|RST_STREAM|GOAWAY)(?: flags=(\S{1,60}))?(?: stream=(\d{1,9}))?/;
const errorCode = /ErrCode=([A-Z_]{1,40})/;
const failed = /^RoundTrip failure: (.{1,300})/;

interface Open {
  readonly key: string;
  readonly stream: number;
}

/** Lines of `GODEBUG=http2debug=1|2` in a client: requests with their answers; the status is there only with 2. */
export function createHttp2Reader(): TraceDecoder {
  let fields = new Map<string, string>();
  let answered: number | null = null;
  let open: Open[] = [];
  const streams = new Map<string, number>();
  const finish = (found: Open | undefined, end: SpanEnd): TraceMark => {
    answered = null;
    if (!found) return { trace, is: 'other' };
    open = open.filter((one) => one !== found);
    return { trace, is: 'end', key: found.key, subject: null, end };
  };
  const begin = (name: string, value: string): TraceMark => {
    fields.set(name, value);
    const [authority, path, scheme] = [fields.get(':authority'), fields.get(':path'), fields.get(':scheme')];
    if (authority === undefined || path === undefined || scheme === undefined) return { trace, is: 'other' };
    fields = new Map();
    if (streams.size >= mostOpen) streams.clear();
    const stream = (streams.get(authority) ?? -1) + 2;
    streams.set(authority, stream);
    const key = `http2 ${authority} ${stream}`;
    open.push({ key, stream });
    if (open.length > mostOpen) open.shift();
    return { trace, is: 'begin', key, subject: describeRequest(`${scheme}://${authority}${path}`) };
  };
  const read = (text: string): TraceMark => {
    const field = header.exec(text);
    if (field) return begin(field[1]!, field[2]!);
    const code = status.exec(text);
    if (code) answered = Number(code[1]);
    const failure = failed.exec(text);
    if (failure) {
      const stream = Number(/stream ID (\d{1,9})/.exec(text)?.[1] ?? Number.NaN);
      const found = open.find((one) => one.stream === stream) ?? (Number.isNaN(stream) ? open[0] : undefined);
      return finish(found, { ms: null, status: null, outcome: 'failed', error: failure[1]! });
    }
    const [, frame, flags = '', stream] = received.exec(text) ?? [];
    const found = open.find((one) => one.stream === Number(stream));
    if (frame === 'RST_STREAM')
      return finish(found, { ms: null, status: null, outcome: 'failed', error: `RST_STREAM ${errorCode.exec(text)?.[1] ?? ''}`.trim() });
    if (frame !== undefined && flags.split('|').includes('END_STREAM'))
      return finish(found, { ms: null, status: answered, outcome: answered === null ? 'ok' : outcomeOf(answered), error: null });
    return { trace, is: 'other' };
  };
  return {
    read: (text) =>
      text.startsWith('http2: ') || text.startsWith('RoundTrip failure: ') || text.startsWith('transport got GOAWAY') ? [read(text)] : [],
  };
}
