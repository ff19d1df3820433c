import { z } from 'zod';
import { toolReport } from './tool-report.ts';

const place = z.object({
  place: z.enum(['environment', 'go env file', 'GOROOT/go.env', 'default']),
  /** A file, or the variable in small letters. */
  where: z.string().nullable(),
  /** Null: it does not stand there. */
  value: z.string().nullable(),
  counts: z.boolean(),
  /** Why it does not count. */
  because: z.string().nullable(),
});

/** What `modwhy env why --format json` prints. */
export const envWhySchema = toolReport('env-why', {
  go: z.object({ version: z.string().nullable(), source: z.string() }),
  name: z.string(),
  /** As `go env NAME` prints it; null where only go itself can tell. */
  value: z.string().nullable(),
  from: z.enum(['environment', 'go env file', 'GOROOT/go.env', 'GOPRIVATE', 'default', 'found', 'evidence']),
  because: z.string(),
  /** The strongest first; empty for the settings of another machine. */
  places: z.array(place),
  change: z.array(z.object({ command: z.string(), says: z.string() })),
});

export type EnvWhyReport = z.infer<typeof envWhySchema>;
