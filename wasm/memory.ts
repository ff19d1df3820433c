// Where everything stands. What the caller writes and reads comes first, at fixed places; the tables of the literals come last.

/** Bytes that are looked at in one call. */
export const room: usize = 192 << 10;
/** Lines that are judged in one call. */
export const most: i32 = 1 << 14;
/** Behind a text: a step reads some bytes more than there are. */
const slack: usize = 256;

/** How often logs have each byte, from the caller: the logarithm, roughly. */
export const weights: usize = 1 << 12;
/** So much of a line that has not ended may stand before the text. */
export const before: usize = 1 << 16;
export const text: usize = (1 << 16) + before;
/** Lines that have colours or other escapes, without them. Each ends with a line end. */
export const clean: usize = text + room + slack;
/** Of each line: where it ends, its mark, its kind. */
export const ends: usize = clean + (room << 1) + slack;
export const marks: usize = ends + (<usize>most << 2);
export const kinds: usize = marks + (<usize>most << 2);
/** Of each line that is an entry of a program's log: its time, as a hash. */
export const times: usize = kinds + <usize>most;
/** Of each clean line: where it ends, and which line it is. */
export const cleanEnds: usize = times + (<usize>most << 2);
export const cleanLines: usize = cleanEnds + (<usize>most << 3);
/** Of each line that `find` finds: where it begins and ends, and its kind. Twice in the text, and twice in what was written out. */
export const mostFound: i32 = 6 << 14;
export const foundStarts: usize = cleanLines + (<usize>most << 3);
export const foundEnds: usize = foundStarts + (<usize>mostFound << 2);
export const foundKinds: usize = foundEnds + (<usize>mostFound << 2);
/** Places that the first and the second look of a search find. */
export const blocks: usize = foundKinds + <usize>mostFound;
export const candidates: usize = blocks + (1 << 14);
const tables: usize = candidates + (1 << 17);

let free: usize = tables;

/** So many bytes that are zero, from the rest of the memory. */
export function reserve(size: usize): usize {
  const place = free;
  free = (place + size + 63) & ~63;
  const missing = <i32>((free + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
  return place;
}

export const NEWLINE: u32 = 10;
export const RETURN: u32 = 13;
export const ESCAPE: u32 = 0x1b;

// What stands in `kinds`: none of the first two for a line that starts something.
export const CONTINUES: u8 = 1;
export const BLANK: u8 = 2;
export const SPECIAL: u8 = 4;
/** Only while lines are judged: control characters stand in the line. */
export const DIRTY: u8 = 8;
/** The line says one small thing: a special one that something is downloaded, another one that all is well. */
export const LONE: u8 = 16;
/** Of a lone line: a download that counts as one. */
export const COUNTS: u8 = 32;
/** Of `find`: a word stands in the line, which says less than a literal. */
export const WORD: u8 = 32;
/** A hint stands there, which says less than a word. */
export const HINT: u8 = 64;
/** Only while lines are judged: the hint stands there that entries of a program's log have, which says less than others. */
export const LEVEL: u8 = 128;
