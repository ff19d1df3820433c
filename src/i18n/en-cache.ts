import type { Widened } from './texts.ts';

export type Facts = Readonly<Record<string, string | number>>;

interface FindingWords {
  /** `of` is `example.com/lib v1.2.3`, or the name of the file. */
  title(of: string, facts: Facts): string;
  says(facts: Facts): string;
}

const heads: Readonly<Record<string, string>> = {
  empty: 'It is empty.',
  html: 'It is an HTML page, as a proxy or a login portal sends it.',
  json: 'It is JSON, as a server sends it with an error.',
  zeros: 'It holds zeros only, as after a power cut or a full disk.',
  gzip: 'It is packed with gzip.',
  zip: '',
  text: '',
  bytes: '',
  lost: 'It is gone.',
};

const headOf = ({ head }: Facts) => (heads[String(head ?? '')] ? `${heads[String(head)]} ` : '');
const bytes = (count: string | number | undefined) => `${count} ${count === 1 ? 'byte' : 'bytes'}`;
/** Whether go trips over a bad zip depends on the folder. */
const unpackedToo = ({ unpacked }: Facts) =>
  unpacked
    ? 'Builds use the unpacked folder and do not see it; go mod verify does, and so do builds once the folder is gone.'
    : 'Go does not download it again while it is there.';
