import { z } from 'zod';
import { incidentRoute } from './route.ts';
import { sides } from './sides.ts';
import { span, traces } from './span.ts';

// The report, schemaVersion 1. `schema/report-v1.json` is generated from here. Readers ignore unknown fields; fields are only ever added.

export const verdict = z.enum(['module-failure', 'not-module', 'unknown', 'no-failure']);
const label = z.enum(['very-likely', 'likely', 'possible', 'unlikely']);
const observer = z.enum(['local', 'proxy', 'sumdb', 'vcs', 'http-proxy', 'ci-runner']);
const lineNumber = z.int().min(1);
const environment = z.record(z.string(), z.string());

/** Where a setting lives, or where a command is typed. */
export const place = z.enum([
  'posix',
  'powershell',
  'cmd',
  'dockerfile',
  'github-actions',
  'gitlab-ci',
  'azure-pipelines',
  'jenkins',
  'ci',
]);

// What to write there instead of typing the step: `variable` sets one, `secret` takes one from where secrets are kept, `command` runs before what failed.
const places = z.array(z.object({ place, what: z.enum(['variable', 'secret', 'command']), fragment: z.string() }));
// Null: that shell has no words for it, and the step is done by hand.
const shells = { posix: z.string(), powershell: z.string().nullable(), cmd: z.string().nullable() };

export const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run'),
    argv: z.array(z.string()),
    ...shells,
    env: environment,
    cwd: z.string().nullable(),
    changes: z.array(z.string()),
    places,
  }),
  z.object({ kind: z.literal('set-env'), name: z.string(), value: z.string(), ...shells, places }),
  z.object({ kind: z.literal('unset-env'), name: z.string(), ...shells, places }),
  z.object({ kind: z.literal('edit-file'), path: z.string(), find: z.string(), replace: z.string(), ...shells }),
  z.object({ kind: z.literal('manual'), text: z.string() }),
]);

const routeSummary = z.object({
  error: z.string().nullable(),
  servers: z.array(
    z.object({
      kind: z.enum(['proxy', 'direct', 'off']),
      host: z.string().nullable(),
      through: z.string().nullable(),
      onError: z.enum(['next', 'fail']),
    }),
  ),
  /** The checksum database that is asked. */
  sumdb: z.string().nullable(),
});

/** What a remedy changes about who is asked for the module. */
const effect = z.object({
  /** `defaults`: none were seen, and these are Go's own. */
  settings: z.enum(['seen', 'defaults']),
  module: z.string(),
  before: routeSummary,
  after: routeSummary,
});

export const remedy = z.object({
  id: z.string(),
  title: z.string(),
  applicability: z.enum(['automatic', 'confirm', 'placeholder', 'manual']),
  risk: z.enum(['none', 'caution', 'unsafe']),
  sideEffects: z.array(z.string()),
  network: z.boolean(),
  steps: z.array(step),
  undo: z.array(step),
  verify: z.array(step),
  price: z.string().nullable(),
  discouraged: z.string().nullable(),
  /** Only of a remedy that changes a setting of the route, where the module is known. */
  effect: effect.nullable(),
});

const evidence = z.object({
  for: z.boolean(),
  weight: z.number(),
  signal: z.string(),
  // `entry`: the file of an archive, and the line counted in it; `line` counts through all of the input.
  // `answered`: nobody's file, but an answer of the reader; `line` is its position in `answers`.
  source: z.object({
    input: z.string(),
    entry: z.string().nullable(),
    entryLine: lineNumber.optional(),
    answered: z.literal(true).optional(),
  }),
  line: lineNumber,
  offset: z.int(),
  text: z.string(),
  says: z.string().nullable(),
});

const contrast = z.object({ against: z.string(), because: z.string(), line: lineNumber.nullable() });

export const hypothesis = z.object({
  rank: z.int(),
  cause: z.string(),
  code: z.string(),
  title: z.string(),
  why: z.string(),
  label,
  confidence: z.number().min(0).max(1),
  score: z.number(),
  prior: z.number(),
  observer,
  transient: z.boolean(),
  severity: z.enum(['error', 'warning', 'info']),
  evidence: z.array(evidence),
  contrast: z.array(contrast),
  remedies: z.array(remedy),
  probes: z.array(z.object({ argv: z.array(z.string()), if: z.array(z.object({ outcome: z.string(), then: z.string() })) })),
  discouraged: z.array(z.object({ what: z.string(), because: z.string() })),
  docs: z.array(z.string()),
});

/** Where a problem sits. */
const domain = z.object({
  is: z.enum(['this-machine', 'forward-proxy', 'goproxy', 'goproxy-upstream', 'vcs-host', 'checksum-database', 'unknown']),
  host: z.string().nullable(),
  because: z.string(),
  /** The line of the log that shows it. */
  line: lineNumber.nullable(),
});

// `unseen`: the log does not show whether that was done.
const playbook = z.object({
  id: z.string(),
  title: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['done', 'due', 'later', 'unseen']),
      why: z.string().nullable(),
      steps: z.array(step),
    }),
  ),
});

