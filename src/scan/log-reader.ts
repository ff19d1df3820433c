import type { Language } from '../i18n/texts.ts';
import type { Entry, Notes } from '../ingest/notes.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Pack } from '../model/catalog.ts';
import type { Report } from '../model/report.ts';
import { createSession } from '../session/session.ts';
import type { WholeSession } from '../session/types.ts';
import type { Triage } from './triage.ts';

/** What reading needs, made once a thread. */
export interface Reading {
  readonly pack: Pack;
  readonly linear: LinearEngine | null;
  readonly triage: Triage;
  readonly version: string;
  readonly language: Language;
  /** Every log gets a report, one without a failure too. */
  readonly reports: boolean;
  /** What is read gets its hash, for a store. */
  readonly hashes: boolean;
}

/** From so many bytes on, what was read is not held until it is known whether a report is needed. */
export const heldBytes = 1 << 20;
const headBytes = 1 << 15;
// Said of an archive whose other files were left out: those that were read are whole.
export const othersLeftOut: ReadonlySet<string> = new Set([
  'archive-encrypted',
  'archive-method',
  'archive-depth',
  'archive-held',
  'archive-entries',
]);

/** One log, while its bytes come: it is only looked through until something in it may be a failure, and then read by a session from its first byte. */
export interface LogReader {
  readonly notes: Notes;
  /** Its report is a row of the output. */
  readonly wantsRow: boolean;
  /** @param stays the bytes are not written over before the log ends, so that no copy is needed */
  push(bytes: Uint8Array, stays?: boolean): void;
  /** @returns null when there is no failure and nobody wants a report */
  end(): Report | null;
  /** It was not read to its end, so that it may have failed after what was read. */
  isPart(): boolean;
  head(): string;
}

/** @param name and place of the input in the report @param isFailing it is known that a failure may stand in it */
export function createLogReader(reading: Reading, name: string, index: number, isFailing = false): LogReader {
  const { pack, linear, triage, version, language, reports } = reading;
  const seen = reports ? 'on' : 'off';
  const said: ((session: WholeSession) => void)[] = [];
  let session: WholeSession | null = null;
  let held: Uint8Array[] = [];
  let length = 0;
  let head = '';
  let part = false;

  const open = (): WholeSession => {
    const opened = createSession(pack, { name, index, version, language, zoom: 'off', timeline: seen, remedies: seen }, linear);
    for (const say of said.splice(0)) say(opened);
    for (const bytes of held) opened.push(bytes, true);
    held = [];
    session = opened;
    return opened;
  };
  const tell = (say: (session: WholeSession) => void) => {
    if (session) say(session);
    else said.push(say);
  };
  triage.reset();
  if (reading.reports || isFailing) open();

  return {
    wantsRow: reading.reports,
    notes: {
      entry: (entry: Entry) => tell((session) => session.entry(entry)),
      encoding: (encoding) => tell((session) => session.encoding(encoding)),
      cut(limit, seen, kept) {
        part ||= limit !== 'archive-not-text' && !othersLeftOut.has(limit);
        tell((session) => session.cut(limit, seen, kept));
      },
    },
    push(bytes, stays = false) {
      if (head.length < headBytes) head += bytesOf(bytes).toString('latin1', 0, headBytes - head.length);
      if (session) return session.push(bytes, stays);
      length += bytes.length;
      if (triage.push(bytes) || length > heldBytes) open().push(bytes, stays);
      else held.push(stays ? bytes : Buffer.from(bytes));
    },
    end() {
      if (session === null && triage.end()) open();
      return session?.report() ?? null;
    },
    isPart: () => part,
    head: () => head,
  };
}

/** The same bytes, no copy. */
function bytesOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
