import { z } from 'zod';

const lineNumber = z.int().min(1);

/** A request that both sides saw, or that only the client saw. */
const sideRow = z.object({
  /** Of the log. */
  line: lineNumber,
  /** Of the file of the proxy; null: it has no such request. */
  fileLine: lineNumber.nullable(),
  key: z.string(),
  clientStatus: z.int().nullable(),
  clientError: z.string().nullable(),
  proxyStatus: z.int().nullable(),
  clientMs: z.number().nullable(),
  proxyMs: z.number().nullable(),
  /** By which the logs of the proxy know it. */
  requestId: z.string().nullable(),
});

/**
 * What the log of a client and the access log of a proxy say together.
 * `not-reached`: the proxy never got it; `upstream`: it got no good answer itself; `proxy`: it answered so; `answered`: its good answer did not arrive whole;
 * `client-left`: the client closed before the answer was complete; `changed`: something on the way answered in its place.
 */
export const sides = z.object({
  file: z.string(),
  formats: z.array(z.string()),
  host: z.string(),
  /** Requests of the client to that host, and those of them that the proxy has, too. */
  requests: z.int(),
  joined: z.int(),
  /** How far the clock of the proxy is ahead; null where one side has no times. */
  clock: z.object({ aheadMs: z.number(), uncertaintyMs: z.number(), pairs: z.int() }).nullable(),
  /** The first request that failed, and the side on which it did. */
  first: z
    .object({ is: z.enum(['not-reached', 'upstream', 'proxy', 'answered', 'client-left', 'changed']), because: z.string(), row: sideRow })
    .nullable(),
  /** The first ones, and before them those that failed. */
  rows: z.array(sideRow),
});

export type Sides = z.infer<typeof sides>;
export type SideRow = z.infer<typeof sideRow>;
export type FailedSide = NonNullable<Sides['first']>['is'];
