/** Every fixed word of the reports. A language is one more table of this shape. */
export const en = {
  stdin: 'stdin',
  verdict: {
    'module-failure': 'a Go module failure',
    'not-module': 'not a Go module failure',
    unknown: 'it failed, and this log does not say why',
    'no-failure': 'no failure is visible',
  },
  label: { 'very-likely': 'very likely', likely: 'likely', possible: 'possible', unlikely: 'unlikely' },
  row: {
    for: 'for',
    against: 'against',
    notThis: 'not this',
    do: 'do',
    or: 'or',
    price: 'price:',
    unsafe: 'unsafe:',
    undo: 'undo',
    check: 'check',
    mayFollow: 'may follow',
    toBeSure: 'to be sure',
    doNot: 'do not',
    docs: 'docs',
    recovered: 'earlier, recovered',
    tolerated: 'earlier, tolerated',
    advice: 'advice',
    seen: 'seen',
    missing: 'missing',
    next: 'next',
    note: 'note',
    unexplained: 'not explained',
  },
  line: (number: number) => `line ${number}`,
  moreLines: (count: number) => `${count} more ${count === 1 ? 'line' : 'lines'} like this`,
  moreReadings: (count: number) => `${count} less likely ${count === 1 ? 'reading' : 'readings'} left out: -v shows all`,
  problem: (number: number, of: number) => `problem ${number} of ${of}`,
  ended: (command: string, line: number, exitCode: number | null) =>
    `${command} (line ${line}) ${exitCode === null ? 'failed' : `ended with exit code ${exitCode}`}`,
  changes: (what: readonly string[]) => `changes ${what.join(', ')}`,
  network: 'needs the network',
  inFolder: (folder: string) => `in ${folder}`,
  lookFirst: 'see what is there',
  edit: (path: string) => `in ${path}, change`,
  editTo: 'to',
  retried: (line: number) => `tried again on line ${line}`,
  instead: 'instead:',
  adviceVerdict: { unsafe: 'is unsafe', 'no-effect': 'has no effect', obsolete: 'is obsolete' },
  secrets: (count: number) => `${count} ${count === 1 ? 'secret is' : 'secrets are'} hidden`,
  partly: 'the input ended before its end: what follows is not explained',
  cut: (limit: string, seen: number, kept: number) => `${limit}: ${kept} of ${seen} kept`,
  ownLists: ['timeline', 'evidence', 'unexplained'] as readonly string[],
  cutWords: {
    'buildkit-log': (_seen: number, kept: number, line = 1) => `Docker cut the output of the step${at(kept)} (line ${line})`,
    'gitlab-log': (_seen: number, kept: number, line = 1) => `the GitLab runner stopped writing the log${at(kept)} (line ${line})`,
    'travis-log': (_seen: number, kept: number, line = 1) =>
      `Travis ended the job because its log became too long${at(kept)} (line ${line})`,
    'github-page': (_seen: number, _kept: number, line = 1) =>
      `GitHub's page shows only a part of the step (line ${line}); the raw log has all of it`,
    'circleci-page': (_seen: number, _kept: number, line = 1) =>
      `CircleCI's page shows only a part of the step (line ${line}); the downloaded output has all of it`,
    'jenkins-page': (_seen: number, _kept: number, line = 1) =>
      `Jenkins shows only the end of the log (line ${line}); "Full Log" or /consoleText has all of it`,
    snipped: (_seen: number, _kept: number, line = 1) => `somebody has left lines out (line ${line})`,
    'line-64KiB': (seen: number, kept: number) => `a line of ${seen} bytes is read up to its first ${kept}`,
    'gzip-truncated': (_seen: number, kept: number) => `the compressed file ended early: the first ${kept} bytes are explained`,
    'read-error': (_seen: number, kept: number) => `reading stopped with an error: the first ${kept} bytes are explained`,
  } as Readonly<Record<string, (seen: number, kept: number, line?: number) => string>>,
  sideEffect: {
    'skips-public-proxy': 'git asking for a password: go fetches these modules itself now',
    'changes-sumdb': 'other modules are checked against another checksum database, too',
    'skips-sumdb': 'a changed module that nobody notices: the public checksum database is not asked about it',
  } as Readonly<Record<string, string>>,
  unknown: {
    command: (ended: string) => `${ended}, and no line says why.`,
    nothing: 'A failure is visible, and no line says why.',
    lastDownload: 'the last module that go asked for',
    gone: 'The reason was most likely in the part that is gone.',
    missingReason: 'the lines that give the reason',
    weak: 'readings that are possible, none of them shown by the log',
    steps: {
      docker: { title: 'see all of it:', command: 'BUILDKIT_STEP_LOG_MAX_SIZE=-1 docker build --progress=plain --no-cache .' },
      module: (module: string) => ({ title: 'only that module:', command: `go mod download -x ${module}` }),
      download: { title: 'see what go does:', command: 'go mod download -x' },
      raw: 'take the complete, raw log of the failed step, not a summary or its last lines',
    },
  },
  noFailure: (lines: number) =>
    `${thousands(lines)} ${lines === 1 ? 'line was' : 'lines were'} read. If the build did fail, this log may be cut or filtered: try the raw log.`,
  empty: 'The input is empty. If there was a log, it did not reach modwhy: both streams of a command are passed on with 2>&1.',
  markdown: {
    evidence: 'Evidence',
    otherReadings: 'Other readings',
    likelihood: 'How likely',
    code: 'Code',
    what: 'What',
    shortened: 'The report was shortened here.',
  },
} as const;

/** ` at 2 MiB`; nothing where no size was named. */
function at(bytes: number): string {
  if (bytes === 0) return '';
  const exact = [1 << 20, 1024].find((unit) => bytes % unit === 0);
  return ` at ${exact === undefined ? `${thousands(bytes)} bytes` : `${bytes / exact} ${exact === 1024 ? 'KiB' : 'MiB'}`}`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
