import { evidenceKinds } from '../evidence/kinds.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { displayWidth, padToWidth } from '../report/width.ts';
import { keySections } from '../tui/key-table.ts';
import { type CommandEntry, commands } from './commands.ts';
import { exitCodes } from './exit.ts';
import { type Flag, flagSynopsis, flags, screens } from './flags.ts';
import { comparingTopics } from './help-comparing.ts';
import { nearest } from './nearest.ts';
import { spoken, told } from './told.ts';

/** The help of 24 lines and 80 columns. */
export function helpText(): string {
  const lines = [
    spoken('modwhy - explains why a Go module build failed, from its log'),
    spoken('Usage'),
    ...columns((commands as readonly CommandEntry[]).filter(({ silent, more }) => !silent && !more).map(commandRow)),
    '',
    spoken('Flags'),
    ...flagRows(({ of }) => of === undefined),
  ];
  return `${lines.join('\n')}\n`;
}

function commandRow({ synopsis, help }: CommandEntry): readonly [string, string] {
  return [`modwhy ${synopsis}`, help];
}

const topics: Readonly<Record<string, () => string[]>> = {
  keys: () => [
    ...keySections().flatMap(({ heading, keys }) => [heading, ...columns(keys), '']),
    spoken('flags of screens'),
    ...flagRows(({ of }) => of === screens),
  ],
  commands: () => columns((commands as readonly CommandEntry[]).map(commandRow)),
  ...comparingTopics(columns, prose),
  run: () => [
    spoken('modwhy run [FLAGS] -- CMD ARGS... - run a command, explain when it fails'),
    '',
    ...columns([
      ['modwhy run -- go build ./...', 'the answer appears below the output'],
      ["make GO='modwhy run -- go'", 'a Makefile that says $(GO)'],
      ['modwhy run --retry-if-transient 3 -- go get .', 'in a CI job, or in a RUN line'],
    ]),
    '',
    ...prose(
      'What CMD prints comes out unchanged and at once; the answer goes to standard',
      'error or to -o. Standard input, signals and the exit code are those of CMD:',
      '128+n when a signal ended it, 126 when it cannot be run, 127 when it is not',
      'found, 125 when modwhy failed before that. When CMD succeeds, modwhy says',
      'nothing. Inside another modwhy run, the outer one explains. What CMD prints into',
      'a pipe may be less coloured than on a terminal: --pty gives it one.',
    ),
    '',
    ...flagRows(({ of }) => of?.includes('run') ?? false),
    '',
    ...prose(
      'Retried is only go build, test, mod, get, list or install (unless --retry-any),',
      'when every cause that ended it is transient and at least likely. Waits: 2 s, 4',
      's, 8 s ... up to 60 s, each a little longer so that many jobs do not ask at',
      'once. modwhy config shows what may be retried.',
    ),
  ],
  explain: () => [helpText().trimEnd(), '', 'modwhy explain', ...flagRows(({ of }) => of?.includes('explain') ?? false)],
  redact: () => [
    spoken('modwhy redact [FILE...] - the log with its secrets hidden, safe to share'),
    '',
    ...columns([
      ['modwhy redact build.log > shared.log', 'one log; several follow each other'],
      ['modwhy redact -o shared.log build.log', 'into a file that only you can read at first'],
      ['go build ./... 2>&1 | modwhy redact', 'what comes in on the pipe, as it comes'],
    ]),
    '',
    ...prose(
      'Passwords, tokens, keys and user names become <secret-1>, <user-1>: the same one has',
      'the same name throughout. All other bytes stay: line ends, colours, encoding.',
      'A file is read twice, so that a secret is hidden before the line that gives it away',
      'too; a pipe is read once. How many were hidden is said on standard error (-q: not).',
      'No program finds every secret: look through the result before you share it.',
    ),
  ],
  cache: () => [
    spoken("modwhy cache [DIR] - what is damaged or left over in go's caches"),
    '',
    ...columns([
      ['modwhy cache', 'GOMODCACHE and GOCACHE of this machine'],
      ['modwhy cache /mnt/ci/go', 'a GOMODCACHE, GOCACHE or GOPATH elsewhere'],
      ['modwhy cache --deep --with go.sum', 'all contents, compared with this go.sum'],
    ]),
    '',
    ...prose(
      'Nothing is written, locked or started; go may run meanwhile. Links are not followed.',
      'Each finding names the files, the cause that explain gives for the error of go, and the',
      'narrowest commands that end it. Lock files of go lie there always: who holds one, the',
      'system tells (/proc on Linux). The go.sum of this folder is compared when there is one.',
      'Without --deep the 5,000 newest versions or 1 GiB of them are hashed, and what go.sum names.',
    ),
    '',
    ...flagRows(({ of }) => of?.includes('cache') ?? false),
  ],
  route: () => [
    spoken('modwhy route MODULE[@VERSION] - which servers go asks for a module, and why'),
    '',
    ...flagRows(({ of }) => of?.includes('route') ?? false),
  ],
  ask: () => [
    spoken('modwhy explain --ask build.log - questions that settle what the log leaves open'),
    '',
    ...columns([
      ['modwhy explain --ask build.log', 'asks on the terminal'],
      ['modwhy explain --answer Q=OUTCOME build.log', 'an answer; may be repeated'],
      ['modwhy explain --answer Q=? build.log', 'not known: the question is left out'],
      ['modwhy tree build.log', 'all questions, and what follows from each'],
      ['modwhy tree GM0106', 'what tells this cause from what looks like it'],
      ['modwhy tree', 'the way that go takes to a module'],
    ]),
    '',
    ...prose(
      'Each question is a command that only looks. Run it where the build failed, and say what',
      'it shows. An answer counts as evidence, and is shown as "answered"; on the screen the',
      'key a opens the questions, and b takes the last answer back.',
    ),
  ],
  paste: () => [
    spoken('modwhy paste - a log that is pasted, explained while it comes'),
    '',
    ...prose(
      'Up to 20 MB. A paste of more than 20 lines is one row. Secrets are hidden and counted,',
      'and nothing leaves this machine. The path of a file, pasted or dropped, opens that file.',
      'Enter explains, Ctrl+U clears, Ctrl+O opens a file, Esc goes back.',
      'Without a terminal: modwhy < build.log',
    ),
  ],
  watch: () => [
    spoken('modwhy watch FILE... - follow logs that grow, and say why a build in them failed'),
    '',
    ...columns([
      ['modwhy watch build.log', 'a screen on a terminal, answers in a pipe'],
      ['modwhy watch --format ndjson agent.log', 'a row for each report that differs'],
      ['modwhy watch --from resume agent.log', 'goes on where it was left'],
    ]),
    '',
    ...columns([
      ['--from start', 'from the first byte (the default)'],
      ['--from end', 'only what is written from now on'],
      ['--from resume', 'from the place that the last one left, else from the first byte'],
    ]),
    '',
    ...prose(
      'A file may be renamed, emptied, replaced, deleted, and need not be there yet.',
      'The head of a job (GitHub, GitLab, Jenkins, BuildKit), an emptied file, or the',
      'next command that someone types after a failure begins another build with a',
      'report of its own. Text is printed when a failure is complete, or when nothing',
      'was written for 2 seconds. In a row, "final" says that the build is over, and',
      '"revision" counts what changed. Ctrl+C ends it: exit code 130.',
    ),
  ],
  doctor: () => [
    spoken('modwhy doctor [MODULE[@VERSION]] - from here to the module, step by step'),
    '',
    ...columns([
      ['modwhy doctor', 'the first module of go.mod, or a public one'],
      ['modwhy doctor example.com/lib@v1.2.3', 'this module'],
      ['modwhy doctor --preflight --download', 'in CI, before a build'],
    ]),
    '',
    ...prose(
      'It goes the way that modwhy route shows: forward proxy, GOPROXY servers,',
      'checksum database, cache, repository. Each step is shown before it runs; on a',
      'terminal it asks first. Only these hosts are asked, never an address of the link',
      'or of cloud metadata. No login is sent but one that stands in the URL of GOPROXY',
      'or HTTPS_PROXY, to that host. git and go run in an empty folder, without settings',
      'that start programs. The last lines are the cause and what to do; --format json',
      'is evidence for modwhy explain --with.',
    ),
    '',
    ...flagRows(({ of }) => of?.includes('doctor') ?? false),
  ],
  bypass: () => [
    spoken('modwhy bypass [list|add|end] - what weakens checks here, since when, until when'),
    '',
    ...columns([
      ['modwhy bypass', 'each one with what it switches off'],
      ['modwhy bypass add ID --owner NAME ...', 'record one that is wanted'],
      ['modwhy bypass end ID', 'how to end it; removes the record'],
      ['modwhy bypass --fail-on any', 'in CI: exit 1 when one is overdue or not recorded'],
    ]),
    '',
    ...prose(
      "Looked at are the environment, the go env file, git's configuration files, CI",
      'files and Dockerfiles of this project, and the replace lines of go.mod. Nothing',
      'is started and nothing is ended: the steps are shown. Records about this machine',
      "stand in the user's state folder, those about the project in .modwhy/bypasses.yaml;",
      'they cannot speak for the machine. With --here, modwhy explain and modwhy run',
      'name what is overdue or not recorded.',
    ),
    '',
    ...flagRows(({ of }) => of?.includes('bypass') ?? false),
  ],
  scan: () => [
    spoken('modwhy scan PATH|GLOB|URL|-... - many logs: which causes, how often, since when'),
    '',
    ...columns([
      ['modwhy scan logs', 'everything below a folder, archives too'],
      ["modwhy scan 'logs/**/*.log.gz'", 'what a pattern finds'],
      ['find logs -print0 | modwhy scan -', 'names from a list, one a line or ended by NUL'],
      ['modwhy scan --shard 2/8 logs', 'the second of eight parts, for eight machines'],
    ]),
    '',
    ...prose(
      'Each log gets the answer of modwhy explain; of an archive each log or job is one.',
      'What cannot be read has its row and does not stop the others; a log that takes too',
      'long or too much memory is set aside. Links to folders elsewhere are not entered,',
      'nor are .git and node_modules below a folder: name them to have them read.',
      'Only https URLs that you name are asked. --format ndjson gives a report for every',
      'log and the summary at the end. Ctrl+C shows what was found until then.',
    ),
    '',
    ...flagRows(({ of }) => of?.includes('scan') ?? false),
  ],
  evidence: () => [
    spoken('modwhy explain build.log --with FILE - what stands beside the log'),
    '',
    ...columns(evidenceKinds.map(({ kind, shows }) => [kind, shows] as const)),
    '',
    ...prose(
      'A file is known by its content, not by its name, and up to 16 MiB are read. The same',
      'pasted into the log below its command (cat go.mod, go env) or in a fence of ```',
      'counts, too. What a file shows is quoted with its name and line. Of two go env the last',
      'one counts, unless the log shows which is its own; what differs is named.',
    ),
  ],
  'exit-codes': () => exitCodes.map(({ code, meaning }) => `${String(code).padStart(4)}  ${spoken(meaning)}`),
  environment: () => [
    ...columns(
      (flags as readonly Flag[]).flatMap((flag) => (flag.variable ? [[flag.variable, told(say`as --${flag.name}`)] as const] : [])),
    ),
    ...columns([
      ['NO_COLOR', 'no colour'],
      ['FORCE_COLOR, CLICOLOR_FORCE', 'colour even in a pipe; --color is stronger than all of them'],
      ['TERM=dumb, CI', 'no screen'],
      ['LC_ALL, LC_MESSAGES, LANG, LANGUAGE', 'the language, where neither --lang nor MODWHY_LANG names one'],
      ['MODWHY_CONFIG', 'the only config file; empty: none'],
      ['MODWHY_RUN_OUTPUT', 'set by modwhy run for those inside it: the pipes that it reads'],
    ]),
  ],
  formats: () =>
    columns([
      ['text', 'for a reader; several inputs are separated by an empty line'],
      ['lines', 'one line a finding, FILE:LINE: error: CODE cause: message, for editors'],
      ['json', 'one object for one input; its schema is schema/report-v1.json'],
      ['ndjson', 'one row for every input, in input order, errors included'],
      ['markdown', 'for a pull request comment or a job summary'],
      ['html', 'one page with charts that needs nothing beside itself'],
      ['sarif', 'SARIF 2.1.0, for code scanning'],
      ['junit', 'JUnit XML: what made a command fail is a failed test'],
      ['github', 'annotations of GitHub Actions, one a finding'],
      ['gitlab', 'a Code Quality report of GitLab'],
    ]),
};

