import { diagnosis } from './en-diagnosis.ts';
import { sentence } from './en-sentence.ts';
import { sides } from './en-sides.ts';
import { trace } from './en-trace.ts';
import { waterfall } from './en-waterfall.ts';

/** Every fixed word of the reports. A language is one more table of this shape. */
export const en = {
  diagnosis,
  sentence,
  trace,
  waterfall,
  sides,
  /** How parts of a row are put together. */
  join: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    leadsTo: ' -> ',
    outcome: ': ',
    bracketed: (text: string) => ` (${text})`,
    after: ' ',
    sentence: '. ',
    afterSentence: ' ',
  },
  exit: { succeeded: 'succeeded', failed: 'failed', code: (code: number) => `exit code ${code}` },
  stdin: 'stdin',
  progress: {
    reading: (name: string, size: string) => `reading ${name}  ${size} so far`,
    share: (name: string, bar: string, percent: number, size: string, total: string) =>
      `reading ${name}  ${bar}  ${percent} %  ${size} of ${total}`,
  },
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
    where: 'where',
    route: 'asked',
    then: 'then',
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
    playbook: 'step by step',
    recovered: 'earlier, recovered',
    tolerated: 'earlier, tolerated',
    advice: 'advice',
    seen: 'seen',
    missing: 'missing',
    next: 'next',
    note: 'note',
    open: 'undecided',
    trace: 'trace',
    unexplained: 'not explained',
  },
  domain: {
    'this-machine': 'this machine',
    'forward-proxy': 'the forward proxy',
    goproxy: 'the GOPROXY server',
    'goproxy-upstream': 'behind the GOPROXY server',
    'vcs-host': 'the host of the repository',
    'checksum-database': 'the checksum database',
    unknown: 'not known',
  },
  route: {
    nobody: (error: string) => `nobody: ${error}`,
    directly: (host: string) => `${host} directly`,
    by: (setting: string, pattern: string) => `${setting} by ${pattern}`,
    through: (proxy: string) => `through ${proxy}`,
    past: (entry: string) => `past the forward proxy by NO_PROXY ${entry}`,
    anyError: 'any error leads on',
    notFoundOnly: 'only 404 and 410 lead on',
    more: (count: number) => `and ${count} more`,
    sumdb: (host: string) => `checksums: ${host}`,
    noSumdb: 'checksums: no database is asked',
    sumdbFails: (error: string) => `checksums: ${error}`,
  },
  effect: {
    directly: (host: string) => `${host} is asked directly`,
    same: (module: string) => `with the settings seen, the same servers are asked for ${module} as before`,
    asked: (servers: readonly string[]) => `${servers.join(', then ')} ${servers.length === 1 ? 'is' : 'are'} asked`,
    sumdb: (host: string) => `${host} for checksums`,
    noMore: (names: readonly string[]) => `${names.join(' and ')} no more`,
    nobody: (module: string, error: string) => `nobody is asked for ${module}: ${error}`,
    defaults: "by Go's defaults: the log shows no settings",
  },
  stepState: { done: 'done', due: 'now', later: 'later', unseen: 'unseen' },
  line: (number: number) => `line ${number}`,
  inEntry: (entry: string, line: number) => `line ${line} of ${entry}`,
  moreLines: (count: number) => `${count} more ${count === 1 ? 'line' : 'lines'} like this`,
  moreReadings: (count: number) => `${count} less likely ${count === 1 ? 'reading' : 'readings'} left out: -v shows all`,
  problem: (number: number, of: number) => `problem ${number} of ${of}`,
  ended: (command: string, line: number, exitCode: number | null) =>
    `${command} (line ${line}) ${exitCode === null ? 'failed' : `ended with exit code ${exitCode}`}`,
  changes: (what: readonly string[]) => `changes ${what.join(', ')}`,
  network: 'needs the network',
  inFolder: (folder: string) => `in ${folder}`,
  lookFirst: 'see what is there',
  places: {
    posix: { variable: '', secret: '', command: '', byHand: '' },
    powershell: {
      variable: '',
      secret: '',
      command: '',
      byHand: 'PowerShell has no safe words for this; it does what this does in a POSIX shell:',
    },
    cmd: { variable: '', secret: '', command: '', byHand: 'cmd.exe has no safe words for this; it does what this does in a POSIX shell:' },
    dockerfile: {
      variable: 'in the Dockerfile, before the RUN that fails:',
      secret: 'in the Dockerfile, as the RUN that fails; docker build gets it with --secret, and no layer keeps it:',
      command: 'in the Dockerfile, before the RUN that fails:',
      byHand: 'in the Dockerfile, in a form that it can hold, what this does in a shell:',
    },
    'github-actions': {
      variable: 'in the workflow file, at the job or the step that fails:',
      secret: 'in the workflow file, at the step that fails; the value goes to Settings, Secrets:',
      command: 'in the workflow file, as a step before the one that fails:',
      byHand: 'in the workflow file, in a form that it can hold, what this does in a shell:',
    },
    'gitlab-ci': {
      variable: 'in .gitlab-ci.yml, at the job that fails:',
      secret: 'in Settings, CI/CD, Variables, masked:',
      command: 'in .gitlab-ci.yml, at the job that fails:',
      byHand: 'in .gitlab-ci.yml, in a form that it can hold, what this does in a shell:',
    },
    'azure-pipelines': {
      variable: 'in the pipeline file, at the job that fails:',
      secret: 'in the pipeline file, at the step that fails; the value is a secret variable of the pipeline:',
      command: 'in the pipeline file, as a step before the one that fails:',
      byHand: 'in the pipeline file, in a form that it can hold, what this does in a shell:',
    },
    jenkins: {
      variable: 'in the Jenkinsfile, at the stage that fails:',
      secret: 'in the Jenkinsfile, at the stage that fails; the value is a credential of Jenkins:',
      command: 'in the Jenkinsfile, as a step before the one that fails:',
      byHand: 'in the Jenkinsfile, in a form that it can hold, what this does in a shell:',
    },
    ci: {
      variable: 'where the variables of this CI job are set:',
      secret: 'where the secret variables of this CI job are set:',
      command: 'in the CI job, before the command that fails:',
      byHand: 'in the CI job, in a form that it can hold, what this does in a shell:',
    },
  },
  /** Short names of causes, by their ids; what is not here is shown by the words of its id. */
  causeNames: {} as Readonly<Record<string, string>>,
  edit: (path: string) => `in ${path}, change`,
  editTo: 'to',
  retried: (line: number) => `tried again on line ${line}`,
  instead: 'instead:',
  adviceVerdict: { unsafe: 'is unsafe', 'no-effect': 'has no effect', obsolete: 'is obsolete' },
  secrets: (count: number) => `${count} ${count === 1 ? 'secret is' : 'secrets are'} hidden`,
  partly: 'the input ended before its end: what follows is not explained',
  cut: (limit: string, seen: number, kept: number) => `${limit}: ${kept} of ${seen} kept`,
  ownLists: ['timeline', 'spans', 'trace-lines', 'evidence', 'unexplained'] as readonly string[],
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
    front: (_seen: number, _kept: number, line = 1) =>
      `the log begins in the middle of a message (line ${line}): what stood before it is missing`,
    end: (_seen: number, _kept: number, line = 1) => `the log stops before its end (line ${line}): what came after it is missing`,
    snipped: (_seen: number, _kept: number, line = 1) => `somebody has left lines out (line ${line})`,
    'run-output': (seen: number, kept: number) =>
      `the command printed ${seen} bytes: the first and the last of them, ${kept}, are explained`,
    'line-64KiB': (seen: number, kept: number) => `a line of ${seen} bytes is read up to its first ${kept}`,
    'gzip-truncated': (_seen: number, kept: number) => `the compressed file ended early: the first ${kept} bytes are explained`,
    'zstd-truncated': (_seen: number, kept: number) => `the compressed file ended early: the first ${kept} bytes are explained`,
    'archive-ratio': (_seen: number, kept: number) =>
      `a file unpacks to more than 100 times its size: its first ${kept} bytes are explained`,
    'archive-total': (_seen: number, kept: number) => `the archive unpacks to more than 8 GiB: the first ${kept} bytes are explained`,
    'archive-entries': (seen: number, kept: number) => `the archive has more files than are read: ${kept} of ${seen} are explained`,
    'archive-depth': (seen: number, kept: number) =>
      `${seen - kept} of ${seen} files are packed more than 3 times over: they are not explained`,
    'archive-held': (seen: number, kept: number) =>
      `${seen - kept} of ${seen} files are archives that are too large: they are not explained`,
    'archive-encrypted': (seen: number, kept: number) => `${seen - kept} of ${seen} files are encrypted: they are not explained`,
    'archive-method': (seen: number, kept: number) =>
      `${seen - kept} of ${seen} files are packed in a way that modwhy does not know: they are not explained`,
    'archive-not-text': (seen: number, kept: number) => `${seen - kept} of ${seen} files in the archive are no text logs`,
    'archive-damaged': () => 'a part of the archive is damaged: what could be read is explained',
    lines: (seen: number, kept: number) =>
      `${seen} lines may matter, which is too many: the first and the last of them, ${kept}, are explained`,
    'paste-20MB': (seen: number, kept: number) => `${seen} bytes were pasted: the first ${kept} are explained`,
    changed: () => 'the file was written to while it was read: explain it again when it is complete',
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
  ask: {
    hint: (questions: number, command: string) =>
      `${command} asks ${questions === 1 ? 'a question' : `${questions} questions`} that would settle it`,
    question: (number: number) => `Question ${number}: what does this show? It only looks, and changes nothing.`,
    /** What an answer leads to. */
    leads: (label: string, title: string) => `then ${label}: ${title}`,
    dontKnow: 'I do not know',
    back: 'back: take the last answer back',
    stop: 'stop asking, show the report',
    choose: (keys: string) => `your answer (${keys}): `,
    again: (keys: string) => `please answer with one of ${keys}`,
    now: (label: string, title: string) => `now ${label}: ${title}`,
    undecided: 'nothing leads now',
    nothing: 'the log decides by itself, or no question would change the answer',
    done: 'no question is left that would change the answer',
    countsNothing: (question: string, log: string) =>
      `--answer ${question}: no problem of ${log} has that question, so the answer counts for nothing`,
  },
  tree: {
    head: {
      log: (name: string) => `What would decide ${name}`,
      symptom: (text: string) => `What would decide: ${text}`,
      signal: (id: string) => `What would decide the message ${id}`,
      cause: (id: string) => `What tells ${id} from what looks like it`,
      way: () => 'What to look at when a module cannot be had, in the order in which go needs it',
    },
    legend: 'A line with ? is a command that only looks; below it what it may show, what that means, and => what then leads.',
    of: (name: string) => `${name}:`,
    decided: 'Nothing that could be asked would change this.',
    none: 'The catalog knows no failure behind this. Give the whole log, or the error line as Go printed it.',
    stage: {
      configured: '1. Is a proxy configured, and for this module?',
      reachable: '2. Can it be reached?',
      credentials: '3. Does it know who asks?',
      direct: '4. What does the repository itself say?',
    },
    playbooks: (titles: readonly string[]) => `step by step in a report: ${titles.join('; ')}`,
  },
  paste: {
    secrets: (count: number, parts: readonly string[]) =>
      `${count} ${count === 1 ? 'secret was' : 'secrets were'} hidden: ${parts.join(', ')}`,
    secretKind: {
      key: (count: number) => `${count} private ${count === 1 ? 'key' : 'keys'}`,
      url: (count: number) => `${count} in a URL`,
      query: (count: number) => `${count} in the query of a URL`,
      header: (count: number) => `${count} in a header`,
      setting: (count: number) => `${count} in a setting`,
      command: (count: number) => `${count} in a command`,
      token: (count: number) => `${count} ${count === 1 ? 'token' : 'tokens'}`,
      other: (count: number) => `${count} user ${count === 1 ? 'name' : 'names'} beside them`,
    },
  },
  noFailure: (lines: number) =>
    `${thousands(lines)} ${lines === 1 ? 'line was' : 'lines were'} read. If the build did fail, this log may be cut or filtered: try the raw log.`,
  empty: 'The input is empty. If there was a log, it did not reach modwhy: both streams of a command are passed on with 2>&1.',
  run: {
    leftBehind: 'a process that the command left behind still holds its output: what it prints from now on is lost',
    notShown: (bytes: number) => `the first ${bytes} bytes that the command printed are not shown again here`,
    interrupting: 'Ctrl+C was given to the command; once more leaves the screen, and the command goes on',
    lost: (why: string) => `what the command printed could not be passed on: ${why}`,
    notExplained: (exitCode: number, why: string) => `the command has ended with ${exitCode}, and it cannot be explained: ${why}`,
    unknown: (command: string, exitCode: number) =>
      `${command} ended with ${exitCode}, and what it printed does not say why (modwhy run -v shows what was seen)`,
    answeredAbove: (command: string) => `${command} failed by what the answer above says`,
    recovered: (title: string, code: string) => `the command succeeded, and got over this: ${title} (${code})`,
    retry: (attempt: number, of: number, title: string, code: string, wait: string) =>
      `attempt ${attempt} of ${of} failed: ${title} (${code}); trying again in ${wait}`,
    noTime: (budget: string) => `not tried again: that would be later than the retry budget of ${budget} allows`,
    notRetried: {
      command: 'not tried again: only go build, test, mod, get, list and install are (--retry-any: all)',
      cause: 'not tried again: another attempt does not help against this, or must not be made',
      unsure: 'not tried again: the cause is not sure enough',
      person: 'not tried again by itself: it may pass, and the policy leaves that to you',
    },
    succeeded: (attempt: number, failed: readonly string[]) => `attempt ${attempt} succeeded; before that: ${failed.join('; ')}`,
    attempt: (attempt: number, title: string, code: string) => `attempt ${attempt}: ${title} (${code})`,
    earlier: 'earlier',
  },
  config: {
    user: 'user',
    project: 'project',
    none: 'none',
    everything: 'all',
    policy: 'what modwhy run --retry-if-transient may try again:',
    others: 'all others: never; checksum.*, tls.* and auth.* cannot be allowed',
    permission: { automatic: 'automatic', person: 'by a person', never: 'never' },
    changed: (before: string) => `(without config: ${before})`,
    without: (name: string) => `what ${name} says has no effect`,
  },
  watch: {
    remark: {
      rotated: 'the file was rotated: this is the new one',
      replaced: 'another file took the name: another build begins',
      truncated: 'the file was emptied: another build begins',
      missing: 'the file is not there: waiting for it',
      appeared: 'the file is there now',
    },
    mayChange: 'Still being written: this may change.',
    wentOn: (name: string) => `${name}: the build got over what was shown last; no failure is visible now`,
    waiting: 'there is no such file yet: waiting for it',
  },
  markdown: {
    evidence: 'Evidence',
    otherReadings: 'Other readings',
    likelihood: 'How likely',
    code: 'Code',
    what: 'What',
    footer: (version: string, catalog: string) => `modwhy ${version}, catalog ${catalog}`,
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
