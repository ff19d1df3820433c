/** One flag of the command line. */
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

/** `-o, --output FILE` */
export function flagSynopsis(flag: Flag): string {
  return `${flag.short ? `-${flag.short}, ` : '    '}--${flag.name}${flag.argument ? ` ${flag.argument}` : ''}`;
}

/** What a flag does in the help of one command. */
export function flagHelp({ help, helpOf }: Flag, command: string): string {
  return helpOf?.[command] ?? help;
}
