import path from 'node:path';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

/** Where a store is. `name` is what messages say: without a password. */
export type StorePlace =
  | { readonly kind: 'memory'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: string; readonly own: boolean }
  | { readonly kind: 'server'; readonly name: string; readonly url: string };

/**
 * Understands what `--store` says.
 * @param where null: the file in the state folder of the user
 * @throws ModwhyError E_STORE when there is no such folder, or the URL is none
 */
export function placeOf(where: string | null, environment: Readonly<Record<string, string | undefined>>): StorePlace {
  if (where === 'none') return { kind: 'memory', name: 'none' };
  if (where !== null && /^postgres(?:ql)?:/i.test(where)) return { kind: 'server', name: nameOf(where), url: withFullCheck(where) };
  const scheme = where === null ? null : /^([a-z][a-z0-9+.-]+):\/\//i.exec(where)?.[1];
  if (scheme) throw new ModwhyError('E_STORE', say`${`${scheme}://`} is no store: expected a file, none, or postgres://user@host/database`);
  if (where !== null) return { kind: 'file', name: where, file: path.resolve(where), own: false };
  const base = absolute(environment.XDG_STATE_HOME) ?? under(absolute(environment.HOME) ?? absolute(environment.USERPROFILE));
  if (base === null) throw new ModwhyError('E_STORE', say`there is no folder for the store, since HOME is not set: name a file in --store`);
  const file = path.join(base, 'modwhy', 'history.db');
  return { kind: 'file', name: file, file, own: true };
}

function absolute(folder: string | undefined): string | null {
  return folder && path.isAbsolute(folder) ? folder : null;
}

function under(home: string | null): string | null {
  return home && path.join(home, '.local', 'state');
}

/** pg 8 checks the certificate for each of these and warns that a later one may not: what is meant is said, so that it stays. */
function withFullCheck(url: string): string {
  return url.includes('uselibpqcompat=') ? url : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** A server without its password. What cannot be read as a URL is not repeated, since anything may stand in it. */
function nameOf(url: string): string {
  try {
    // A user without a host is how a socket is named, and no URL to others than libpq.
    const { protocol, username, host, pathname, searchParams } = new URL(url.replace('@/', '@localhost/'));
    const socket = searchParams.get('host');
    return `${protocol}//${username ? `${username}@` : ''}${socket ?? host}${pathname}`;
  } catch {
    throw new ModwhyError(
      'E_STORE',
      say`this is no URL of a store: expected postgres://user@host:5432/database, with % and two digits for special characters`,
    );
  }
}
