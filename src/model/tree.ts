import { z } from 'zod';

// What `modwhy tree` prints. `schema/tree-v1.json` is generated from here. Readers ignore unknown fields; fields are only ever added.

const treeCause = z.object({
  cause: z.string(),
  code: z.string(),
  title: z.string(),
  label: z.enum(['very-likely', 'likely', 'possible', 'unlikely']),
});

/** A place in a decision tree: what is believed there, and the question that decides most from there on. */
const treeNode = z.object({
  /** Best first. */
  causes: z.array(treeCause),
  /** Null: nothing more can be asked that would change this. */
  get question() {
    return treeQuestion.nullable();
  },
});

const treeQuestion = z.object({
  /** Of `--answer ID=OUTCOME`. */
  id: z.string(),
  /** A command that only looks. */
  argv: z.array(z.string()),
  outcomes: z.array(
    z.object({
      id: z.string(),
      outcome: z.string(),
      then: z.string(),
      get next() {
        return treeNode;
      },
    }),
  ),
});

const wayQuestion = z.object({
  id: z.string(),
  argv: z.array(z.string()),
  outcomes: z.array(
    z.object({
      id: z.string(),
      outcome: z.string(),
      then: z.string(),
      /** Causes that it speaks for. */
      causes: z.array(z.object({ cause: z.string(), code: z.string() })),
    }),
  ),
});

/** A part of the way that go takes to a module. */
const stage = z.object({
  stage: z.enum(['configured', 'reachable', 'credentials', 'direct']),
  questions: z.array(wayQuestion),
  /** Work of several steps for causes of this part. */
  playbooks: z.array(z.object({ id: z.string(), title: z.string() })),
});

export const treeReportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('tree'),
  tool: z.object({ name: z.literal('modwhy'), version: z.string(), catalog: z.string() }),
  about: z.object({ kind: z.enum(['log', 'symptom', 'signal', 'cause', 'way']), name: z.string() }),
  /** One for each problem, or each message that a cause shares with others. */
  trees: z.array(z.object({ of: z.string(), root: treeNode })),
  /** Without a symptom: the way that go takes, part by part. */
  way: z.array(stage).nullable(),
  redactions: z.int(),
});

export type TreeNode = z.infer<typeof treeNode>;
export type TreeCause = z.infer<typeof treeCause>;
export type Stage = z.infer<typeof stage>;
export type TreeReport = z.infer<typeof treeReportSchema>;
