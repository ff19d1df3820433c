const orNone = (text: string | null) => (text === null || text === '' ? 'none' : text);
const change = (before: string | null, after: string | null) => `${orNone(before)} -> ${orNone(after)}`;
const tools: Readonly<Record<string, string>> = {
  compile: 'the compiler',
  asm: 'the assembler',
  link: 'the linker',
  vet: 'vet',
  cgo: 'cgo',
};

/** Words about the cache keys of two builds. */
export const keyTexts = {
  title: (good: string, bad: string, changed: number, all: number, tests: boolean) =>
    changed === 0
      ? tests
        ? `${good} and ${bad} built the same, and gave something else to tests`
        : `${good} and ${bad} have the same cache keys`
      : `${changed} of ${all} cache keys are not the same in ${good} and ${bad}`,
  lead: (reasons: number) =>
    reasons === 0
      ? 'What was built again in one of them was not in its cache: another GOCACHE, go clean -cache, or trimmed since it was not used for five days.'
      : 'What has another key is built, or tested, again. What follows from something else stands below it.',
  reason: (index: number, because: string) => `${index}. ${because}`,
  keys: 'changes',
  then: 'then',
  lines: 'shown in',
  names: (names: readonly string[], count: number) =>
    `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`,
  place: (good: number | null, bad: number | null) =>
    [...(good === null ? [] : [`line ${good} of the first log`]), ...(bad === null ? [] : [`line ${bad} of the second one`])].join(', '),
  more: (count: number) => `and ${count} more ${count === 1 ? 'reason' : 'reasons'}`,
  only: (name: string, count: number) => `${count} ${count === 1 ? 'key stands' : 'keys stand'} in ${name} only.`,
  oneSide: (name: string) => `${name} alone shows cache keys: run both builds with GODEBUG=gocachehash=1, then they can be compared.`,
  dropped: (name: string, count: number) => `${name} shows more keys than are held: ${count} lines of them were left out.`,
  because: {
    release: (_: string, before: string | null, after: string | null) => `another release of Go: ${change(before, after)}`,
    tool: (name: string, before: string | null, after: string | null) => `${tools[name] ?? name} is another one: ${change(before, after)}`,
    platform: (_: string, before: string | null, after: string | null) => `GOOS and GOARCH: ${change(before, after)}`,
    variable: (name: string, before: string | null, after: string | null) => `the variable ${name}: ${change(before, after)}`,
    'c-compiler': (name: string, before: string | null, after: string | null) =>
      `another compiler for C (${name}): ${change(before, after)}`,
    'c-flags': (name: string, before: string | null, after: string | null) =>
      `${name} or flags for it (CGO_CPPFLAGS, CGO_CFLAGS, CGO_LDFLAGS, #cgo lines): ${change(before, after)}`,
    flags: (name: string, before: string | null, after: string | null) => `flags for ${tools[name] ?? name}: ${change(before, after)}`,
    'build-mode': (_: string, before: string | null, after: string | null) => `the build mode: ${change(before, after)}`,
    coverage: (_: string, before: string | null, after: string | null) => `coverage (-cover, -coverpkg): ${change(before, after)}`,
    trimpath: (_: string, _before: string | null, after: string | null) =>
      after === null ? 'no longer built with -trimpath' : 'built with -trimpath now: without it the folder of a package is part of the key',
    folder: (_: string, before: string | null, after: string | null) =>
      `the package lies in another folder: ${change(before, after)}; with -trimpath the folder does not count`,
    module: (_: string, before: string | null, after: string | null) => `another version of the module: ${change(before, after)}`,
    'go-line': (_: string, before: string | null, after: string | null) => `the go line of its go.mod: ${change(before, after)}`,
    godebug: (_: string, before: string | null, after: string | null) =>
      `GODEBUG settings that are built in (go line, godebug lines): ${change(before, after)}`,
    profile: (_: string, before: string | null, after: string | null) =>
      before === null
        ? 'built with a profile (-pgo) now'
        : after === null
          ? 'no longer built with a profile (-pgo)'
          : 'the profile (-pgo) has other content',
    file: (name: string, before: string | null, after: string | null) =>
      before === null
        ? `the file ${name} is new in it`
        : after === null
          ? `the file ${name} is no longer in it`
          : `the file ${name} has other content`,
    'test-variable': (name: string, before: string | null, after: string | null) =>
      before === null
        ? `tests read the variable ${name} now`
        : after === null
          ? `no test reads the variable ${name} any more`
          : `tests read the variable ${name}, and it has another value`,
    'test-file': (name: string, before: string | null, after: string | null) =>
      before === null
        ? `tests read ${name} now`
        : after === null
          ? `no test reads ${name} any more`
          : `tests read ${name}, and its content, size or time of change is another one`,
    'test-arguments': (_: string, before: string | null, after: string | null) => `arguments of the tests: ${change(before, after)}`,
    other: (name: string, before: string | null, after: string | null) => `${name}: ${change(before, after)}`,
    info: (name: string, before: string | null, after: string | null) =>
      `what go version -m shows of the program: ${name}: ${change(before, after)}`,
    imported: (name: string, before: string | null, after: string | null) =>
      before === null
        ? `${name} is imported now`
        : after === null
          ? `${name} is no longer imported`
          : `the package ${name} came out different, although its own key is the same`,
    vetted: (name: string) => `vet found other facts in ${name}`,
    package: (_: string) => 'its package came out different, although its own key is the same',
  },
} as const;
