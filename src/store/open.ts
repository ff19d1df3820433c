import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModwhyError } from '../model/error.ts';
import type { HistoryStore } from '../model/history.ts';
import { type Said, say } from '../model/said.ts';
import type { Connection } from './connection.ts';
import { DatabaseStore } from './database-store.ts';
import { migrate } from './migrate.ts';
import { placeOf, type StorePlace } from './place.ts';

/**
 * Opens the store, and brings it to this version.
 * @param where null: a file in the state folder; a file; `none`: only while the process lives; or `postgres://user@host/database`
 * @param make a file that is not there is made
 * @throws ModwhyError E_STORE in one sentence what is wrong with it and what to do
 */
export async function openStore(
  where: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  { make = true }: { readonly make?: boolean } = {},
): Promise<HistoryStore> {
  const place = placeOf(where, environment);
  if (!make && place.kind === 'file' && !existsSync(place.file))
    throw new ModwhyError('E_STORE', say`there is no store ${place.name} yet: modwhy scan makes it, or name another one in --store`);
  const open = () => openConnection(place);
  return new DatabaseStore(await open(), open);
}

/** The database behind a store, brought to this version. @throws ModwhyError E_STORE */
export async function openConnection(place: StorePlace): Promise<Connection> {
  const connection = await opened(place);
  try {
    await migrate(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function opened(place: StorePlace): Promise<Connection> {
  if (place.kind === 'server') return (await import('./postgres.ts')).openPostgres(place.url, place.name);
  const { openSqlite } = await import('./sqlite.ts');
  if (place.kind === 'memory') return openSqlite(':memory:', place.name);
  makePlace(place.file, place.own, place.name);
  return openSqlite(place.file, place.name);
}

/** Only the user may read what a build says: the file is made so before anything is in it, and our own folder too. */
function makePlace(file: string, own: boolean, name: string): void {
  try {
    if (own) {
      const folder = path.dirname(file);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!existsSync(file)) writeFileSync(file, '', { flag: 'a', mode: 0o600 });
  } catch (error) {
    throw new ModwhyError('E_STORE', say`the store ${name} cannot be made: ${reason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}

function reason({ code, message }: NodeJS.ErrnoException): Said | string {
  if (code === 'ENOENT') return say`its folder does not exist; make it first`;
  if (code === 'ENOSPC') return say`the disk is full; make room, or name another file in --store`;
  if (code === 'EISDIR') return say`it is a folder; name a file in it`;
  if (code === 'EACCES' || code === 'EPERM') return say`permission denied; check who may write there, or name another file in --store`;
  if (code === 'EROFS') return say`it may only be read here; check who may write there, or name another store in --store`;
  return message;
}
