import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations, schemaFor } from '../../src/store/migrations.ts';
import { openConnection, openStore } from '../../src/store/open.ts';
import { placeOf } from '../../src/store/place.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { serverOfFile, withoutServer } from './both.ts';
import { numberedLog } from './numbered.ts';
import { expectSumsToFit } from './sums.ts';

const servers = serverOfFile();
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a store of the first version had, brought to this one: it takes logs and answers as one that was made today. */
async function fromTheFirst(connection: Connection, where: string): Promise<void> {
  await connection.write(async () => {
    await connection.script('CREATE TABLE modwhy_version (version INTEGER NOT NULL); INSERT INTO modwhy_version VALUES (1)');
    await connection.script(schemaFor(connection.kind, migrations[0]!.sql));
  });
  await migrate(connection);
  expect(await connection.all('SELECT version FROM modwhy_version')).toEqual([{ version: migrations.at(-1)!.version }]);
  const logs = Array.from({ length: 40 }, (_, at) => numberedLog(at));
  const answers = [];
  for (const one of [where, 'none']) {
    const store = await openStore(one, {});
    await store.add(logs, 'scan');
    await store.add(logs, 'again');
    answers.push([await store.totals({}), await store.top({}, 20), await store.trend({}, 'runner', 'day', 8), await store.pivot({}, 10)]);
    await store.close();
  }
  expect(answers[0]).toEqual(answers[1]);
}

/** A store of the second version with what it kept: the sums that came since are made of its rows. */
async function fromTheSecond(where: string): Promise<void> {
  const logs = [
    ...Array.from({ length: 60 }, (_, at) => numberedLog(at)),
    ...[Date.UTC(2024, 1, 29, 23, 59, 59, 999), Date.UTC(2024, 2), Date.UTC(1970, 0, 1), null].map((at, more) => ({
      ...numberedLog(60 + more * 7),
      at,
    })),
  ];
  const store = await openStore(where, {});
  await store.add(logs, 'scan');
  const hours = await store.hours({}, 'fingerprint', 8);
  await store.close();
  const connection = await openConnection(placeOf(where, {}));
  await connection.script('DROP TABLE kind_hours; UPDATE modwhy_version SET version = 2');
  await connection.close();
  const again = await openStore(where, {});
  expect(await again.hours({}, 'fingerprint', 8)).toEqual(hours);
  expect(hours.length).toBeGreaterThan(10);
  await again.close();
  await expectSumsToFit(where);
}

test('a file of the second version has the sums that came since', () => fromTheSecond(path.join(folder, 'second.db')));

test('a file of the first version answers as one of this version', async () => {
  const file = path.join(folder, 'first.db');
  const connection = openSqlite(file, file);
  await fromTheFirst(connection, file);
  await connection.close();
});

describe.skipIf(withoutServer)(`PostgreSQL ${withoutServer}`, () => {
  test('a server of the second version has the sums that came since', () => fromTheSecond(servers.url()));

  test('a server of the first version answers as one of this version, and reads sums without their rows', async () => {
    const url = servers.url();
    const connection = await openPostgres(url, 'first');
    await fromTheFirst(connection, url);
    const [index] = await connection.all<{ definition: string }>("SELECT pg_get_indexdef('kind_axis_pkey'::regclass) AS definition");
    expect(index?.definition).toMatch(/\(kind, axis, bucket, key\) INCLUDE \(logs\)$/);
    await connection.close();
  });
});
