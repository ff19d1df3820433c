import { RE2JS } from 're2js';
import type { CaptureType } from '../../model/catalog.ts';
import { ANY } from '../merge.ts';
import { TEMPLATE_LENGTH } from '../template.ts';

/** How a signal would find the messages of a cluster. */
export interface DraftPattern {
  /** RE2, with bounded repeats only. */
  readonly frame: string;
  readonly literal: string;
  readonly captures: Readonly<Record<string, CaptureType>>;
}

type Written = readonly [pattern: string, wide: string, type: CaptureType | null];

const word = (most: number) => `\\S{1,${most}}`;
const nothing: Written = [word(60), word(60), null];
// What stands for a slot: where few are wide, where many are (long repeats make a pattern slow), and what it captures.
const written: Readonly<Record<string, Written>> = {
  url: ['[^\\s"]{1,60}', '[^\\s"]{1,300}', 'url'],
  module: [word(60), word(200), 'module'],
  path: [word(60), word(200), 'path'],
  host: [word(60), word(200), 'host'],
  ip: [word(60), word(60), 'address'],
  quoted: ['[^\\s"\'`]{1,60}', '[^\\s"\'`]{1,200}', 'name'],
  any: [word(60), word(200), 'name'],
  time: ['[\\w:.,/+-]{1,40}(?: [\\w:.,/+-]{1,20}){0,4}', '[\\w:.,/+-]{1,40}(?: [\\w:.,/+-]{1,20}){0,4}', null],
  size: ['[\\d.]{1,20} ?[A-Za-z/]{1,8}', '[\\d.]{1,20} ?[A-Za-z/]{1,8}', null],
  num: ['[\\d.,]{1,40}', '[\\d.,]{1,40}', null],
};
const SLOT = /(<[a-z]{2,12}>)/;
// A repeat of more than 64 counts as wide, and more than three of them are slow.
const MOST_WIDE = 3;
const SHORTEST_LITERAL = 8;

/**
 * A pattern for the texts of a cluster, null when there is none that finds them all, or when they have no eight characters in a row in common.
 * @param texts at least one, as they stand in logs, redacted
 */
export function draftPattern(template: string, texts: readonly string[]): DraftPattern | null {
  const pieces = template.split(SLOT).filter((piece) => piece !== '');
  const fixed = pieces.filter((piece) => !SLOT.test(piece)).map((piece) => piece.trim());
  // Where a text has several blanks, its single words.
  const literal = [...fixed, ...fixed.flatMap((piece) => piece.split(' '))]
    .filter((piece) => piece.length >= SHORTEST_LITERAL && texts.every((text) => text.includes(piece)))
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))[0];
  if (literal === undefined) return null;
  const { body, captures } = bodyOf(pieces);
  // A message that was cut has no end that one could wait for.
  const whole = template.length < TEMPLATE_LENGTH - 20 && texts.every((text) => text.length < 400);
  const frame = `^${body}${whole ? '$' : ''}`;
  // A blank of a template may have been several, or a tab.
  const found = [frame, frame.replaceAll(/ (?![?{])/g, '[ \\t]{1,8}')].find((one) => texts.every((text) => matches(one, text)));
  return found === undefined ? null : { frame: found, literal, captures };
}

function bodyOf(pieces: readonly string[]): { body: string; captures: Record<string, CaptureType> } {
  const captures: Record<string, CaptureType> = {};
  const many = pieces.filter((piece) => (written[slotOf(piece) ?? ''] ?? nothing)[1].includes('00}')).length > MOST_WIDE;
  const body = pieces.map((piece) => {
    const slot = slotOf(piece);
    // What is left out stays hidden, and is named as our own reports name it.
    if (slot === 'secret' || slot === 'user') return `<${slot}-\\d{1,6}>`;
    if (slot === null) return escaped(piece);
    const [narrow, wide, type] = written[slot] ?? nothing;
    const pattern = many ? narrow : wide;
    if (type === null) return pattern;
    const name = Object.hasOwn(captures, type) ? `${type}${Object.keys(captures).length + 1}` : type;
    captures[name] = type;
    return `(?P<${name}>${pattern})`;
  });
  return { body: body.join(''), captures };
}

function slotOf(piece: string): string | null {
  return piece === ANY ? 'any' : SLOT.test(piece) && piece.startsWith('<') ? piece.slice(1, -1) : null;
}

/** Text for RE2. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** In linear time, whatever a log has put into the pattern. */
export function matches(frame: string, text: string): boolean {
  return RE2JS.compile(frame.replaceAll('(?P<', '(?<'), RE2JS.MULTILINE).matcher(text).find();
}
