/** One way in which GOAUTH gets credentials. */
type AuthMethod =
  | { readonly kind: 'netrc' }
  /** git's credential helpers, asked in that folder after a first answer of 4xx. */
  | { readonly kind: 'git'; readonly folder: string }
  /** A program that prints headers. Only its name is kept: its arguments may hold a secret. */
  | { readonly kind: 'command'; readonly program: string };

export type AuthMethods = { readonly methods: readonly AuthMethod[] } | { readonly error: string };

/**
 * GOAUTH, first to last. Before Go 1.24 there was only netrc.
 * @returns an error where the go command ends at its first https request. Source: cmd/go/internal/auth/auth.go, runGoAuth.
 */
export function parseGoauth(value: string, minor: number = Infinity): AuthMethods {
  if (minor < 24) return { methods: [{ kind: 'netrc' }] };
  if (value === 'off') return { methods: [] };
  const methods: AuthMethod[] = [];
  const commands = value.split(';');
  // The last one runs first, and the first mistake that it meets ends it.
  for (const command of commands.toReversed()) {
    const words = command.split(/\s+/).filter((word) => word !== '');
    const [kind, folder] = words;
    if (kind === undefined) return { error: `GOAUTH encountered an empty command (GOAUTH=${shownGoauth(value)})` };
    if (kind === 'off') {
      if (commands.length !== 1)
        return { error: `GOAUTH=off cannot be combined with other authentication commands (GOAUTH=${shownGoauth(value)})` };
      return { methods: [] };
    }
    if (kind === 'netrc') methods.unshift({ kind });
    else if (kind !== 'git') methods.unshift({ kind: 'command', program: kind });
    else if (words.length !== 2) return { error: 'GOAUTH=git dir method requires an absolute path to the git working directory' };
    else if (!/^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder!))
      return { error: 'GOAUTH=git dir method requires an absolute path to the git working directory, dir is not absolute' };
    else methods.unshift({ kind, folder: folder! });
  }
  return { methods };
}

/** The value without the arguments of its programs, which may hold a secret. */
export function shownGoauth(value: string): string {
  return value
    .split(';')
    .map((command) => {
      const words = command.split(/\s+/).filter((word) => word !== '');
      return words.length < 2 || words[0] === 'git' ? words.join(' ') : `${words[0]} ...`;
    })
    .join('; ');
}
