import { chownSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// `nobody` on every Unix that has one; nothing looks the name up.
const USER = 65_534;

/** Whether a sandbox for "not root" has to change the user: root may write everywhere. */
export function mustChangeUser(): boolean {
  return process.getuid?.() === 0;
}

/** The command line that runs `argv` as the other user. */
export function asOtherUser(argv: readonly string[]): string[] {
  return ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', '--', ...argv];
}

/** Gives a folder and all in it to the other user. */
export function giveAway(folder: string): void {
  chownSync(folder, USER, USER);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) giveAway(name);
    else lchownSync(name, USER, USER);
  }
}