const plural = (count: string | number | undefined, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

function differences({ changed, changedNames, lost, lostNames, added, addedNames }: Facts): string {
  const parts = [
    ...(changed ? [`${plural(changed, 'file', 'files')} changed (${changedNames}${more(changed, changedNames)})`] : []),
    ...(lost ? [`${plural(lost, 'file', 'files')} gone (${lostNames}${more(lost, lostNames)})`] : []),
    ...(added ? [`${plural(added, 'file', 'files')} added (${addedNames}${more(added, addedNames)})`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : 'Their hash is not the one of the zip.';
}

const more = (count: string | number, names: string | number | undefined) =>
  Number(count) > String(names).split(', ').length ? ', …' : '';

/** `3 days`: the largest unit that gives a whole number above one. */
function ago(seconds: string | number | undefined): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, length] = units.find(([, one]) => Number(seconds) >= 2 * one) ?? ['second', 1];
  const count = Math.floor(Number(seconds) / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const ownerRule = (facts: Facts) => {
  const who = facts.pid === undefined ? '' : ` by process ${facts.pid}`;
  const when = facts.age === undefined ? '' : `, ${ago(facts.age)} ago`;
  const states: Readonly<Record<string, string>> = {
    leftover: 'That process is gone and the note is older than 300 seconds: by the rule of such tools it is left behind.',
    live: 'That process is running: leave it alone.',
    young: 'That process is gone, but the note is not yet 300 seconds old, after which such tools take it as left behind.',
    unknown: `Whether its process lives cannot be known from here${facts.host ? ` (it is of host ${facts.host})` : ''}.`,
  };
  return `Written${who}${when}. ${states[String(facts.state)] ?? ''}`;
};

const findings = {
  'disk-full': {
    title: () => 'The disk is full, or nearly',
    says: ({ free, names }) =>
      `${Math.floor(Number(free) / 2 ** 20)} MiB are free${names === undefined ? '' : `, and room for ${names} more files`}. Downloads and builds break off, and leave cut files behind.`,
  },
  'read-only': {
    title: () => 'The file system is read-only',
    says: () => 'Go can use what is there, and store nothing new.',
  },
  'not-writable': {
    title: () => 'This user may not write here',
    says: ({ owner, user }) => (owner === undefined ? 'Writing is refused.' : `It belongs to user ${owner}, and this is user ${user}.`),
  },
  unreadable: {
    title: () => 'Files that this user may not read',
    says: ({ count }) =>
      `${plural(count, 'name', 'names')} could not be read, so what is in there is not known here, and not to go either.`,
  },
  'other-owner': {
    title: () => 'Files of another user in the cache',
    says: ({ count, owner, expected }) =>
      `${plural(count, 'name belongs', 'names belong')} to user ${owner}${owner === 0 ? ' (root)' : ''}, and the cache to user ${expected}: an earlier sudo go or a container made them. Go fails where it must write there.`,
  },
  'not-a-folder': {
    title: (of) => `${of} is a file, and go needs a folder there`,
    says: () => 'Go cannot make the folder while the file is there.',
  },
  'odd-file': {
    title: (of) => `No file, but a link, pipe or folder among the downloads of ${of}`,
    says: () => 'Go expects a file of this name. On a pipe it waits for ever.',
  },
  'lock-held': {
    title: (of) => `${of} is locked now`,
    says: ({ pid, command }) =>
      pid
        ? `Process ${pid}${command ? ` (${command})` : ''} holds the lock. Other go commands wait for it without a message.`
        : 'A process that is not seen from here holds the lock, as one outside of this container. Other go commands wait for it without a message.',
  },
  'zip-cut': {
    title: (of) => `The zip of ${of} is cut or is no zip`,
    says: (facts) => `It has ${bytes(facts.bytes)} and no table of contents at its end. ${headOf(facts)}${unpackedToo(facts)}`,
  },
  'zip-damaged': {
    title: (of) => `The zip of ${of} is damaged inside`,
    says: ({ name, ...facts }) =>
      `${name ? `${name} cannot be unpacked` : 'Its contents cannot be unpacked'}, or has another checksum than the zip says. ${unpackedToo(facts)}`,
  },
  'zip-of-other': {
    title: (of) => `The zip of ${of} is the one of another module or version`,
    says: ({ name, ...facts }) => `It holds ${name}. ${unpackedToo(facts)}`,
  },
  'zip-changed': {
    title: (of) => `The zip of ${of} was changed`,
    says: ({ found, recorded }) => `It hashes to ${found}; .ziphash and what it is compared with say ${recorded}.`,
  },
  'ziphash-wrong': {
    title: (of) => `The noted hash of ${of} is wrong, its zip is right`,
    says: ({ found, recorded }) =>
      `.ziphash says ${recorded}; the zip hashes to ${found}, as it should. Go believes .ziphash and reports a checksum mismatch.`,
  },
  'pair-differs': {
    title: (of) => `The zip of ${of} and its noted hash do not belong together`,
    says: ({ found, recorded }) => `The zip hashes to ${found}, .ziphash says ${recorded}; nothing here says which one is right.`,
  },
  'ziphash-broken': {
    title: (of) => `The noted hash of ${of} is damaged`,
    says: (facts) =>
      `.ziphash has ${bytes(facts.bytes)} that are no hash. Go since 1.17 computes it anew when it needs it; go mod verify and older ones fail.`,
  },
  'ziphash-lost': {
    title: (of) => `The noted hash of ${of} is gone`,
    says: () => 'The zip is there without its .ziphash. Go hashes the zip again when it needs it; go mod verify fails until then.',
  },
  'not-go-sum': {
    title: (of) => `${of} in the cache is not the one of go.sum`,
    says: ({ found, named }) =>
      `The copy here is whole and hashes to ${found}; go.sum says ${named}. One of the two comes from elsewhere: compare with the checksum database before you change either.`,
  },
  'mod-empty': {
    title: (of) => `The cached go.mod of ${of} is empty`,
    says: () => 'Go compares it with go.sum each time, finds the hash of an empty file, and never fetches it again while it is there.',
  },
  'mod-broken': {
    title: (of) => `The cached go.mod of ${of} is no go.mod`,
    says: (facts) =>
      `${headOf(facts)}It has no module line. Go compares it with go.sum each time, and never fetches it again while it is there.`,
  },
  'mod-changed': {
    title: (of) => `The cached go.mod of ${of} was changed`,
    says: () =>
      'It is not the go.mod that the zip or go.sum names. Go compares it with go.sum each time, and never fetches it again while it is there.',
  },
  'mod-not-go-sum': {
    title: (of) => `The go.mod of ${of} in the cache is not the one of go.sum`,
    says: () =>
      'The zip has the same go.mod as the cache, so the copy here is whole, and go.sum means another one: compare with the checksum database before you change either.',
  },
  'tree-changed': {
    title: (of) => `The unpacked files of ${of} were changed`,
    says: (facts) => `${differences(facts)} Builds use them as they are and say nothing; go mod verify does.`,
  },
  'tree-odd': {
    title: (of) => `A link, pipe or device among the unpacked files of ${of}`,
    says: () => 'No module has any. go mod verify waits for ever on a pipe.',
  },
  'tree-without-zip': {
    title: (of) => `${of} is unpacked, but its download is gone`,
    says: () => 'Without .ziphash go takes the folder as unfinished and downloads the module again, which fails offline.',
  },
  'toolchain-incomplete': {
    title: (of) => `The toolchain ${of.replace(/^.*-(go.*)$/, '$1')} is not complete`,
    says: ({ names }) => `Missing: ${names}.`,
  },
  'toolchain-not-executable': {
    title: (of) => `Programs of the toolchain ${of.replace(/^.*-(go.*)$/, '$1')} may not be executed`,
    says: ({ names }) => `${names}: no x bit, while bin/go has one, so that go does not set them again.`,
  },
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
  'build-index': {
    title: () => 'The index of a module in the build cache is damaged',
    says: () => 'It has the right length and another hash than its name says; go believes the length. Without the file go makes it again.',
  },
  'build-output': {
    title: () => 'A file in the build cache is damaged',
    says: () =>
      'It has the right length and another hash than its name says; go believes the length and gives it to the compiler or linker. Without the file go builds it again.',
  },
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
  'info-broken': {
    title: (of) => `The .info file of ${of} cannot be read`,
    says: () => 'Go fetches it again by itself.',
  },
  'list-broken': {
    title: (of) => `The list of versions of ${of} names some that are not here`,
    says: ({ count, first }) =>
      `${plural(count, 'version', 'versions')}, such as ${first}. Go writes the list anew; it matters when this cache serves as a proxy.`,
  },
  partial: {
    title: (of) => `${of} was not unpacked completely`,
    says: () => 'A run was stopped while it unpacked. Go since 1.14.2 finishes it by itself.',
  },
  'tmp-left': {
    title: (of) => `What a stopped download of ${of} left`,
    says: () => 'Nobody reads these files. Go deletes those of zips on the next download of this version, the others never.',
  },
  'tree-is-file': {
    title: (of) => `A file stands where ${of} is unpacked`,
    says: () => 'Go deletes it and unpacks the module again.',
  },
  'tree-unfinished': {
    title: (of) => `${of} is unpacked without its .ziphash`,
    says: () => 'Go unpacks it again from the zip.',
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
  'linked-away': {
    title: () => 'A link that leads out of the cache',
    says: () => 'It was not followed: what is behind it is not looked at here.',
  },
} as const satisfies Readonly<Record<string, FindingWords>>;

/** The words of `modwhy cache`. What go itself would say is quoted. */
export const cacheEnglish = {
  findings,
  severity: { error: 'error', warning: 'warning', info: 'note' },
  sure: { certain: 'certain', likely: 'likely', possible: 'possible' },
  source: { environment: 'environment', 'go env file': 'go env file', default: 'default', named: 'as named' },
  join: ', ',
  semicolon: '; ',
  folder: (name: string, path: string, details: string) => `${name} ${path} (${details})`,
  modcache: 'module cache',
  gocache: 'build cache',
  free: (size: string) => `${size} free`,
  healthy: 'nothing wrong was found',
  found: (errors: number, warnings: number, notes: number) =>
    [
      ...(errors > 0 ? [plural(errors, 'error', 'errors')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning', 'warnings')] : []),
      ...(notes > 0 ? [plural(notes, 'note', 'notes')] : []),
    ].join(', '),
  row: {
    file: 'file',
    files: 'files',
    cause: 'cause',
    sure: 'sure',
    looked: 'looked at',
    locks: 'locks',
  },
  moreFiles: (count: number) => `and ${count} more`,
  moreNotes: (count: number) => `${plural(count, 'note', 'notes')} left out: -v shows all`,
  moreOfAKind: (title: string, count: number) => `${count} more like this: ${title}`,
  again: 'go fetches it again when it needs it',
  anew: 'go makes it again when it needs it, without the network',
  nothing: 'nothing: go goes on by itself',
  foreign: 'go never looks at it',
  foreignLeft: 'nothing: go never looks at it',
  looked: {
    versions: (modules: number, versions: number) =>
      `${plural(versions, 'version', 'versions')} of ${plural(modules, 'module', 'modules')}`,
    hashed: (zips: number, ofZips: number, trees: number, ofTrees: number) =>
      `contents hashed of ${zips} of ${plural(ofZips, 'zip', 'zips')} and ${trees} of ${plural(ofTrees, 'folder', 'folders')}`,
    sums: (lines: number, files: string) => `compared with ${plural(lines, 'line', 'lines')} of ${files}`,
    noSums: 'compared with no go.sum: --with go.sum names one',
    parts: (clones: number, toolchains: number, sumdb: number) =>
      `${plural(clones, 'clone', 'clones')}, ${plural(toolchains, 'toolchain', 'toolchains')}, ${plural(sumdb, 'file', 'files')} of the checksum database`,
    build: (entries: number, outputs: number, hashed: number) =>
      `${plural(entries, 'entry', 'entries')} and ${plural(outputs, 'output', 'outputs')} of the build cache, ${hashed} hashed`,
    writable: (count: number) =>
      `${plural(count, 'folder', 'folders')} can be written to, as with GOFLAGS=-modcacherw: nothing stops a change there`,
    deep: 'not all contents were hashed: --deep does',
  },
  locks: {
    free: (count: number) =>
      `${plural(count, 'lock file', 'lock files')}, all free: that is how go leaves them, there is nothing to delete`,
    unknown: 'this system does not tell who holds a lock; a lock file that lies there says nothing',
    held: (pid: number | null, command: string | null, file: string) =>
      `${pid === null ? 'a process that is not seen from here' : `process ${pid}${command ? ` (${command})` : ''}`} holds ${file}`,
    waits: (pid: number | null, command: string | null, file: string) =>
      `${pid === null ? 'a process that is not seen from here' : `process ${pid}${command ? ` (${command})` : ''}`} waits for ${file}`,
  },
  none: 'no module cache and no build cache are there: nothing was downloaded or built yet',
  progress: (what: string) => `looking at ${what}`,
} as const;

/** What every language's table must have. */
export type CacheTexts = Omit<Widened<typeof cacheEnglish>, 'findings'> & {
  readonly findings: Readonly<Record<keyof typeof findings, FindingWords>>;
};
