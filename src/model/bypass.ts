import { z } from 'zod';
import { isDate } from './day.ts';
import { step } from './report.ts';

// What weakens the checks of modules on a machine and in a project, and who answers for it.

const line = (what: string) =>
  z
    .string(`expected ${what}`)
    .min(1, `expected ${what}`)
    .max(300, `expected ${what} of at most 300 characters`)
    .regex(/^[^\p{Cc}]*$/u, `expected ${what} in one line`);

/** One row of `bypasses.yaml`. */
export const bypassRecord = z.strictObject({
  id: line('the id of a bypass'),
  owner: line('who answers for it'),
  reason: line('why it is wanted'),
  until: z.string('expected a day such as 2027-01-31').refine(isDate, 'expected a day such as 2027-01-31'),
});

const bypassRow = z.object({
  id: z.string(),
  kind: z.enum(['setting', 'git', 'ci', 'replace']),
  /** `machine`: it counts for every project of this user. */
  scope: z.enum(['machine', 'project']),
  place: z.string(),
  line: z.int().nullable(),
  what: z.string(),
  /** What it switches off. */
  because: z.string(),
  /** The day on which the file was last changed; null where nothing shows it. */
  since: z.string().nullable(),
  state: z.enum(['recorded', 'overdue', 'unrecorded']),
  record: bypassRecord.nullable(),
  end: z.array(step),
});

const localReplace = z.object({ place: z.string(), line: z.int(), what: z.string(), because: z.string() });

export const bypassReportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('bypass'),
  tool: z.object({ name: z.literal('modwhy'), version: z.string() }),
  /** The day by which `overdue` is told. */
  day: z.string(),
  bypasses: z.array(bypassRow),
  /** Records of what is not there any more. */
  ended: z.array(bypassRecord),
  /** Replace lines that stay within the own repository: they weaken nothing, and are worth knowing. */
  local: z.array(localReplace).optional(),
  redactions: z.int(),
});

export type BypassRecord = z.infer<typeof bypassRecord>;
export type BypassRow = z.infer<typeof bypassRow>;
export type BypassReport = z.infer<typeof bypassReportSchema>;
/** A bypass before anybody's record is looked at. */
export type Weakening = Omit<BypassRow, 'state' | 'record'>;
export type LocalReplace = z.infer<typeof localReplace>;
