import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';

/** The connection is gone, or the server is starting or stopping: the same work may be tried again. */
export class ConnectionLost extends ModwhyError {}

// SQLSTATE of https://www.postgresql.org/docs/current/errcodes-appendix.html; the first two characters are the class.
const states: Readonly<Record<string, Said>> = {
  '28': say`it does not take this user and password; check them in --store, PGPASSWORD or the .pgpass file`,
  '3D': say`it has no database of that name; make one (createdb), or correct the name`,
  '42501': say`this user may not do that there; give it the right to create a schema in that database`,
  '53100': say`the disk of the server is full; nothing of this batch was kept: make room and run it again`,
  '53300': say`it has no free connection; end some, or run fewer workers`,
  '55P03': say`other processes write to it, and did not end within 30 seconds; try again when they have`,
  '25006': say`it may only be read; name the primary server`,
};

// Names of Node's own errors, and what the server says when it goes.
const network: Readonly<Record<string, Said>> = {
  ECONNREFUSED: say`nobody listens at that address and port; check them, and that the server runs`,
  ENOTFOUND: say`its host has no address; check the name`,
  EAI_AGAIN: say`the name server does not answer; try again, or check the name of the host`,
  ETIMEDOUT: say`it does not answer; check the address, and what stands between`,
  EHOSTUNREACH: say`there is no way to that address; check the network`,
  ENOENT: say`there is no socket of that name; check the folder, and that the server runs`,
  ECONNRESET: say`it went away in the middle; run it again when it is back: nothing counts twice`,
  EPIPE: say`it went away in the middle; run it again when it is back: nothing counts twice`,
};

const lostStates = /^(?:08|57P0)/;
const lostWords = /Connection terminated|Client has encountered a connection error|not queryable|timeout expired|Client was closed/;
const certificates = /certificate|self-signed|SSL|TLS/i;

/** An error of the server or of the way to it in words, without a password. */
export function postgresFailure(error: unknown, name: string): unknown {
  if (error instanceof ModwhyError || !(error instanceof Error)) return error;
  const { code = '', message } = error as Error & { code?: string };
  const first = (error as AggregateError).errors?.[0] as { code?: string } | undefined;
  const system = code || first?.code || '';
  const lost = lostStates.test(code) || lostWords.test(message) || system in network;
  const known = network[system] ?? states[code] ?? states[code.slice(0, 2)];
  const reason =
    known ??
    (lost
      ? network.ECONNRESET!
      : certificates.test(message)
        ? say`${message}; check sslmode and sslrootcert in its URL`
        : message.split('\n')[0]!);
  if (!lost && known === undefined && code === '' && !certificates.test(message)) return error;
  const said = say`the store ${name} cannot be used: ${reason}`;
  return lost ? new ConnectionLost('E_STORE', said, { cause: error }) : new ModwhyError('E_STORE', said, { cause: error });
}
