/** One command, for help and for "did you mean". */
export interface CommandEntry {
  readonly name: string;
  readonly synopsis: string;
  readonly help: string;
  /** The only words that its first operand may be, where the synopsis does not say them. */
  readonly operands?: readonly string[];
  /** Another command's help speaks for it. */
  readonly silent?: boolean;
  /** It stands in `modwhy help commands` alone, since the overview has 24 lines. */
  readonly more?: true;
}

export const commands = [
  { name: 'explain', synopsis: 'explain [FILE...]', help: 'explain logs; no FILE or -: standard input' },
  { name: 'run', synopsis: 'run -- CMD ARGS...', help: 'run a command, explain when it fails; help run' },
  { name: 'paste', synopsis: 'paste', help: 'paste a log, explained while it comes' },
  { name: 'watch', synopsis: 'watch FILE...', help: 'follow logs that grow, through rotation' },
  { name: 'scan', synopsis: 'scan PATH|GLOB|-...', help: 'many logs: which causes, how often, since when' },
  { name: 'redact', synopsis: 'redact [FILE...]', help: 'the log with its secrets hidden, safe to share' },
  { name: 'help', synopsis: 'help [TOPIC]', help: 'COMMAND, commands, environment, formats ...' },
  { name: 'causes', synopsis: 'causes [CODE|SLUG]', help: 'causes it knows; modwhy rules: signals' },
  { name: 'rules', synopsis: 'rules [ID]', help: 'its signals, with their samples', silent: true },
  { name: 'route', synopsis: 'route MODULE[@V]', help: 'which servers go asks for a module, and why' },
  { name: 'config', synopsis: 'config', help: 'settings of config files, and what run may retry', silent: true },
  {
    name: 'history',
    synopsis: 'history [top|show|...]',
    operands: ['top', 'trend', 'show', 'compare', 'prune', 'unexplained'],
    help: 'what many scanned logs say together',
    more: true,
  },
  { name: 'worker', synopsis: 'worker', help: 'read the logs that scan --enqueue has put on a server', more: true },
  { name: 'tree', synopsis: 'tree [FILE|TEXT]', help: 'what to look at where the log does not decide', more: true },
  { name: 'cache', synopsis: 'cache [DIR]', help: "what is damaged or left over in go's caches", more: true },
  { name: 'env', synopsis: 'env diff|why', help: 'how two go env differ; where a setting comes from', more: true },
  { name: 'blame', synopsis: 'blame MODULE[@V]', help: 'who pulls a module into the build', more: true },
  { name: 'compare', synopsis: 'compare GOOD BAD', help: 'where two logs, go.mod or go.sum go apart', more: true },
  { name: 'repro', synopsis: 'repro [LOG]', help: 'the commands that show a failure again', more: true },
  { name: 'doctor', synopsis: 'doctor [MODULE[@V]]', help: 'from here to the module, step by step', more: true },
  { name: 'bypass', synopsis: 'bypass [list|add|end]', help: 'what weakens checks here, since when, until when', more: true },
  {
    name: 'completion',
    synopsis: 'completion SHELL',
    operands: ['bash', 'zsh', 'fish', 'powershell'],
    help: 'a script by which bash, zsh, fish or powershell completes words',
    more: true,
  },
  { name: 'man', synopsis: 'man', help: 'the manual page: modwhy man | man -l -', more: true },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof commands)[number]['name'];
