import { z } from 'zod';

// Rule files as people write them. Only the build and `--rules` load this; the built-in pack is checked long before.

const observer = z.enum(['local', 'proxy', 'sumdb', 'vcs', 'http-proxy', 'ci-runner']);
const captureType = z.enum([
  'module',
  'escaped-module',
  'package',
  'version',
  'go-version',
  'host',
  'url',
  'path',
  'address',
  'name',
  'int',
  'text',
]);

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const signalRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  literals: z.array(z.string().min(4)).min(1),
  frame: z.string().min(4),
  captures: z.record(z.string(), captureType).default({}),
  observer: observer.default('local'),
  generic: z.boolean().default(false),
  role: z.enum(['error', 'context', 'note']).default('error'),
  go: z.string().optional(),
  examples: z.strictObject({
    match: z
      .array(
        z.strictObject({
          go: z.string().optional(),
          origin: z.enum(['lab', 'source']),
          text: z.string(),
          captures: z.record(z.string(), z.string()).optional(),
        }),
      )
      .min(1),
    near: z.array(z.strictObject({ text: z.string(), because: z.string() })).default([]),
  }),
});

const step = z.union([
  z.strictObject({
    run: z.array(z.string()).min(1),
    env: z.record(z.string(), z.string()).optional(),
    cwd: z.string().optional(),
    changes: z.array(z.string()).optional(),
  }),
  z.strictObject({ 'set-env': z.strictObject({ name: z.string(), value: z.string() }) }),
  z.strictObject({ 'unset-env': z.string() }),
  z.strictObject({ 'edit-file': z.strictObject({ path: z.string(), find: z.string(), replace: z.string() }) }),
  z.strictObject({ manual: z.string() }),
]);

const remedy = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  applicability: z.enum(['automatic', 'confirm', 'placeholder', 'manual']),
  risk: z.enum(['none', 'caution', 'unsafe']).default('none'),
  'side-effects': z.array(z.string()).default([]),
  network: z.boolean().default(false),
  price: z.string().optional(),
  // Offered only when one of these signals fired, or unless one of them did.
  when: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
  // Offered only for a problem with one of these servers; empty: with any.
  hosts: z.array(z.string()).default([]),
  // Not offered for a problem with one of these.
  'not-hosts': z.array(z.string()).default([]),
  steps: z.array(step).min(1),
  undo: z.array(step).default([]),
  verify: z.array(z.array(z.string()).min(1)).default([]),
  proof: z.array(z.string().regex(/^lab:[a-z0-9-]+$/)).default([]),
});

export const causeRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
  code: z.string().regex(/^GM\d{4}$/),
  since: z.string(),
  status: z.enum(['trial', 'stable', 'retired']),
  severity: z.enum(['error', 'warning', 'info']),
  transient: z.boolean(),
  prior: z.enum(['rare', 'uncommon', 'common']),
  title: z.string(),
  why: z.string(),
  // A narrower title and reason, where the strongest signal is one of these.
  variants: z.array(z.strictObject({ signals: z.array(z.string()).min(1), title: z.string(), why: z.string() })).default([]),
  subject: z.array(z.enum(['module', 'version', 'host', 'path', 'package'])).default([]),
  signals: z.record(z.string(), z.enum(['decisive', 'strong', 'moderate', 'weak', 'contra'])),
  links: z
    .array(
      z.strictObject({
        type: z.enum(['explains', 'excludes', 'masks']),
        target: z.string(),
        when: z.strictObject({ observer }).optional(),
        because: z.string().optional(),
      }),
    )
    .default([]),
  probes: z
    .array(
      z.strictObject({
        // With an id it is asked as a question, and every outcome says what it means.
        id: slug.optional(),
        run: z.array(z.string()).min(1),
        if: z
          .array(
            z.strictObject({
              id: slug.optional(),
              outcome: z.string(),
              then: z.string(),
              shows: z.string().optional(),
              means: z.record(z.string(), z.enum(['strong', 'moderate', 'weak', 'contra'])).default({}),
            }),
          )
          .min(2),
      }),
    )
    .default([]),
  remedies: z.array(remedy).default([]),
  'no-remedy': z.string().optional(),
  discouraged: z.array(z.strictObject({ what: z.string(), because: z.string() })).default([]),
  docs: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), what: z.string() })).default([]),
});

const words = z.string().min(1);

export const playbookRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  since: z.string(),
  title: words,
  // Only for a problem with one of these servers; empty: with any.
  hosts: z.array(words).default([]),
  steps: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        title: words,
        steps: z.array(step).min(1),
        // Cause to the sentence that says why this step is the next one.
        due: z.record(z.string(), words).default({}),
        // Cause, signal, fact or `repeated` to the sentence that says how one sees that it is done.
        done: z.record(z.string(), words).default({}),
      }),
    )
    .min(2),
});

export const phraseFile = z.strictObject({ starts: z.record(words, words), phrases: z.record(z.string().min(4), words) });

export const signalFile = z.array(signalRule);

export type SignalRule = z.infer<typeof signalRule>;
export type PhraseRules = z.infer<typeof phraseFile>;
export type CauseRule = z.infer<typeof causeRule>;
export type PlaybookRule = z.infer<typeof playbookRule>;
