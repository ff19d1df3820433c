import { type Permission, type PermissionOf, type PolicyRow, stricter } from '../model/policy.ts';

// What an attacker would like to be asked again until it works. No table allows it.
const security = /^(?:checksum|tls|auth)\./;

/** The rows that hold without any config: a cause that the catalog marks as transient may be retried. */
export function defaultRows(causes: readonly { readonly id: string; readonly transient: boolean }[]): PolicyRow[] {
  return causes
    .filter(({ id, transient }) => transient && !security.test(id))
    .map(({ id }) => ({ trigger: id, action: 'retry', who: 'automatic' }) as const);
}

/**
 * @param own rows of the user, over the defaults
 * @param project rows of the project: they can only take away
 */
export function permissionOf(defaults: readonly PolicyRow[], own: readonly PolicyRow[], project: readonly PolicyRow[]): PermissionOf {
  return (cause) => {
    if (security.test(cause)) return 'never';
    const mine = rowFor(own, cause) ?? rowFor(defaults, cause);
    const theirs = rowFor(project, cause);
    const base = mine ? permission(mine) : 'never';
    return theirs ? stricter(base, permission(theirs)) : base;
  };
}

/** The row that says most about a cause: its own name, then its family, then `*`. Of two alike, the last one. */
function rowFor(rows: readonly PolicyRow[], cause: string): PolicyRow | undefined {
  const family = `${cause.split('.')[0]}.*`;
  for (const trigger of [cause, family, '*']) {
    const found = rows.findLast((row) => row.trigger === trigger);
    if (found) return found;
  }
  return undefined;
}

function permission({ action, who }: PolicyRow): Permission {
  return action === 'never' ? 'never' : who;
}
