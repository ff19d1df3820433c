/** How sentences of rules are completed. */
export const sentence = {
  /** Where the log does not name the thing. */
  unnamed: {
    module: 'the module',
    version: 'that version',
    host: 'the host',
    sumdb_host: 'the checksum database',
    package: 'the package',
    url: 'the address',
    path: 'the path',
    address: 'the address',
    go_version: 'that Go version',
  } as Readonly<Record<string, string>>,
  /** What stands between < and > in a command for a name that the log does not give, where it is not the name itself. */
  toFillIn: {} as Readonly<Record<string, string>>,
  /** `a, b and c` */
  comma: ', ',
  and: ' and ',
  more: (count: number) => `${count} more`,
} as const;
