import { z } from 'zod';

const lineNumber = z.int().min(1);

/** Something that took time, as a trace shows it. */
export const span = z.object({
  // `request`: go asked a server. `vcs`: git, hg or another program ran. `build`: an action of the build. `step`: a part of the go command's own work.
  kind: z.enum(['request', 'vcs', 'build', 'step']),
  /** Of a request, what was asked for (`mod`, `zip`, `sumdb-tile`); of git, its command; of a build, the tool. */
  what: z.string(),
  /** Who was asked. */
  host: z.string().nullable(),
  module: z.string().nullable(),
  version: z.string().nullable(),
  /** The URL, the command, the package. */
  text: z.string(),
  /** The file of `--with` whose lines `line` and `endLine` count; null: the log. */
  file: z.string().nullable(),
  lane: z.string(),
  line: lineNumber,
  /** Null: the end was not seen. */
  endLine: lineNumber.nullable(),
  /** Milliseconds since the first span of the log or file began; with `derived`, of the lane. */
  start: z.number(),
  /** Null: nothing says how long it took. */
  ms: z.number().nullable(),
  // `derived`: the trace has durations only, and starts were put as early as the order of the lines allows.
  clock: z.enum(['measured', 'derived']),
  // `ended`: the trace does not say how. `open`: no end was seen.
  outcome: z.enum(['ok', 'not-found', 'failed', 'ended', 'open']),
  /** The HTTP status that came back. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** 2: the same was asked once before. */
  attempt: z.int().min(1),
  /** How many others ran when it began. */
  beside: z.int().min(0),
});

/** What all traces of a log say together. */
export const traces = z.object({
  /** Which traces were seen, as people switch them on: `go -x`, `GODEBUG=netdns`. */
  kinds: z.array(z.string()),
  /** Of all spans, those behind the cap too. */
  seen: z.object({ spans: z.int(), failed: z.int(), open: z.int(), retried: z.int(), mostAtOnce: z.int() }),
  /** From the first start to the last end, where spans were seen. */
  totalMs: z.number().nullable(),
  // Time in which at least one such span ran; `gc`: the program stood still for the garbage collector; `cpu`: processors that worked, by samples.
  time: z.array(z.object({ what: z.enum(['requests', 'vcs', 'build', 'gc', 'cpu', 'init']), ms: z.number() })),
  servers: z.array(
    z.object({
      host: z.string(),
      requests: z.int(),
      failed: z.int(),
      open: z.int(),
      /** Sum over its requests. */
      ms: z.number(),
      slowest: z.object({ ms: z.number(), line: lineNumber, text: z.string() }).nullable(),
    }),
  ),
  /** What the program did most of the time, and the line that shows it last. */
  verdict: z.object({ is: z.enum(['waiting', 'cpu', 'gc']), because: z.string(), line: lineNumber }).nullable(),
  /** Who turned names into addresses. */
  resolver: z.object({ is: z.enum(['go', 'cgo', 'dynamic']), because: z.string(), line: lineNumber, lookups: z.int() }).nullable(),
  /** Tests that were run again although Go caches results, each package once for each reason. */
  reruns: z.array(z.object({ package: z.string().nullable(), because: z.string(), line: lineNumber })).optional(),
  /** Of how many actions of the build the cache keys are shown, and what goes into many of them. */
  cacheKeys: z
    .object({
      packages: z.int(),
      programs: z.int(),
      vetted: z.int(),
      inputs: z.array(
        z.object({
          kind: z.string(),
          /** A variable, a tool. */
          subject: z.string(),
          values: z.array(z.string()),
          /** There are further values. */
          more: z.boolean(),
          line: lineNumber,
        }),
      ),
    })
    .optional(),
  /** Requests without an answer at the end, after which nothing more came. */
  stall: z.object({ line: lineNumber, text: z.string(), quietMs: z.number().nullable() }).nullable(),
});

export type Span = z.infer<typeof span>;
export type Traces = z.infer<typeof traces>;
