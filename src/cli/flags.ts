import { durationPattern } from '../model/duration.ts';
import { historyFlags } from './history/flags.ts';

/** One flag of the command line. Help, the README table, the variables and the parser all come from this list. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: 'boolean' | 'string';
  /** What stands for the value in help. */
  readonly argument?: string;
  /** The only values that are taken. */
  readonly values?: readonly string[];
  /** What a value looks like, where any text will not do. */
  readonly pattern?: RegExp;
  /** One that the pattern takes. */
  readonly example?: string;
  /** May be given several times; each value counts. */
  readonly repeats?: boolean;
  readonly default?: string;
  /** Commands that alone have it: it stands in their help, not in the one of all. */
  readonly of?: readonly string[];
  /** Environment variable with the same meaning; the flag is stronger. */
  readonly variable?: string;
  readonly help: string;
  /** What it does in one command, where that is not the same in all that have it. */
  readonly helpOf?: Readonly<Record<string, string>>;
}

/** Commands that may open a screen. */
export const screens: readonly string[] = ['explain', 'run', 'paste', 'rules', 'causes', 'scan'];

export const flags = [
  {
    name: 'format',
    type: 'string',
    argument: 'FORMAT',
    values: ['text', 'lines', 'json', 'ndjson', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'],
    default: 'text',
    variable: 'MODWHY_FORMAT',
    help: 'text, json, markdown, html ... (help formats)',
  },
  {
    name: 'with',
    type: 'string',
    argument: 'FILE',
    repeats: true,
    help: 'evidence: go.mod, go env ... (help evidence); repeatable',
  },
  {
    name: 'what-if',
    type: 'string',
    argument: 'N=V',
    repeats: true,
    of: ['route'],
    help: 'route: what a setting would change; may be repeated',
  },
  {
    name: 'from',
    type: 'string',
    argument: 'PLACE',
    values: ['start', 'end', 'resume'],
    default: 'start',
    variable: 'MODWHY_FROM',
    of: ['watch'],
    help: 'watch: begin at start, end, or resume where it was left',
  },
  {
    name: 'output',
    short: 'o',
    type: 'string',
    argument: 'FILE',
    variable: 'MODWHY_OUTPUT',
    help: 'write there instead of standard output',
  },
  {
    name: 'fail-on',
    type: 'string',
    argument: 'WHAT',
    values: ['explained', 'unexplained', 'any'],
    variable: 'MODWHY_FAIL_ON',
    of: ['explain', 'bypass', 'scan'],
    help: 'exit 1 on: explained, unexplained, any (default: never)',
    helpOf: { bypass: 'any: exit 1 when one is overdue or not recorded' },
  },
  { name: 'no-tui', type: 'boolean', variable: 'MODWHY_NO_TUI', of: ['explain', 'watch', 'scan'], help: 'text even on a terminal' },
  {
    name: 'color',
    type: 'string',
    argument: 'WHEN',
    values: ['auto', 'always', 'never'],
    default: 'auto',
    variable: 'MODWHY_COLOR',
    help: 'auto, always or never',
  },
  {
    name: 'theme',
    type: 'string',
    argument: 'NAME',
    values: ['auto', 'dark', 'light', 'mono'],
    default: 'auto',
    variable: 'MODWHY_THEME',
    of: screens,
    help: 'colours of the screen: auto, dark, light or mono',
  },
  {
    name: 'screen-reader',
    type: 'boolean',
    variable: 'MODWHY_SCREEN_READER',
    of: screens,
    help: 'the screen as sentences, for those who listen to it',
  },
  {
    name: 'lang',
    type: 'string',
    argument: 'LANG',
    values: ['en', 'zh'],
    variable: 'MODWHY_LANG',
    help: 'en or zh (default: the locale); json only by the flag',
  },
  { name: 'ascii', type: 'boolean', variable: 'MODWHY_ASCII', help: 'print nothing outside ASCII' },
  {
    name: 'redact',
    type: 'string',
    argument: 'on|off',
    values: ['on', 'off'],
    default: 'on',
    variable: 'MODWHY_REDACT',
    help: 'hide secrets; off works for text and the screen only',
  },
  { name: 'quiet', short: 'q', type: 'boolean', variable: 'MODWHY_QUIET', help: 'no notices on standard error' },
  {
    name: 'verbose',
    short: 'v',
    type: 'boolean',
    variable: 'MODWHY_VERBOSE',
    help: 'all readings and evidence; internal errors in full',
  },
  {
    name: 'here',
    type: 'boolean',
    of: ['explain', 'run'],
    help: "this folder's files and go env as evidence; run: by itself",
  },
  { name: 'no-here', type: 'boolean', variable: 'MODWHY_NO_HERE', of: ['run'], help: 'without the evidence of this folder' },
  { name: 'pty', type: 'boolean', of: ['run'], help: 'a terminal for the command' },
  { name: 'tui', type: 'boolean', of: ['run'], help: 'the log on a screen while the command runs, then its answer' },
  {
    name: 'retry-if-transient',
    type: 'string',
    argument: 'N',
    pattern: /^(?:\d|1\d|20)$/,
    example: '3 (0 to 20)',
    variable: 'MODWHY_RETRY_IF_TRANSIENT',
    of: ['run'],
    help: 'up to N (20) more attempts when the cause may pass',
  },
  {
    name: 'retry-budget',
    type: 'string',
    argument: 'TIME',
    pattern: durationPattern,
    example: '90s, 5m or 1h30m',
    variable: 'MODWHY_RETRY_BUDGET',
    of: ['run'],
    help: 'no attempt begins later than this after the first (5m)',
  },
  { name: 'retry-any', type: 'boolean', of: ['run'], help: 'retry commands other than go build, test, mod, get ... too' },
  { name: 'ask', type: 'boolean', of: ['explain'], help: 'where the log does not decide, ask on the terminal; the answers count' },
  {
    name: 'answer',
    type: 'string',
    argument: 'Q=OUTCOME',
    repeats: true,
    of: ['explain', 'tree'],
    help: 'the answer to a question of the report, or of modwhy tree; may be repeated',
  },
  { name: 'deep', type: 'boolean', of: ['cache'], help: 'hash all contents, not only what go.sum names and the newest' },
  { name: 'preflight', type: 'boolean', of: ['doctor'], help: 'exit 1 when go could not get the module; asks nothing' },
  { name: 'download', type: 'boolean', of: ['doctor'], help: 'go mod download and verify too, in a throw-away cache' },
  {
    name: 'yes',
    type: 'boolean',
    of: ['doctor', 'history'],
    help: 'doctor: run every step without asking; history prune: do it',
    helpOf: { doctor: 'run every step without asking', history: 'prune: remove them' },
  },
  { name: 'resume', type: 'boolean', of: ['doctor'], help: 'go on where the last one, within an hour, ended' },
  {
    name: 'budget',
    type: 'string',
    argument: 'TIME',
    pattern: durationPattern,
    example: '90s, 5m or 1h30m',
    of: ['doctor'],
    help: 'time for all steps (5m)',
  },
  {
    name: 'second-resolver',
    type: 'string',
    argument: 'IP',
    of: ['doctor'],
    help: 'ask this name server too, and compare',
  },
  { name: 'owner', type: 'string', argument: 'NAME', of: ['bypass'], help: 'bypass add: who answers for it' },
  { name: 'reason', type: 'string', argument: 'TEXT', of: ['bypass'], help: 'bypass add: why it is wanted' },
  {
    name: 'jobs',
    type: 'string',
    argument: 'N',
    pattern: /^(?:[1-9]|[1-5]\d|6[0-4])$/,
    example: '4 (1 to 64)',
    variable: 'MODWHY_JOBS',
    of: ['scan', 'worker'],
    help: 'threads that read (default: by the size and the processors)',
  },
  {
    name: 'store',
    type: 'string',
    argument: 'STORE',
    variable: 'MODWHY_STORE',
    of: ['scan', 'history', 'worker'],
    help: 'where results are kept: a file, none, or postgres://...',
  },
  { name: 'enqueue', type: 'boolean', of: ['scan'], help: 'scan: leave the logs to workers: modwhy worker' },
  { name: 'status', type: 'boolean', of: ['worker'], help: 'worker: how many logs wait, and which were set aside' },
  {
    name: 'shard',
    type: 'string',
    argument: 'I/N',
    pattern: /^\d{1,4}\/[1-9]\d{0,3}$/,
    example: '2/8',
    variable: 'MODWHY_SHARD',
    of: ['scan'],
    help: 'scan: only the I-th of N parts, split by the names',
  },
  {
    name: 'until',
    type: 'string',
    argument: 'DAY',
    of: ['bypass', 'history'],
    help: 'bypass add: its last day, YYYY-MM-DD; history: logs before it',
    helpOf: { bypass: 'add: its last day, YYYY-MM-DD', history: 'logs before this day (UTC), or before so long before the newest' },
  },
  ...historyFlags,
  { name: 'waterfall', type: 'boolean', of: ['explain'], help: 'what took how long, as bars; on a terminal the screen opens there' },
  { name: 'help', short: 'h', type: 'boolean', help: 'this help' },
  { name: 'version', short: 'V', type: 'boolean', help: 'the version' },
] as const satisfies readonly Flag[];

/** What a flag does in the help of one command. */
export function flagHelp({ help, helpOf }: Flag, command: string): string {
  return helpOf?.[command] ?? help;
}

/** `-o, --output FILE` */
export function flagSynopsis(flag: Flag): string {
  return `${flag.short ? `-${flag.short}, ` : '    '}--${flag.name}${flag.argument ? ` ${flag.argument}` : ''}`;
}

/**
 * The table of the README, which a test compares with this.
 * @param spoken gives English words in the language of the table
 */
export function flagTable(spoken: (english: string) => string = (english) => english): string {
  const rows = (flags as readonly Flag[]).map((flag) => {
    const help = spoken(flag.help).replaceAll('|', '\\|');
    return `| \`${flagSynopsis(flag).trim().replaceAll('|', '\\|')}\` | ${flag.variable ? `\`${flag.variable}\`` : ''} | ${help} |`;
  });
  return [`| ${['flag', 'variable', 'meaning'].map(spoken).join(' | ')} |`, '|---|---|---|', ...rows].join('\n');
}
