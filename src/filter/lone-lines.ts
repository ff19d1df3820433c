import { createLiteralSearch, holdsWord } from './literal-search.ts';

/**
 * How many more lines are read of those that say one small thing each. One list for all parts of an input; it counts down.
 * @see LoneLine
 */
export interface LoneQuota {
  /** Downloads are read for the timeline, which has room for so many events. */
  downloads: number;
  /** What a program logs while all is well: one shows that there is such a log. */
  entries: number;
  /** Whether lines are read where the time has gone on, for the silences among them. */
  readonly times: boolean;
}

/** A line that says nothing about those around it. `counts`: something was downloaded; `time`: a hash of the ten seconds in it, 0 for none. */
export type LoneLine = { readonly kind: 'download'; readonly counts: boolean } | { readonly kind: 'entry'; readonly time: number };

/** The hint that entries have. */
export const levelHint = 'level=';

/** Longer ones are taken for any other line. */
const longest = 500;
const RETURN = 13;

// Nothing else stands in the line but a time, so that it is for the timeline only.
const download = /^[\w.:+ -]{0,40}go: (downloading|extracting|finding) [\w.~/-]{1,300} v\d[\w.+-]{0,150}$/;
// As logrus and slog write it, without anything that is escaped, and with a message that begins as a sentence does: see src/dialect/structured.ts.
const entry =
  /^(?:[\w.:+-]{0,40} )?(?:(?:time|ts|t)="?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d)[\w.:+-]{1,24}"? )?level=(?:info|debug|trace|INFO|DEBUG|TRACE) msg=(?:"[A-Za-z][\w.]* [^"\\]*"|[a-z]{1,40})(?: (?!err|output|stderr)[\w.-]{1,40}=(?:"[^"\\/][^"\\]*"|[^ \t"\\/][^ \t"\\]*))*$/;

/** Tells lone lines among those that may matter. */
export interface LoneLines {
  /** @param to without the line end @param isSpecial more than a hint stands in the line */
  find(bytes: Uint8Array, from: number, to: number, isSpecial: boolean): LoneLine | null;
}

/** The same in plain JavaScript as `wasm/lone.ts`. @param hints one of them is that of entries, which the others make more than entries */
export function createLoneLines(hints: readonly string[]): LoneLines {
  const more = createLiteralSearch(
    [],
    hints.filter((hint) => hint !== levelHint),
  );
  return {
    find(bytes, from, lineEnd, isSpecial) {
      if (lineEnd - from > longest) return null;
      const to = lineEnd > from && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
      if (isSpecial) {
        const found = download.exec(text);
        return found && { kind: 'download', counts: found[1] === 'downloading' };
      }
      const found = hints.includes(levelHint) && text.includes(levelHint) ? entry.exec(text) : null;
      if (!found || more.find(bytes, from, to, holdsWord) !== 0) return null;
      return { kind: 'entry', time: hashOf(found[1] ?? '') };
    },
  };
}

function hashOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
