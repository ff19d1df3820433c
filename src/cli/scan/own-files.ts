import path from 'node:path';
import { placeOf, type StorePlace } from '../../store/place.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

// SQLite keeps what is being written beside the file: https://www.sqlite.org/tempfiles.html.
const besideStore = ['', '-wal', '-shm', '-journal'];

/** Absolute paths of what a scan writes, the report and the store: they may lie among the logs, and tell of failures as logs do. */
export function ownFiles({ output, scan: { store } }: Options, { env }: Io): Set<string> {
  const place = placed(store, env);
  return new Set([
    ...(output === null || output === '-' ? [] : [path.resolve(output)]),
    ...(place?.kind === 'file' ? besideStore.map((end) => place.file + end) : []),
  ]);
}

/** A scan goes on where there is no place for a store. */
function placed(store: string | null, environment: Io['env']): StorePlace | null {
  try {
    return placeOf(store, environment);
  } catch {
    return null;
  }
}
