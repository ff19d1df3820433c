import { z } from 'zod';
import { toolReport } from './tool-report.ts';

const line = z.object({ line: z.int(), text: z.string() });
const cause = z.object({ cause: z.string(), code: z.string(), title: z.string(), label: z.string(), line: z.int().nullable() });
const side = z.object({ name: z.string(), lines: z.int(), failure: cause.nullable() });

const change = z.object({
  module: z.string(),
  kind: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  indirect: z.boolean(),
  because: z.string(),
  /** The failure is about this module. */
  concerns: z.boolean(),
});

/** What `GODEBUG=gocachehash=1` shows in both logs. */
const keys = z.object({
  /** Keys that both logs show, by what go calls them. */
  same: z.int(),
  changed: z.int(),
  /** What makes keys differ, that which changes most first. */
  reasons: z.array(
    z.object({
      kind: z.string(),
      subject: z.string(),
      good: z.string().nullable(),
      bad: z.string().nullable(),
      because: z.string(),
      /** The first keys that it changes by itself, as `build example.com/p`. */
      keys: z.array(z.string()),
      count: z.int(),
      /** The first keys that change only since these do. */
      followers: z.array(z.string()),
      followerCount: z.int(),
      goodLine: z.int().nullable(),
      badLine: z.int().nullable(),
    }),
  ),
  /** All reasons. */
  reasonCount: z.int(),
  onlyGood: z.int(),
  onlyBad: z.int(),
});

const logs = z.object({
  good: side,
  bad: side,
  common: z.int(),
  /** Where the two go apart, in the order of the bad log; at the failure and before it. */
  divergences: z.array(z.object({ good: z.array(line), bad: z.array(line), goodCount: z.int(), badCount: z.int(), failure: z.boolean() })),
  /** All places where they go apart. */
  places: z.int(),
  keys: keys.optional(),
  modules: z.array(z.object({ module: z.string(), good: z.array(z.string()), bad: z.array(z.string()) })),
  tools: z.array(z.object({ name: z.string(), good: z.string().nullable(), bad: z.string().nullable() })),
  settings: z.array(z.object({ name: z.string(), good: z.string().nullable(), bad: z.string().nullable(), because: z.string() })),
  missing: z.array(line),
  notReached: z.int(),
  added: z.array(line),
});

const dependencies = z.object({
  files: z.array(z.string()),
  /** What the failure of a log is about. */
  subjects: z.array(z.string()),
  changes: z.array(change),
  count: z.int(),
});

const commits = z.object({
  file: z.string(),
  subjects: z.array(z.string()),
  /** Newest first. */
  commits: z.array(
    z.object({
      hash: z.string(),
      date: z.string().nullable(),
      subject: z.string(),
      line: z.int(),
      concerns: z.boolean(),
      changes: z.array(change),
    }),
  ),
  count: z.int(),
});

/** What `modwhy compare --format json` prints: one of the three is not null. */
export const compareSchema = toolReport('compare', {
  logs: logs.nullable(),
  dependencies: dependencies.nullable(),
  commits: commits.nullable(),
});

export type CompareReport = z.infer<typeof compareSchema>;
export type ReportedChange = z.infer<typeof change>;
