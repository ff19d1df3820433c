import { z } from 'zod';
import { hypothesis, remedy } from './report.ts';

// What `modwhy doctor` prints, and what `explain --with` reads of it.

const step = z.object({
  id: z.string(),
  phase: z.enum(['reach', 'proxy', 'fallback']),
  /** The question of the decision tree that it answers. */
  question: z.enum(['settings', 'forward', 'reachable', 'second-resolver', 'answers', 'checksums', 'cache', 'git', 'direct', 'download']),
  /** Whether go gets there; else it was asked as a way out. */
  onWay: z.boolean(),
  /** What was shown before it ran: a request, a command, a file. */
  does: z.string(),
  budgetMs: z.int(),
  ms: z.int(),
  /** `undecided`: it ran, and its answer proves nothing. */
  outcome: z.enum(['ok', 'failed', 'undecided', 'left-out']),
  /** Whether go finds the module there: what the tree goes on with. */
  leads: z.enum(['found', 'not-found', 'error', 'open']),
  host: z.string().nullable(),
  /** Of the closed list of facts; null where none was learned. */
  fact: z.string().nullable(),
  /** A second fact, which says why: the hosts file sent the name there, or the server takes another login than that of .netrc. */
  also: z.enum(['hosts-file-maps', 'host-challenge-bearer', 'host-challenge-other']).optional(),
  says: z.string(),
});

const answer = z.object({
  /** Id of the step that decides. */
  step: z.string(),
  cause: z.string(),
  code: z.string(),
  title: z.string(),
  why: z.string(),
  remedies: z.array(remedy),
  /** Commands that only look, which the remedies may name; none where doctor itself has looked. */
  probes: hypothesis.shape.probes,
  discouraged: z.array(z.object({ what: z.string(), because: z.string() })),
  docs: z.array(z.string()),
});

export const doctorReportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('doctor'),
  tool: z.object({ name: z.literal('modwhy'), version: z.string(), catalog: z.string() }),
  module: z.string(),
  version: z.string().nullable(),
  /** `unfinished`: the budget ended, or somebody stopped it. */
  verdict: z.enum(['healthy', 'failed', 'undecided', 'unfinished']),
  /** How it knows that there is no network; null: there is one, or it cannot be known. */
  offline: z.string().nullable(),
  steps: z.array(step),
  answer: answer.nullable(),
  redactions: z.int(),
});

export type DoctorReport = z.infer<typeof doctorReportSchema>;
export type DoctorStep = z.infer<typeof step>;
export type DoctorAnswer = z.infer<typeof answer>;
