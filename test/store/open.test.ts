import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openConnection, openStore } from '../../src/store/open.ts';
import { placeOf } from '../../src/store/place.ts';
import { modwhy } from '../cli/modwhy.ts';
import { serverOfFile, withoutServer } from './both.ts';
import { numberedLog } from './numbered.ts';

const servers = serverOfFile();
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said when it cannot be opened or used. */
async function failure(where: string | null, environment = {}): Promise<string> {
  try {
    const store = await openStore(where, environment);
    await store.add([numberedLog(1)], 'scan');
    await store.close();
    return 'it works';
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${code}: ${message}`;
  }
}

describe('SQLite', () => {
  test('without a name it is a file of the user alone, in the state folder', async () => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    expect(await failure(null, { HOME: home })).toBe('it works');
    const own = path.join(home, '.local/state/modwhy');
    expect(statSync(own).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(own, 'history.db')).mode & 0o777).toBe(0o600);
    expect(await failure(null, { XDG_STATE_HOME: home, HOME: '/nowhere' })).toBe('it works');
    expect(readdirSync(path.join(home, 'modwhy'))).toContain('history.db');
    expect(await failure(null)).toBe('E_STORE: there is no folder for the store, since HOME is not set: name a file in --store');
  });

  test('nothing is printed when it is loaded', () => {
    const file = path.join(import.meta.dirname, 'writer.ts');
    const { stderr, status } = spawnSync(process.execPath, [file, path.join(folder, 'quiet.db'), '0', '3', '3'], { encoding: 'utf8' });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test.each(['prefer', 'require', 'verify-ca'])('sslmode=%s checks the certificate, and pg has nothing to warn of', (mode) => {
    const { err, code } = modwhy(['history', 'top', '--store', `postgres://ci@127.0.0.1:1/modwhy?sslmode=${mode}&application_name=x`]);
    expect({ code, lines: err.trim().split('\n').length, listens: err.includes('nobody listens') }).toEqual({
      code: 2,
      lines: 1,
      listens: true,
    });
  });

  test('what cannot be a store is said, and left as it is', async () => {
    const text = path.join(folder, 'text.db');
    writeFileSync(text, 'this is a text of some length, and no database at all\n'.repeat(50));
    expect(await failure(text)).toBe(`E_STORE: the store ${text} cannot be used: it is no database; name another file in --store`);
    const other = path.join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE bookmarks (url TEXT)');
    database.close();
    expect(await failure(other)).toBe(
      `E_STORE: ${other} is a database of another program; nothing was changed: name a new file in --store`,
    );
    expect(await failure(folder)).toContain('it is a folder; name a file in it');
    expect(await failure(path.join(folder, 'no/such.db'))).toContain('its folder does not exist; make it first');
    expect(await failure('mysql://root:geheim@db.corp.test/x')).toBe(
      'E_STORE: mysql:// is no store: expected a file, none, or postgres://user@host/database',
    );
  });

  test('one of a newer modwhy is not touched', async () => {
    const file = path.join(folder, 'newer.db');
    await (await openStore(file, {})).close();
    const database = new DatabaseSync(file);
    database.exec('UPDATE modwhy_version SET version = 99');
    database.close();
    expect(await failure(file)).toMatch(
      /^E_STORE: .*newer\.db was made by a newer modwhy \(its version is 99, expected at most \d+\); nothing was changed:/,
    );
    const again = new DatabaseSync(file);
    expect({ ...again.prepare('SELECT (SELECT version FROM modwhy_version) AS version, count(*) AS logs FROM log').get() }).toEqual({
      version: 99,
      logs: 0,
    });
    again.close();
  });

  const mounts = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
  test.skipIf(!mounts)('a full disk keeps nothing of a batch', { timeout: 60_000 }, async () => {
    const small = path.join(folder, 'small');
    mkdirSync(small);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status !== 0) return;
    try {
      const store = await openStore(path.join(small, 'full.db'), {});
      const batch = (from: number) => Array.from({ length: 200 }, (_, at) => numberedLog(from + at));
      let kept = 0;
      const message = await (async () => {
        for (;;) {
          try {
            await store.add(batch(kept), 'scan');
            kept += 200;
          } catch (error) {
            return (error as Error).message;
          }
        }
      })();
      expect(message).toContain('the disk is full; nothing of this batch was kept: make room and run it again');
      expect((await store.totals({})).logs).toBe(kept);
      await store.close();
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

/** Many processes that begin at the same moment, each with logs of its own. */
async function startTogether(where: string, count: number): Promise<void> {
  const writers = Array.from({ length: count }, (_, at) =>
    spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), where, String(at * 10), '10', '5'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number));
  expect(codes).toEqual(Array(count).fill(0));
  const store = await openStore(where, {});
  expect((await store.totals({})).logs).toBe(count * 10);
  await store.close();
  const connection = await openConnection(placeOf(where, {}));
  expect((await connection.all('SELECT version FROM modwhy_version')).length).toBe(1);
  await connection.close();
}

