import type { SpanEnd, TraceMark } from '../../model/trace-mark.ts';
import { describeRequest } from './request-url.ts';

const sign = '# get ';
const answered = /^(\d{3})(?: [^()]{0,80})? \((\d{1,7}\.\d{3})s\)$/;
// net/url writes the address in quotes since Go 1.14.
const repeatedUrl = /^Get (?:"[^"\s]{1,2000}"|\S{1,2000}): /;
const longest = 300;

/** `# get URL`, then `# get URL: 200 OK (0.123s)` or `# get URL: error`. cmd/go/internal/web/http.go; the same words since Go 1.13. */
export function readRequest(text: string): TraceMark | null {
  if (!text.startsWith(sign)) return null;
  const end = text.indexOf(': ', sign.length);
  const url = text.slice(sign.length, end < 0 ? undefined : end).trimEnd();
  if (!/^(?:https?|file):\/\/\S+$/.test(url)) return null;
  const subject = describeRequest(url);
  const key = `get ${url}`;
  if (end < 0) return { trace: 'go -x', is: 'begin', key, subject };
  return { trace: 'go -x', is: 'end', key, subject, end: answer(text.slice(end + 2).trimEnd()) };
}

function answer(text: string): SpanEnd {
  const found = answered.exec(text);
  if (!found) return { ms: null, status: null, outcome: 'failed', error: text.replace(repeatedUrl, '').slice(0, longest) };
  const status = Number(found[1]);
  return { ms: Math.round(Number(found[2]) * 1000), status, outcome: outcomeOf(status), error: null };
}

/** 404 and 410 say that a module is not there, after which go asks the next server. https://go.dev/ref/mod#goproxy-protocol */
export function outcomeOf(status: number): SpanEnd['outcome'] {
  if (status === 404 || status === 410) return 'not-found';
  return status < 400 ? 'ok' : 'failed';
}
