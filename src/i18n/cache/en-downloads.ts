import { bytes, differences, type FindingWords, headOf, plural, unpackedToo } from './en-words.ts';

/** What is said of findings about downloaded modules and toolchains. */
export const downloadsFindings = {
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
} as const satisfies Readonly<Record<string, FindingWords>>;
