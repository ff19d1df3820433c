import { z } from 'zod';
import { toolReport } from './tool-report.ts';

/** What `modwhy repro --format json` prints. */
export const reproSchema = toolReport('repro', {
  input: z.string(),
  failure: z
    .object({
      cause: z.string(),
      code: z.string(),
      title: z.string(),
      label: z.string(),
      module: z.string().nullable(),
      version: z.string().nullable(),
      text: z.string().nullable(),
    })
    .nullable(),
  /** `module`: an empty folder with a minimal go.mod. `folder`: a copy of the module's folder. */
  kind: z.enum(['module', 'folder']).nullable(),
  /** For one POSIX shell, in order. */
  steps: z.array(z.object({ id: z.string(), command: z.string(), says: z.string() })),
  /** With -o: what was written there. */
  bundle: z
    .object({ folder: z.string(), files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string(), says: z.string() })) })
    .nullable(),
});

export type ReproReport = z.infer<typeof reproSchema>;
