import { type FindingWords, plural } from './en-words.ts';

/** What is said of findings about the disk, rights, owners, locks and links. */
export const diskFindings = {
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
  'linked-away': {
    title: () => 'A link that leads out of the cache',
    says: () => 'It was not followed: what is behind it is not looked at here.',
  },
} as const satisfies Readonly<Record<string, FindingWords>>;
