import { bytes, type FindingWords, headOf } from './en-words.ts';

/** What is said of findings about the build cache. */
export const buildFindings = {
  'build-index': {
    title: () => 'The index of a module in the build cache is damaged',
    says: () => 'It has the right length and another hash than its name says; go believes the length. Without the file go makes it again.',
  },
  'build-output': {
    title: () => 'A file in the build cache is damaged',
    says: () =>
      'It has the right length and another hash than its name says; go believes the length and gives it to the compiler or linker. Without the file go builds it again.',
  },
  'build-entry': {
    title: () => 'An entry of the build cache is damaged',
    says: (facts) => `It has ${bytes(facts.bytes)}. Go takes it as missing and builds again.`,
  },
  'build-output-cut': {
    title: () => 'An output in the build cache is cut',
    says: ({ bytes: found, expected }) =>
      `It has ${bytes(found)}, and its entry says ${expected}. Go takes it as missing and builds again.`,
  },
  'trim-broken': {
    title: () => 'trim.txt of the build cache holds no time',
    says: (facts) => `${headOf(facts)}Go trims the cache at once and writes it anew.`,
  },
  'test-expire-broken': {
    title: () => 'testexpire.txt of the build cache holds no time',
    says: (facts) => `${headOf(facts)}Go takes all cached test results as valid, as if go clean -testcache had never run.`,
  },
} as const satisfies Readonly<Record<string, FindingWords>>;
