import type { BypassTexts } from '../i18n/en-bypass.ts';
import type { BypassRecord, BypassRow, Weakening } from '../model/bypass.ts';

export interface Records {
  readonly machine: readonly BypassRecord[];
  /** They come with the source: they speak for what stands in the project, and for nothing else. */
  readonly project: readonly BypassRecord[];
}

/** Every weakening with its record. @param day of today, `YYYY-MM-DD`; a bypass lasts to the end of its last day */
export function judgeBypasses(
  found: readonly Weakening[],
  records: Records,
  day: string,
): { bypasses: BypassRow[]; ended: BypassRecord[] } {
  const bypasses = found.map((one): BypassRow => {
    const record = records[one.scope].find(({ id }) => id === one.id) ?? null;
    return { ...one, record, state: record === null ? 'unrecorded' : record.until < day ? 'overdue' : 'recorded' };
  });
  const used = new Set(bypasses.map(({ scope, id }) => `${scope} ${id}`));
  const ended = (['machine', 'project'] as const).flatMap((scope) => records[scope].filter(({ id }) => !used.has(`${scope} ${id}`)));
  return { bypasses, ended };
}

const mostNotes = 3;

/** What a report of a failure says of them. */
export function bypassNotes(bypasses: readonly BypassRow[], words: BypassTexts): string[] {
  const open = bypasses.filter(({ state }) => state !== 'recorded');
  const notes = open
    .slice(0, mostNotes)
    .map(({ what, place, record }) =>
      record === null ? words.noteUnrecorded(what, place) : words.noteOverdue(what, place, record.owner, record.until),
    );
  return open.length > mostNotes ? [...notes, words.noteMore(open.length - mostNotes)] : notes;
}
