/** One command, for help and for "did you mean". */
export interface CommandEntry {
  readonly name: string;
  readonly synopsis: string;
  readonly help: string;
}

export const commands = [
  { name: 'explain', synopsis: 'explain [FILE...]', help: 'explain logs; no FILE or -: standard input' },
  { name: 'redact', synopsis: 'redact [FILE...]', help: 'the log with its secrets hidden, safe to share' },
  { name: 'help', synopsis: 'help [TOPIC]', help: 'keys, redact, environment, exit-codes, formats' },
  { name: 'causes', synopsis: 'causes [CODE|SLUG]', help: 'all causes that it knows, and what to do' },
  { name: 'rules', synopsis: 'rules [ID]', help: 'its signals, with their samples' },
  { name: 'route', synopsis: 'route MODULE[@V]', help: 'which servers go asks for a module, and why' },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof commands)[number]['name'];
