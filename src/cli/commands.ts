/** One command, for help and for "did you mean". */
export interface CommandEntry {
  readonly name: string;
  readonly synopsis: string;
  readonly help: string;
  /** Another command's help speaks for it. */
  readonly silent?: boolean;
}

export const commands = [
  { name: 'explain', synopsis: 'explain [FILE...]', help: 'explain logs; no FILE or -: standard input' },
  { name: 'redact', synopsis: 'redact [FILE...]', help: 'the log with its secrets hidden, safe to share' },
  { name: 'help', synopsis: 'help [TOPIC]', help: 'keys, redact, environment, exit-codes, formats' },
  { name: 'causes', synopsis: 'causes [CODE|SLUG]', help: 'causes it knows; modwhy rules: signals' },
  { name: 'rules', synopsis: 'rules [ID]', help: 'its signals, with their samples', silent: true },
  { name: 'route', synopsis: 'route MODULE[@V]', help: 'which servers go asks for a module, and why' },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof commands)[number]['name'];
