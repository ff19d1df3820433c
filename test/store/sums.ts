import { expect } from 'vitest';
import type { Connection } from '../../src/store/connection.ts';
import { openConnection } from '../../src/store/open.ts';
import { placeOf } from '../../src/store/place.ts';
import { recomputation, sumTables } from './recompute.ts';

/** Compares every sum that is kept with what its rows add up to. */
export async function expectSumsToFit(where: string): Promise<void> {
  const connection: Connection = await openConnection(placeOf(where, {}));
  try {
    for (const table of Object.keys(sumTables))
      await connection.script(`CREATE TEMPORARY TABLE fresh_${table} AS SELECT * FROM ${table} WHERE 1 = 0`);
    for (const sql of recomputation(connection.kind, 'fresh_')) await connection.script(sql);
    for (const [table, columns] of Object.entries(sumTables)) {
      const rows = (from: string) => connection.all(`SELECT ${columns} FROM ${from} ORDER BY ${columns}`);
      expect({ table, rows: await rows(table) }).toEqual({ table, rows: await rows(`fresh_${table}`) });
    }
  } finally {
    await connection.close();
  }
}
