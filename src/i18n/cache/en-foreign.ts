import { type FindingWords, ownerRule } from './en-words.ts';

/** What is said of findings about files that other tools put into the caches. */
export const foreignFindings = {
  'foreign-lock': {
    title: () => 'A lock file that is not from go',
    says: (facts) =>
      `Go's lock files are empty, and it does not look into them. ${ownerRule(facts)}${facts.own ? ' It has the name of a lock of go: whoever must delete it for the other tool does so while no go runs.' : ''}`,
  },
  'foreign-note': {
    title: () => 'Bookkeeping that is not from go',
    says: (facts) => `Go writes no such file and does not read it. ${ownerRule(facts)}`,
  },
  'per-task-log': {
    title: () => 'A log that is not from go',
    says: () =>
      "It tells of tasks with cache hits, inputs and outputs, as Gradle's build cache log does. Go has no such log: GODEBUG=gocachehash=1 and gocacheverify=1 show what go builds again, and why.",
  },
} as const satisfies Readonly<Record<string, FindingWords>>;
