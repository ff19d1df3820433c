import { placeOf } from './add-logs.ts';
import { type Connection, listsOf } from './connection.ts';
import { joinScan } from './scans.ts';
import { storableSource, storableWord, wholeNumber } from './storable.ts';

interface FileState {
  readonly source: string;
  readonly size: number;
  readonly modified: number | null;
}

/**
 * For each file whether it was read with this catalog, and did not change since. One whose time nobody says is never known.
 * Only inside `write`, since the scan remembers those that are.
 */
export async function knownLogs(connection: Connection, files: readonly FileState[], catalog: string, scan: string): Promise<boolean[]> {
  const known = new Map<string, number[]>();
  const catalogWord = storableWord(catalog);
  const asked = files.map((file) => ({ ...file, source: storableSource(file.source) }));
  for (const { marks, values } of listsOf([...new Set(asked.map(({ source }) => placeOf(source)))])) {
    const rows = await connection.all<{ id: number; source: string; size: number; modified: number | null; text: string }>(
      `SELECT l.id, l.source, l.size, l.modified, w.text FROM log l JOIN word w ON w.id = l.catalog WHERE l.place IN (${marks})`,
      values,
    );
    for (const row of rows) {
      if (row.text !== catalogWord) continue;
      // An archive is known when its logs are: all of them are kept at once.
      for (const name of new Set([nameOf(row), nameOf({ ...row, source: row.source.split('!/', 1)[0]! })]))
        known.set(name, [...(known.get(name) ?? []), row.id]);
    }
  }
  const found = asked.map((file) => (file.modified === null ? undefined : known.get(nameOf(file))));
  await joinScan(
    connection,
    scan,
    found.flatMap((ids) => ids ?? []),
  );
  return found.map((ids) => ids !== undefined);
}

function nameOf({ source, size, modified }: FileState): string {
  return `${wholeNumber(size)} ${wholeNumber(modified)} ${source}`;
}
