import type { FailedSide } from '../model/sides.ts';

/** What the log of a client and that of a proxy say together. */
export const sides = {
  row: 'both sides',
  joined: (file: string, joined: number, requests: number, host: string) =>
    `${file} has ${joined} of the ${requests} ${requests === 1 ? 'request' : 'requests'} to ${host} that this log shows`,
  clock: (ahead: string, uncertainty: string, isAhead: boolean) =>
    `its clock is ${ahead} ${isAhead ? 'ahead' : 'behind'} (± ${uncertainty})`,
  sameClock: (uncertainty: string) => `its clock is the same (± ${uncertainty})`,
  noClock: 'the clocks cannot be compared, so only requests that are as many on both sides are joined',
  first: (side: string, line: number, key: string) => `first failure: ${side} (line ${line}, ${key})`,
  there: (file: string, line: number, status: number | null, seconds: string | null, id: string | null) =>
    `${file}:${line}${status === null ? '' : ` answered ${status}`}${seconds === null ? '' : ` after ${seconds} s`}${id === null ? '' : `, request id ${id}`}`,
  because: {
    'not-reached': 'the request never reached the proxy: its log covers that time and does not have it',
    upstream: 'the proxy got the request, and the server behind it failed',
    proxy: 'the proxy got the request and answered so itself',
    answered: 'the proxy answered well, and the answer did not arrive whole: it broke off on the way or at the client',
    'client-left': 'the client closed the connection before the proxy had answered',
    changed: 'the proxy answered something else: a server on the way answered in its place',
  } satisfies Record<FailedSide, string>,
  /** The same of a HAR, which a proxy between go and the servers has recorded. */
  recorded: {
    'not-reached': 'the recording covers that time and does not have the request: it went another way, or never left',
    upstream: 'the recording has the request; the server, or one behind it, failed or gave no answer',
    proxy: 'the server answered so, as the recording shows',
    answered: 'the recording has a good answer, and it did not arrive whole: it broke off between the recorder and go',
    'client-left': 'go closed the connection before the answer was complete',
    changed: 'the recording has another answer: something between the recorder and go answered in its place',
  } satisfies Record<FailedSide, string>,
} as const;