/** A command that only looks, and what each outcome would mean: asked where the log does not decide. */
const question = z.object({
  /** Of `--answer ID=OUTCOME`. */
  id: z.string(),
  argv: z.array(z.string()),
  outcomes: z.array(
    z.object({
      id: z.string(),
      outcome: z.string(),
      then: z.string(),
      /** The cause that leads after this answer. */
      leads: z.object({ cause: z.string(), title: z.string(), label }).nullable(),
    }),
  ),
});

const incident = z.object({
  id: z.string(),
  fingerprint: z.string(),
  verdict: z.enum(['module-failure', 'not-module', 'unknown']),
  terminal: z.boolean(),
  recovered: z.boolean(),
  command: z.object({ text: z.string(), line: lineNumber, exitCode: z.int().nullable(), goVersion: z.string().nullable() }).nullable(),
  subject: z.object({
    module: z.string().nullable(),
    version: z.string().nullable(),
    host: z.string().nullable(),
    path: z.string().nullable(),
  }),
  domain,
  // Only where the settings were seen, in the log or in a file beside it, and the module is known.
  route: incidentRoute.nullable(),
  // The place of the command that failed: the form of a remedy that fits best.
  place,
  blast: z.object({ modules: z.int(), hosts: z.int(), lines: z.int() }),
  hypotheses: z.array(hypothesis),
  // Where mending it takes more than one step, and the first hypothesis is at least likely.
  playbook: playbook.optional(),
  // Where the log does not decide: the one that separates the hypotheses best is first.
  questions: z.array(question).optional(),
});

const timelineEvent = z.object({
  at: z.string().nullable(),
  t: z.number().nullable(),
  clock: z.enum(['utc', 'local', 'relative', 'order']),
  line: lineNumber,
  lane: z.string(),
  kind: z.enum(['command', 'download', 'request', 'error', 'retry', 'gap', 'exit']),
  text: z.string(),
  ms: z.number().nullable(),
});

const advice = z.object({
  line: lineNumber,
  text: z.string(),
  verdict: z.enum(['unsafe', 'no-effect', 'obsolete']),
  /** What it does, or does not do. */
  because: z.string(),
  /** What to do in its place. */
  instead: z.string(),
});

/** An earlier attempt of a command that `modwhy run` tried again. */
const attempt = z.object({ exitCode: z.int(), cause: z.string(), code: z.string(), title: z.string(), waitMs: z.int() });

export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('report'),
  index: z.int().min(0),
  tool: z.object({ name: z.literal('modwhy'), version: z.string(), catalog: z.string(), calibration: z.null() }),
  input: z.object({
    name: z.string(),
    entries: z.array(z.string()),
    lines: z.int(),
    bytes: z.int(),
    encoding: z.string(),
    dialects: z.array(z.string()),
    complete: z.boolean(),
    /** `line`: where somebody else had cut before the input came to us; the numbers are then the limit that they name, or 0. */
    cut: z.array(z.object({ limit: z.string(), seen: z.number(), kept: z.number(), line: lineNumber.optional() })),
  }),
  verdict,
  incidents: z.array(incident),
  timeline: z.array(timelineEvent),
  // Only where the log, or a file beside it, holds traces.
  spans: z.array(span).optional(),
  traces: traces.optional(),
  // One for each access log of a proxy beside the log that has some of its requests.
  sides: z.array(sides).optional(),
  advice: z.array(advice),
  unexplained: z.array(z.object({ line: lineNumber, text: z.string() })),
  // What the reader answered, in that order; evidence with `answered` names one of these by its position.
  answers: z
    .array(z.object({ question: z.string(), outcome: z.string(), argv: z.array(z.string()), text: z.string(), then: z.string() }))
    .optional(),
  // What of the files beside the log is worth knowing whatever the cause is; `line` is one of `input`.
  beside: z.array(z.object({ input: z.string(), line: lineNumber, text: z.string(), says: z.string() })).optional(),
  redactions: z.int(),
  /** Only of `modwhy run`, when it tried the command again: the attempts before this one, in order. */
  attempts: z.array(attempt).optional(),
  /** Rows of `watch` only: counts the reports of one build that differ, from 1. */
  revision: z.int().min(1).optional(),
  /** Rows of `watch` only: nothing will change it any more. */
  final: z.boolean().optional(),
  /** With the evidence of this folder: what weakens checks here, and is overdue or not recorded. */
  notes: z.array(z.string()).optional(),
});

export const errorRowSchema = z.object({
  type: z.literal('error'),
  index: z.int().min(0),
  input: z.object({ name: z.string() }),
  error: z.object({ code: z.string(), message: z.string() }),
});

export type Report = z.infer<typeof reportSchema>;
export type Attempt = z.infer<typeof attempt>;
export type ErrorRow = z.infer<typeof errorRowSchema>;
export type Incident = z.infer<typeof incident>;
export type Hypothesis = z.infer<typeof hypothesis>;
export type Question = z.infer<typeof question>;
export type Domain = z.infer<typeof domain>;
export type Effect = z.infer<typeof effect>;
export type Evidence = z.infer<typeof evidence>;
export type Remedy = z.infer<typeof remedy>;
export type ReportPlaybook = z.infer<typeof playbook>;
export type Place = z.infer<typeof place>;
export type ReportStep = z.infer<typeof step>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type Advice = z.infer<typeof advice>;
export type Verdict = z.infer<typeof verdict>;
export type Label = z.infer<typeof label>;
