/** What may be done about a cause without asking: nothing, only by a person, or by modwhy itself. */
export type Permission = 'never' | 'person' | 'automatic';

const permissions: readonly Permission[] = ['never', 'person', 'automatic'];

/** A row of the table: what has happened, what is done, and who does it. */
export interface PolicyRow {
  /** A cause (`goproxy.server-error`), a family (`network.*`) or all (`*`). */
  readonly trigger: string;
  readonly action: 'retry' | 'never';
  readonly who: 'automatic' | 'person';
}

/** What may be retried, by cause. */
export type PermissionOf = (cause: string) => Permission;

/** The stricter one of two. */
export function stricter(one: Permission, other: Permission): Permission {
  return permissions[Math.min(permissions.indexOf(one), permissions.indexOf(other))]!;
}
