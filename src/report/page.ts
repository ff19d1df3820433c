import type { Texts } from '../i18n/texts.ts';
import type { Place } from '../model/report.ts';
import type { Paint } from './paint.ts';
import { cutToWidth, displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

const INDENT = '   ';
/** Where the contents of a row begin. */
export const COLUMN = 12;
const NOTE_GAP = 8;
const NOTE_GAP_SMALL = 3;
const EVIDENCE_COLUMNS = 400;

/** What all parts of the text report share. */
export interface Style {
  readonly texts: Texts;
  readonly paint: Paint;
  readonly width: number;
  readonly ellipsis: string;
  readonly verbose: boolean;
  /** The input can be named again in a command. */
  readonly ask: boolean;
  /** The name of the log. */
  readonly input: string;
  /** The place of the command that the blocks are about. */
  readonly place: Place;
}

/** A line with a remark to its right. `command` is painted as something to type. */
export interface Remarked {
  readonly text: string;
  readonly note: string | null;
  readonly command?: boolean;
}

/** Paragraph at the indent of a hypothesis. */
export function paragraph(text: string, style: Style): string[] {
  return wrap(text, style.width - INDENT.length).map((line) => INDENT + line);
}

/** `label    contents`: the label only before the first line. */
export function rows(label: string, contents: readonly string[], style: Style, column = COLUMN): string[] {
  const start = Math.max(column, INDENT.length + displayWidth(label) + 3);
  const head = INDENT + style.paint.row(label) + ' '.repeat(start - INDENT.length - displayWidth(label));
  return contents.map((line, index) => (index === 0 ? head : ' '.repeat(start)) + line);
}

/** A label and wrapped prose. */
export function prose(label: string, text: string, style: Style, column = COLUMN): string[] {
  const start = Math.max(column, INDENT.length + displayWidth(label) + 3);
  return rows(label, wrap(text, style.width - start), style, column);
}

/** A label before the first of several pieces of prose. */
export function list(label: string, items: readonly string[], style: Style): string[] {
  const start = Math.max(COLUMN, INDENT.length + displayWidth(label) + 3);
  const contents = items.flatMap((item) => wrap(item, style.width - start));
  return rows(label, contents, style);
}

/** A log line with its number; numbers of one block are aligned to `digits`. */
export function quoted(label: string, line: number | string, text: string, note: string | null, digits: number, style: Style): string[] {
  const shown = cutToWidth(text, EVIDENCE_COLUMNS, style.ellipsis);
  const [first, ...below] = withNotes([{ text: shown, note }], style, COLUMN + digits + 2);
  const contents = [`${String(line).padStart(digits)}  ${first}`, ...below.map((row) => ' '.repeat(digits + 2) + row)];
  return rows(label, contents, style);
}

/** Lines with their remarks in one column when that fits the width, else below the line. */
export function withNotes(items: readonly Remarked[], style: Style, column = COLUMN): string[] {
  const room = style.width - column;
  const longest = (gap: number) =>
    Math.max(0, ...items.filter((item) => item.note && fits(item, gap, room)).map((item) => displayWidth(item.text)));
  const gap = items.every((item) => !item.note || longest(NOTE_GAP) + NOTE_GAP + displayWidth(item.note) <= room)
    ? NOTE_GAP
    : NOTE_GAP_SMALL;
  const notesAt = longest(gap) + gap;
  return items.flatMap((item) => {
    const [head, ...more] = item.text.split('\n').map((line) => (item.command ? style.paint.command(line) : line));
    if (!item.note) return [head!, ...more];
    const free = notesAt - displayWidth(item.text);
    if (more.length === 0 && free >= gap && notesAt + displayWidth(item.note) <= room)
      return [head + ' '.repeat(free) + style.paint.quiet(item.note)];
    return [head!, ...more, ...wrap(item.note, Math.max(20, room - 2)).map((line) => `  ${style.paint.quiet(line)}`)];
  });
}

function fits(item: Remarked, gap: number, room: number): boolean {
  return displayWidth(item.text) + gap + displayWidth(item.note ?? '') <= room;
}
