import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from 'vitest';
import { serverOfFile, withoutServer } from '../../store/both.ts';
import { killWriters } from '../../store/kills.ts';

const servers = serverOfFile();
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('after 100 kills of writers every log counts once in SQLite', { timeout: 600_000 }, async () => {
  for (let round = 0; round < 5; round++) await killWriters(path.join(folder, `killed-${round}.db`), 20, 10 + round);
});

test.skipIf(withoutServer)(`after 100 more in PostgreSQL, which crashes too ${withoutServer}`, { timeout: 600_000 }, async () => {
  for (let round = 0; round < 5; round++)
    await killWriters(servers.url(), 20, 20 + round, (killed) => {
      if (killed % 8 === 6) servers.server().crash();
    });
});
