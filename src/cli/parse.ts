import { durationOf } from '../model/duration.ts';
import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';
import type { ThemeName } from '../tui/view/theme.ts';
import { type CommandName, commands } from './commands.ts';
import type { Flag } from './flag.ts';
import { flags } from './flags.ts';
import { historyOptions } from './history/options.ts';
import { chooseLanguage } from './language.ts';
import { nearest } from './nearest.ts';
import type { FailOn, Format, Options, Surroundings, When } from './options.ts';
import { shardOf } from './scan/shard.ts';
import { tokensOf } from './tokens.ts';

type Values = Map<string, string | true>;
const table: readonly Flag[] = flags;
const ofOneLog: ReadonlySet<string> = new Set(['sarif', 'junit', 'github', 'gitlab']);

/**
 * Understands a command line. Flags may stand anywhere; the last of two wins; flags are stronger than variables.
 * @throws ModwhyError E_USAGE saying what was expected and what was found
 */
export function parse(argv: readonly string[], around: Surroundings): Options {
  const { values, repeated, positionals, rest } = split(argv);
  const flag = values.get('lang') as string | undefined;
  const given = [...values.keys()];
  for (const [name, value] of fromVariables(around.env)) if (!values.has(name)) values.set(name, value);
  const { command, operands } = commandOf(positionals, rest, values, around);
  refuseForeign(command, given);
  const text = (name: string) => values.get(name) as string | undefined;
  const options: Options = {
    command,
    operands,
    format: (text('format') ?? 'text') as Format,
    formatGiven: values.has('format'),
    with: repeated.get('with') ?? [],
    whatIf: repeated.get('what-if') ?? [],
    answers: repeated.get('answer') ?? [],
    ask: values.has('ask'),
    waterfall: values.has('waterfall'),
    from: (text('from') ?? 'start') as Options['from'],
    output: text('output') ?? null,
    failOn: (text('fail-on') ?? null) as FailOn | null,
    tui: !values.has('no-tui'),
    color: (text('color') ?? 'auto') as When,
    ascii: values.has('ascii'),
    theme: (text('theme') ?? 'auto') as ThemeName,
    screenReader: values.has('screen-reader') || around.env.INK_SCREEN_READER === 'true',
    redact: (text('redact') ?? 'on') as 'on' | 'off',
    quiet: values.has('quiet'),
    verbose: values.has('verbose'),
    here: values.has('no-here') ? false : values.has('here') ? true : null,
    run: {
      pty: values.has('pty'),
      screen: values.has('tui'),
      retries: text('retry-if-transient') === undefined ? null : Number(text('retry-if-transient')),
      budget: text('retry-budget') === undefined ? null : durationOf(text('retry-budget')!),
      retryAny: values.has('retry-any'),
    },
    deep: values.has('deep'),
    doctor: {
      preflight: values.has('preflight'),
      download: values.has('download'),
      yes: values.has('yes'),
      resume: values.has('resume'),
      budget: text('budget') === undefined ? null : durationOf(text('budget')!),
      secondResolver: text('second-resolver') ?? null,
    },
    bypass: { owner: text('owner') ?? null, reason: text('reason') ?? null, until: text('until') ?? null },
    scan: {
      store: text('store') ?? null,
      jobs: text('jobs') === undefined ? null : Number(text('jobs')),
      shard: shardOf(text('shard')),
      enqueue: values.has('enqueue'),
      status: values.has('status'),
    },
    history: historyOptions(text, values.has('yes')),
    help: values.has('help'),
    version: values.has('version'),
    language: chooseLanguage({ flag, format: text('format') ?? 'text', ascii: values.has('ascii') }, around.env),
  };
  if (options.with.includes('-')) throw usage(say`--with needs the name of a file: standard input is for the log`);
  if (flag === 'zh' && options.ascii)
    throw usage(say`--ascii prints nothing outside ASCII, and Chinese has nothing else: leave --ascii or --lang zh out`);
  if (options.redact === 'off' && options.format !== 'text')
    throw usage(
      say`--redact off works for text only, and the format is ${options.format}: secrets stay hidden in what programs read and pass on`,
    );
  if (given.includes('format') && ofOneLog.has(options.format) && !['explain', 'run', 'help'].includes(command))
    throw usage(say`modwhy ${command}: --format ${options.format} is for one log: use it with modwhy explain or modwhy run`);
  if (options.waterfall && options.format !== 'text')
    throw usage(say`--waterfall is drawn as text, and the format is ${options.format}: its times stand in timeline and spans there`);
  return options;
}

interface Words {
  readonly values: Values;
  readonly repeated: Map<string, string[]>;
  readonly positionals: string[];
  /** What stands after `--`; null without it. */
  readonly rest: readonly string[] | null;
}

