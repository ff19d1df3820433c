import { z } from 'zod';

// What `modwhy history` prints. Times are UTC, as ISO 8601 has them.

const time = z.string().nullable();
const verdict = z.enum(['module-failure', 'not-module', 'unknown']);
const trendPoint = z.object({ at: z.string(), key: z.string(), logs: z.int() });

const failure = z.object({
  fingerprint: z.string(),
  verdict,
  cause: z.string().nullable(),
  code: z.string().nullable(),
  module: z.string().nullable(),
  version: z.string().nullable(),
  host: z.string().nullable(),
  path: z.string().nullable(),
  transient: z.boolean(),
  logs: z.int(),
  jobs: z.int(),
  runners: z.int(),
  first: time,
  last: time,
  state: z.enum(['new', 'regressed', 'ongoing', 'fixed']),
  flaky: z.boolean(),
  example: z.object({ source: z.string(), line: z.int().nullable(), text: z.string().nullable() }),
});

const logRow = z.object({
  source: z.string(),
  line: z.int().nullable(),
  text: z.string().nullable(),
  label: z.enum(['very-likely', 'likely', 'possible', 'unlikely']).nullable(),
  at: time,
  job: z.string().nullable(),
  commit: z.string().nullable(),
  runner: z.string().nullable(),
  ids: z.array(z.string()),
});

const period = z.object({ since: time, until: time });

const common = {
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('modwhy'), version: z.string() }),
  /** Without a password. */
  store: z.string(),
  /** What was asked for, besides times. */
  filter: z.record(z.string(), z.string()),
  period,
  totals: z.object({
    logs: z.int(),
    moduleFailures: z.int(),
    notModule: z.int(),
    unknown: z.int(),
    noFailure: z.int(),
    unreadable: z.int(),
    bytes: z.int(),
    first: time,
    last: time,
  }),
};

/** One schema for all: `type` says which. */
export const historyReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('history-top'), ...common, failures: z.array(failure) }),
  z.object({
    type: z.literal('history-trend'),
    ...common,
    by: z.enum(['cause', 'host', 'module', 'runner', 'job', 'fingerprint']),
    step: z.enum(['hour', 'day', 'week', 'month']),
    /** Steps without a log are left out; the key `other` is the sum of those that are not named. */
    points: z.array(trendPoint),
  }),
  z.object({
    type: z.literal('history-show'),
    ...common,
    failure,
    days: z.array(trendPoint),
    /** How it spreads: of all logs that name a host, module or runner, in how many it is. */
    pivot: z.array(z.object({ dimension: z.enum(['host', 'module', 'runner']), key: z.string(), failed: z.int(), logs: z.int() })),
    logs: z.array(logRow),
  }),
  z.object({
    type: z.literal('history-compare'),
    ...common,
    /** The time that `period` is compared with, and how many logs it has. */
    before: z.object({ ...period.shape, logs: z.int() }),
    failures: z.array(
      z.object({
        ...failure.pick({ fingerprint: true, cause: true, code: true, module: true, host: true }).shape,
        before: z.int(),
        after: z.int(),
        change: z.enum(['new', 'gone', 'more', 'fewer', 'same']),
      }),
    ),
  }),
  z.object({
    type: z.literal('history-prune'),
    ...common,
    /** Logs that ran before this go. */
    older: time,
    /** So many of the newest stay. */
    keep: z.int().nullable(),
    prunable: z.int(),
    /** 0 without --yes. */
    removed: z.int(),
  }),
  z.object({
    type: z.literal('history-unexplained'),
    ...common,
    /** Failures without a cause that say the same of different names. */
    clusters: z.array(
      z.object({
        template: z.string(),
        logs: z.int(),
        first: time,
        last: time,
        /** Messages that were put together. */
        templates: z.int(),
        examples: z.array(z.object({ source: z.string(), line: z.int().nullable(), text: z.string() })),
      }),
    ),
    /** How many are not shown. */
    more: z.int(),
    /** Of --drafts: files below its folder, those that were there already, and clusters that gave none. */
    drafts: z
      .object({ folder: z.string(), written: z.array(z.string()), kept: z.array(z.string()), without: z.array(z.string()) })
      .nullable(),
  }),
]);

export type HistoryReport = z.infer<typeof historyReportSchema>;
export type HistoryReportOf<T extends HistoryReport['type']> = Extract<HistoryReport, { type: T }>;