/**
 * The text of `modwhy help [TOPIC]`.
 * @throws ModwhyError E_USAGE for a topic that does not exist
 */
export function helpTopic(topic: string | undefined): string {
  if (topic === undefined || topic === 'help') return helpText();
  const lines = Object.hasOwn(topics, topic) ? topics[topic]!() : commandTopic(topic);
  if (lines) return `${lines.join('\n')}\n`;
  const near = nearest(topic, [...Object.keys(topics), ...commands.map(({ name }) => name)]);
  throw new ModwhyError('E_USAGE', say`no help about "${topic}"${near ? say`, did you mean: modwhy help ${near}` : ''}`);
}

/** What `modwhy help` knows besides the commands. */
export function helpTopics(): string[] {
  return Object.keys(topics);
}

/** Lines of running text, which another language breaks elsewhere. */
function prose(...lines: readonly string[]): string[] {
  return spoken(lines.join('\n')).split('\n');
}

/** A command without a topic of its own. */
function commandTopic(name: string): string[] | null {
  const command = commands.find((one) => one.name === name);
  if (!command) return null;
  const own = flagRows(({ of }) => of?.includes(name) ?? false);
  return [
    `modwhy ${command.synopsis} - ${spoken(command.help)}`,
    ...(own.length > 0 ? ['', ...own] : []),
    '',
    spoken('Common flags: modwhy help'),
  ];
}

function flagRows(chosen: (flag: Flag) => boolean): string[] {
  return columns((flags as readonly Flag[]).filter(chosen).map((flag) => [flagSynopsis(flag), flag.help] as const));
}

function columns(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([left]) => displayWidth(left)));
  return pairs.map(([left, right]) => `  ${padToWidth(left, width)}  ${spoken(right)}`);
}
