import { type Said, say } from '../model/said.ts';
import type { Notes } from './notes.ts';

/** Why a file of an archive was left out. */
type LeftOut = 'archive-not-text' | 'archive-encrypted' | 'archive-method' | 'archive-depth' | 'archive-held';

/** Counts the files of an archive that were read and those that were left out: one row a reason, not one a file. */
export interface Tally {
  /** The input is an archive. */
  open(): void;
  read(): void;
  leaveOut(reason: LeftOut): void;
  /** Tells what was left out. @returns why there was nothing to read; null when there was something, or no archive */
  close(): Said | null;
}

const sentences: Readonly<Record<LeftOut, Said>> = {
  'archive-encrypted': say`the files in this archive are encrypted; unpack it with its password, and name the logs`,
  'archive-method': say`the files in this archive are packed in a way that modwhy does not know; unpack it, and name the logs`,
  'archive-depth': say`the archives in this archive are too deep inside each other; unpack it, and name the logs`,
  'archive-held': say`the archive in this archive is too large; unpack it, and name the inner one`,
  'archive-not-text': say`no file in this archive is a text log; check that it is the right one`,
};

export function createTally(notes: Notes): Tally {
  const left = new Map<LeftOut, number>();
  let isArchive = false;
  let read = 0;
  return {
    open() {
      isArchive = true;
    },
    read() {
      read++;
    },
    leaveOut: (reason) => left.set(reason, (left.get(reason) ?? 0) + 1),
    close() {
      if (!isArchive) return null;
      const all = [...left.values()].reduce((sum, count) => sum + count, read);
      for (const [reason, count] of left) notes.cut(reason, all, all - count);
      if (read > 0) return null;
      const reason = (Object.keys(sentences) as LeftOut[]).find((name) => left.has(name));
      return reason ? sentences[reason] : say`this archive has no files in it`;
    },
  };
}