function split(argv: readonly string[]): Words {
  const tokens = tokensOf(argv, table);
  const values: Values = new Map();
  const repeated = new Map<string, string[]>();
  const positionals: string[] = [];
  const end = tokens.find((token) => token.kind === 'option-terminator')?.index ?? argv.length;
  refuseOpenRun(tokens, argv, end);
  for (const token of tokens) {
    if (token.index >= end) break;
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const value = checked(token.name, token.rawName, token.value);
    values.set(token.name, value);
    if (value !== true && table.some(({ name, repeats }) => name === token.name && repeats))
      repeated.set(token.name, [...(repeated.get(token.name) ?? []), value]);
  }
  return { values, repeated, positionals, rest: end === argv.length ? null : argv.slice(end + 1) };
}

/** Without `--` the flags of the command would be read as ours. */
function refuseOpenRun(
  tokens: readonly { readonly kind: string; readonly value?: string | undefined }[],
  argv: readonly string[],
  end: number,
): void {
  const first = tokens.find(({ kind }) => kind === 'positional');
  if (first?.value !== 'run' || end < argv.length || argv.some((word) => word === '-h' || word === '--help')) return;
  const command = argv.slice(argv.indexOf('run') + 1).join(' ');
  throw usage(say`modwhy run needs -- before the command: modwhy run -- ${command || 'go build ./...'}`);
}

/** A flag that another command has alone would be without effect. */
function refuseForeign(command: CommandName, given: readonly string[]): void {
  for (const { name, of } of table)
    if (of && command !== 'help' && !of.includes(command) && given.includes(name))
      throw usage(say`--${name} is a flag of modwhy ${of.join(', ')}, not of modwhy ${command}`);
}

function checked(name: string, raw: string, value: string | undefined): string | true {
  const flag = table.find((candidate) => candidate.name === name);
  if (!flag)
    throw usage(
      say`unknown flag ${raw}${meant(
        nearest(
          name,
          table.map((known) => known.name),
        ),
        '--',
      )}`,
    );
  if (flag.type === 'boolean') {
    if (value !== undefined) throw usage(say`${raw} takes no value, found "${value}"`);
    return true;
  }
  const expected = flag.values ? listed(flag.values) : (flag.argument ?? '');
  if (value === undefined || value === '' || /^-./.test(value)) throw usage(say`${raw} needs a value: ${expected}`);
  return oneOf(flag, raw, value);
}

function fromVariables(env: Surroundings['env']): Values {
  const values: Values = new Map();
  for (const flag of table) {
    const value = flag.variable ? env[flag.variable] : undefined;
    if (!flag.variable || !value) continue;
    if (flag.type === 'string') values.set(flag.name, oneOf(flag, flag.variable, value));
    else if (/^(1|true|yes|on)$/i.test(value)) values.set(flag.name, true);
    else if (!/^(0|false|no|off)$/i.test(value)) throw usage(say`${flag.variable}: expected 1 or 0, found "${value}"`);
  }
  return values;
}

function oneOf(flag: Flag, raw: string, value: string): string {
  if (flag.pattern && !flag.pattern.test(value)) throw usage(say`${raw}: expected a value as in ${flag.example!}, found "${value}"`);
  if (!flag.values || flag.values.includes(value)) return value;
  throw usage(say`${raw}: expected ${listed(flag.values)}, found "${value}"${meant(nearest(value, flag.values))}`);
}

function commandOf(
  positionals: readonly string[],
  rest: Words['rest'],
  values: Values,
  around: Surroundings,
): { command: CommandName; operands: readonly string[] } {
  const [first, ...words] = positionals;
  if (first === 'run' && !values.has('help')) return { command: first, operands: commandToRun(words, rest ?? []) };
  const operands = [...words, ...(rest ?? [])];
  if (first === undefined) return { command: around.stdinHasInput && !values.has('help') ? 'explain' : 'help', operands: [] };
  const known = commands.find((command) => command.name === first);
  if (known) return { command: known.name, operands };
  if (around.fileExists(first)) throw usage(say`unknown command "${first}", did you mean: modwhy explain ${first}`);
  throw usage(
    say`unknown command "${first}"${meant(
      nearest(
        first,
        commands.map((command) => command.name),
      ),
    )}`,
  );
}

function commandToRun(words: readonly string[], rest: readonly string[]): readonly string[] {
  if (words.length > 0) throw usage(say`modwhy run: "${words[0]!}" stands before --; expected only flags there, and the command after it`);
  if (rest.length === 0 || rest[0] === '') throw usage(say`modwhy run needs a command after --, such as: modwhy run -- go build ./...`);
  return rest;
}

function meant(word: string | null, prefix = ''): Said | '' {
  return word ? say`, did you mean ${prefix + word}?` : '';
}

function listed(words: readonly string[]): Said {
  return say`${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

function usage(message: Said): ModwhyError {
  return new ModwhyError('E_USAGE', message);
}
