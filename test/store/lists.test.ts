import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listsOf } from '../../src/store/connection.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

test('lists of a statement have one of four lengths, and say the same as the values', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer(), { maxLength: 1500 }), async (values) => {
      const lists = [...listsOf(values)];
      expect(new Set(lists.flatMap(({ values }) => values))).toEqual(new Set(values));
      for (const { marks, values } of lists) {
        expect([8, 32, 128, 512]).toContain(values.length);
        expect(marks).toBe(values.map(() => '?').join(','));
      }
    }),
  );
});

test('a row is found once, however often its value stands in the list', async () => {
  const connection = openSqlite(':memory:', 'none');
  await connection.script('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)');
  const found: number[] = [];
  for (const { marks, values } of listsOf([1, 3]))
    for (const { a } of await connection.all<{ a: number }>(`SELECT a FROM t WHERE a IN (${marks})`, values)) found.push(a);
  expect(found).toEqual([1, 3]);
  await connection.close();
});
