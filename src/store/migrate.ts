import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import type { Connection } from './connection.ts';
import { migrations, schemaFor } from './migrations.ts';

const newest = migrations.at(-1)!.version;

/**
 * Brings the schema to this version. Many processes may start at once: one of them does it, the others wait for it.
 * @throws ModwhyError E_STORE when the store was made by a newer modwhy, or is the database of another program
 */
export async function migrate(connection: Connection): Promise<void> {
  if ((await versionOf(connection)) === newest) return;
  await connection.write(async () => {
    const version = await versionOf(connection);
    if (version > newest)
      throw new ModwhyError(
        'E_STORE',
        say`${connection.name} was made by a newer modwhy (its version is ${version}, expected at most ${newest}); nothing was changed: use the newer one, or name another store in --store`,
      );
    if (version === 0 && (await hasOtherTables(connection)))
      throw new ModwhyError(
        'E_STORE',
        say`${connection.name} is a database of another program; nothing was changed: name a new file in --store`,
      );
    if (version === 0)
      await connection.script('CREATE TABLE modwhy_version (version INTEGER NOT NULL); INSERT INTO modwhy_version VALUES (0)');
    for (const step of migrations) {
      if (step.version <= version) continue;
      await connection.script(schemaFor(connection.kind, step.sql));
      if (connection.kind === 'postgres' && step.postgres) await connection.script(step.postgres);
    }
    await connection.script(`UPDATE modwhy_version SET version = ${newest}`);
  });
}

/** 0 for one that is empty. */
async function versionOf(connection: Connection): Promise<number> {
  const tables = await connection.all(
    connection.kind === 'sqlite'
      ? `SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = 'modwhy_version'`
      : `SELECT 1 AS one FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'modwhy_version'`,
  );
  if (tables.length === 0) return 0;
  const [row] = await connection.all<{ version: number }>('SELECT version FROM modwhy_version');
  return row?.version ?? 0;
}

/** A server has a schema for us alone, so only a file can be somebody else's. */
async function hasOtherTables(connection: Connection): Promise<boolean> {
  if (connection.kind === 'postgres') return false;
  return (await connection.all('SELECT 1 AS one FROM sqlite_master LIMIT 1')).length > 0;
}