test('eight processes that make a file together make it once', { timeout: 60_000 }, async () => {
  await startTogether(path.join(folder, 'together.db'), 8);
});

describe.skipIf(withoutServer)(`PostgreSQL ${withoutServer}`, () => {
  test('eight processes that make the tables together make them once', { timeout: 60_000 }, async () => {
    await startTogether(servers.url(), 8);
  });

  test('what is wrong with a server is said without its password', { timeout: 60_000 }, async () => {
    const url = servers.url();
    expect(await failure(url)).toBe('it works');
    expect(await failure(url.replace(/\/store\d+/, '/missing'))).toMatch(/^E_STORE: .*it has no database of that name; make one/);
    expect(await failure(url.replace('tester@', 'stranger:geheim@'))).toMatch(
      /^E_STORE: the store postgres:\/\/stranger@\S+ cannot be used: it does not take this user and password;/,
    );
    expect(await failure('postgres://tester:geheim@127.0.0.1:1/x')).toBe(
      'E_STORE: the store postgres://tester@127.0.0.1:1/x cannot be used: nobody listens at that address and port; check them, and that the server runs',
    );
    expect(await failure('postgres://tester:geheim@no-such-host.invalid/x')).toMatch(
      /^E_STORE: the store postgres:\/\/tester@no-such-host\.invalid\/x cannot be used: (?:its host has no address|the name server does not answer)/,
    );
    expect(await failure('postgres://tester:ge/heim#@db.corp.test/x')).not.toContain('heim');
    const [, socket] = /host=([^&]+)/.exec(url)!;
    expect(await failure(`postgres://tester@/x?host=${socket}-none`)).toMatch(/there is no socket of that name/);
  });

  test('tables of a newer modwhy are not touched', async () => {
    const url = servers.url();
    const connection = await openConnection(placeOf(url, {}));
    await connection.script('UPDATE modwhy_version SET version = 99');
    await connection.close();
    expect(await failure(url)).toMatch(/was made by a newer modwhy \(its version is 99/);
  });
});

test('a log keeps no secret, in whatever field it came', async () => {
  const file = path.join(folder, 'secrets.db');
  const token = 'ghp_Zk3mQ8vT1xW6yB4nR7sD2fG9hJ5kL0pA1cE3';
  const secret = `https://bob:${token}@git.corp.test/x`;
  const [incident] = numberedLog(1).incidents;
  const store = await openStore(file, {});
  const words = { cause: secret, code: secret, observer: secret, module: secret, version: secret, host: secret, path: secret };
  await store.add(
    [
      {
        ...numberedLog(1),
        ...{ source: secret, catalog: secret, job: secret, commit: secret, runner: secret, ids: [secret] },
        error: { code: secret, message: secret },
        incidents: [{ ...incident!, ...words, fingerprint: secret, text: secret, command: secret, template: secret }],
      },
    ],
    secret,
  );
  await store.known([{ source: secret, size: 1, modified: 1 }], secret, secret);
  const bytes = readdirSync(folder)
    .filter((name) => name.startsWith('secrets.db'))
    .map((name) => readFileSync(path.join(folder, name)));
  expect(bytes.some((one) => one.includes('git.corp.test'))).toBe(true);
  expect(bytes.some((one) => one.includes(token))).toBe(false);
  await store.close();
});

test('what a scan read, and found unchanged, is told from the rest', async () => {
  const store = await openStore('none', {});
  const dated = (number: number) => ({ ...numberedLog(number), modified: 5000 + number });
  await store.add([1, 2, 3, 4].map(dated), 'first');
  const files = [1, 2, 9].map((number) => ({ source: `/logs/${number}.log`, size: 1000 + number, modified: 5000 + number }));
  const changed = { ...files[0]!, size: 7 };
  const nobodySays = { ...files[1]!, modified: null };
  expect(await store.known([...files, changed, nobodySays], '2026.12.0', 'second')).toEqual([true, true, false, false, false]);
  expect(await store.known(files, '2027.01.0', 'third')).toEqual([false, false, false]);
  await store.add([dated(9)], 'second');
  expect((await store.totals({ scan: 'first' })).logs).toBe(4);
  expect((await store.totals({ scan: 'second' })).logs).toBe(3);
  expect((await store.top({ scan: 'second' }, 9)).map(({ fingerprint, logs }) => [fingerprint, logs])).toEqual([
    ['1:example.com/lib-1', 1],
    ['1:example.com/lib-2', 1],
  ]);
  expect((await store.totals({ scan: 'none of these' })).logs).toBe(0);
  await store.close();
});
