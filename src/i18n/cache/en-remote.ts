import { ago, bytes, type FindingWords, headOf } from './en-words.ts';

/** What is said of findings about clones of repositories and the checksum database. */
export const remoteFindings = {
  'vcs-note-wrong': {
    title: () => 'The note beside a clone names another repository',
    says: ({ has }) =>
      has === ''
        ? 'The .info file is empty: go refuses the clone.'
        : `The .info file says ${has}, which is not what its name is the hash of: go refuses the clone.`,
  },
  'vcs-not-repository': {
    title: (_, { url }) => `The clone of ${url} is no repository any more`,
    says: (facts) => (facts.lost ? `Missing: ${facts.lost}.` : `${facts.broken} cannot be read. ${headOf(facts)}`.trim()),
  },
  'vcs-config': {
    title: (_, { url }) => `The settings of the clone of ${url} are damaged`,
    says: (facts) => `${headOf(facts)}Git stops at the file config.`,
  },
  'vcs-refs': {
    title: (_, { url }) => `The clone of ${url} has a damaged list of branches or tags`,
    says: ({ line, ref }) =>
      line === undefined
        ? `${ref} holds no commit. Go may then say no more than “unknown revision”.`
        : `Line ${line} of packed-refs is none that git takes.`,
  },
  'vcs-objects': {
    title: (_, { url }) => `The clone of ${url} has lost or damaged objects`,
    says: ({ object, lost, pack, bad }) =>
      `${
        object
          ? `Object ${object} is empty or not an object.`
          : lost
            ? `${lost} is gone, and its index is there.`
            : `${pack}: ${bad === 'hash' ? 'its checksum is another one' : bad === 'cut' ? 'it is cut' : 'it does not begin as such a file does'}.`
      } Go may then say no more than “unknown revision”.`,
  },
  'vcs-lock': {
    title: (_, { url }) => `A lock of git was left in the clone of ${url}`,
    says: ({ name, age, told }) =>
      `${name} is ${ago(age)} old${told ? ', and no process works in that folder' : ''}. A git that needs this lock says “File exists” until it is deleted. Look first that no go runs elsewhere on this cache.`,
  },
  'sumdb-tile': {
    title: () => 'A cached piece of the checksum database is cut',
    says: ({ bytes: found, expected }) => `It has ${bytes(found)} and must have ${expected}. Go stops with “bad result slice”.`,
  },
  'sumdb-lookup': {
    title: () => 'A cached answer of the checksum database is damaged',
    says: (facts) => `${headOf(facts)}Go reads it before it asks the server, and stops.`,
  },
  'sumdb-latest': {
    title: () => 'The noted state of the checksum database is damaged',
    says: (facts) =>
      `${headOf(facts)}Go stops with “malformed note”. go clean -modcache does not delete it; without it go takes the next signed state as a start.`,
  },
} as const satisfies Readonly<Record<string, FindingWords>>;
