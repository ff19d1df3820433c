import { z } from 'zod';
import { toolReport } from './tool-report.ts';

const side = z.object({
  name: z.string(),
  /** Where the output of `go env` begins in it. */
  line: z.int(),
  go: z.string().nullable(),
  system: z.string().nullable(),
  variables: z.int(),
});

const difference = z.object({
  name: z.string(),
  /** Null where it was not shown. */
  a: z.string().nullable(),
  b: z.string().nullable(),
  meaning: z.string(),
  /** 100 to 0: how much it can do. */
  weight: z.int(),
  because: z.string(),
  /** Entries of a list, and flags, that one side alone has. */
  onlyA: z.array(z.string()),
  onlyB: z.array(z.string()),
  /** What it would explain. */
  causes: z.array(z.object({ cause: z.string(), code: z.string(), title: z.string() })),
});

/** What `modwhy env diff --format json` prints. */
export const envDiffSchema = toolReport('env-diff', {
  a: side,
  b: side,
  /** The strongest first. */
  differences: z.array(difference),
  expected: z.array(difference),
});

export type EnvDiffReport = z.infer<typeof envDiffSchema>;
