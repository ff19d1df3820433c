import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';

// Result codes of https://www.sqlite.org/rescode.html; the low byte of an extended one is its class.
const reasons: Readonly<Record<number, Said>> = {
  3: say`permission denied; check who may read and write it`,
  5: say`other processes write to it, and did not end within 30 seconds; try again when they have`,
  6: say`other processes write to it, and did not end within 30 seconds; try again when they have`,
  8: say`it may only be read here; check who may write there, or name another store in --store`,
  10: say`reading or writing failed; check the disk it lies on`,
  11: say`it is damaged; put it aside, and scan the logs again`,
  13: say`the disk is full; nothing of this batch was kept: make room and run it again`,
  14: say`it cannot be opened; check that its folder exists and who may write there`,
  26: say`it is no database; name another file in --store`,
};

/** An error of SQLite in words; what is none of its own stays as it is. */
export function sqliteFailure(error: unknown, name: string): unknown {
  const { code, errcode, message } = error as { code?: string; errcode?: number; message?: string };
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return error;
  const reason = reasons[errcode & 0xff] ?? message ?? '';
  return new ModwhyError('E_STORE', say`the store ${name} cannot be used: ${reason}`, { cause: error });
}
