import { afterAll, beforeAll } from 'vitest';
import type { HistoryStore } from '../../src/model/history.ts';
import { openStore } from '../../src/store/open.ts';
import { type Server, serverPrograms, startServer } from './server.ts';

const programs = serverPrograms();

/** Why there is no PostgreSQL here; empty where there is. */
export const withoutServer = 'missing' in programs ? programs.missing : '';

/** A server for all tests of a file. @returns makes an empty store on it */
export function serverOfFile(): { open(): Promise<HistoryStore>; url(): string; server(): Server } {
  let server: Server | null = null;
  let count = 0;
  beforeAll(() => {
    if ('folder' in programs) server = startServer(programs.folder);
  }, 300_000);
  afterAll(() => server?.remove(), 60_000);
  const url = () => server!.database(`store${++count}`);
  return { open: () => openStore(url(), {}), url, server: () => server! };
}
