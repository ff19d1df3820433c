import { aloneWords } from './words.ts';

/**
 * How many more lines are read of those that say one small thing each. One list for all parts of an input; it counts down.
 * @see loneLine
 */
export interface LoneQuota {
  /** Downloads are read for the timeline, which has room for so many events. */
  downloads: number;
  /** What a program logs while all is well: one shows that there is such a log. */
  entries: number;
}

/** A line that says nothing about those around it: which of the quota it is read from; the time in it, to ten seconds. */
export type LoneLine = { readonly kind: 'download'; readonly counts: boolean } | { readonly kind: 'entry'; readonly time: string };

/** Longer ones are taken for any other line. */
export const longestLone = 500;

// Nothing else stands in the line but a time, so that it is for the timeline only.
const download = /^[\w.:+ -]{0,40}go: (downloading|extracting|finding) [\w.~/-]{1,300} v\d[\w.+-]{0,150}\r?$/;
// As logrus and slog write it, without anything that is escaped, and with a message that begins as a sentence does: see src/dialect/structured.ts.
const entry =
  /^(?:[\w.:+-]{0,40} )?(?:(?:time|ts|t)="?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d)[\w.:+-]{1,24}"? )?level=(?:info|debug|trace|INFO|DEBUG|TRACE) msg=(?:"[A-Za-z][\w.]* [^"\\]{0,400}"|[a-z]{1,40})(?: (?!err|output|stderr)[\w.-]{1,40}=(?:"[^"\\/][^"\\]{0,400}"|[^\s"\\/][^\s"\\]{0,400}))*\r?$/;
const says = aloneWords.filter((word) => word !== 'level=').map((word) => word.replace(/[^\w ]/g, '\\$&'));
const saysMore = new RegExp(says.join('|'), 'i');

/** @param text a line in which a literal, a word or a hint stands, as it came */
export function loneLine(text: string, isHint: boolean): LoneLine | null {
  if (!isHint) {
    const found = download.exec(text);
    return found && { kind: 'download', counts: found[1] === 'downloading' };
  }
  const found = text.includes('level=') ? entry.exec(text) : null;
  return found && !saysMore.test(text) ? { kind: 'entry', time: found[1] ?? '' } : null;
}
