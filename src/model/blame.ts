import { z } from 'zod';
import { toolReport } from './tool-report.ts';

/** `path@version`, or the path alone of a main module. */
const module = z.string();

/** What `modwhy blame --format json` prints. */
export const blameSchema = toolReport('blame', {
  module: z.string(),
  /** The one that was asked about. */
  asked: z.string().nullable(),
  /** The one that the build uses. */
  version: z.string().nullable(),
  versionFrom: z.enum(['go list -m', 'go mod graph', 'go.mod']).nullable(),
  main: z.boolean(),
  /** From a main module to this one; the shortest first. */
  chains: z.array(z.object({ modules: z.array(module), used: z.boolean() })),
  /** How many modules require that version. */
  requirers: z.int(),
  others: z.array(z.object({ version: z.string(), by: z.array(module), count: z.int() })),
  required: z.object({ file: z.string(), line: z.int(), version: z.string(), indirect: z.boolean() }).nullable(),
  replacedBy: z.string().nullable(),
  excluded: z.array(z.string()),
  /** Null where `go mod why` was not asked; empty when no package is needed. */
  packages: z.array(z.string()).nullable(),
  sources: z.array(z.object({ name: z.string(), kind: z.string() })),
  next: z.array(z.object({ command: z.string(), says: z.string() })),
});

export type BlameReport = z.infer<typeof blameSchema>;
