import { parseGoauth } from './goauth.ts';
import { type Machine, netrcMachineFor } from './netrc.ts';

/** Where the credentials of a request come from; never what they are. */
export interface Credential {
  readonly kind: 'url' | 'netrc' | 'git' | 'command';
  /** Machine, folder or program; of a URL, its host. */
  readonly name: string;
  /** `first` with the first request, `after-4xx` when that was refused with 4xx. */
  readonly when: 'first' | 'after-4xx';
}

export interface CredentialSettings {
  readonly goauth: string;
  readonly machines: readonly Machine[];
  readonly minor: number;
}

/**
 * The credentials that the go command has for a request of its own. Plain http gets none but those in the URL; git has others.
 * Source: cmd/go/internal/web/http.go and auth.go; net/http, send, which takes those of the URL only where no header is set.
 */
export function credentialsFor(url: string, { goauth, machines, minor }: CredentialSettings): Credential[] {
  const user = /^https?:\/\/([^/?#]*)@([^/?#]*)/i.exec(url);
  const own: Credential[] = user ? [{ kind: 'url', name: user[2]!, when: 'first' }] : [];
  const found = parseGoauth(goauth, minor);
  if (!/^https:/i.test(url) || 'error' in found) return own;
  const others = found.methods.flatMap((method): Credential[] => {
    if (method.kind === 'git') return [{ kind: 'git', name: method.folder, when: 'after-4xx' }];
    if (method.kind === 'command') return [{ kind: 'command', name: method.program, when: 'first' }];
    const machine = netrcMachineFor(url, machines, minor);
    return machine === null ? [] : [{ kind: 'netrc', name: machine, when: 'first' }];
  });
  // A header that is there already is stronger than what stands in the URL.
  return others.some(({ kind }) => kind === 'netrc') ? others : [...own, ...others];
}
