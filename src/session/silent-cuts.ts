import type { Segment, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { beginningOf, stopsInside } from '../parse/broken-line.ts';
import { knownWords } from '../parse/broken-words.ts';
import { stopsAtWork } from '../parse/unended-job.ts';
import type { Edges } from './edges.ts';

/** Where a log begins or stops although its first or last line says nothing of it. */
export interface SilentCuts {
  /** The line that has lost its beginning, or what stood before it. */
  readonly front: Line | null;
  /** The line that was the last to come through. */
  readonly end: Line | null;
  /** The unit without the words that are only partly there, so that no name is taken from them. */
  whole(unit: Unit): Unit;
}

const compared = 5;
const lost = '…';

/**
 * @param lines what was read, of one log; the half of a time stamp or colour is taken off the first one
 * @param count lines of the input: the last one may have been left out
 */
export function findSilentCuts(
  lines: readonly Line[],
  segments: readonly Segment[],
  edges: Edges,
  count: number,
  literals: readonly string[],
): SilentCuts {
  const { text: raw, ended: endsWhole } = edges.last();
  const ended = endsWhole || lines.at(-1)?.number !== count;
  const first = lines[0];
  const last = ended ? lines.findLast(({ text }) => text.trim() !== '') : lines.at(-1);
  if (!first || !last || lines.some(({ entry }) => entry)) return { front: null, end: null, whole: (unit) => unit };
  const known = knownWords(literals);
  const raws = edges.first(compared);

  let brokenStart = 0;
  let front: Line | null = null;
  const stamp = first.number === 1 ? restOfStamp(raws, lines) : 0;
  const coloured = raws.slice(1).some((text) => text.includes('\x1b['));
  const beginning = beginningOf(first.text, coloured, known);
  if (stamp > 0 || beginning.kind !== 'whole' || edges.splitsCharacter('front')) front = first;
  if (stamp > 0) first.text = first.text.slice(stamp);
  else if (beginning.kind === 'escape') first.text = first.text.slice(beginning.length);
  else if (beginning.kind === 'word') brokenStart = beginning.length;

  const stops = stopsInside(last.text, raw, ended, known) || (!ended && edges.splitsCharacter('end'));
  const end = stops || stopsAtWork(lines, segments) ? last : null;
  const endsInWord = end !== null && !ended;
  return {
    front,
    end,
    whole(unit) {
      const opens = brokenStart > 0 && unit.lines[0] === first;
      const closes = endsInWord && unit.lines.at(-1) === last;
      if (!opens && !closes) return unit;
      let { text } = unit;
      if (opens) text = lost + text.slice(brokenStart);
      if (closes) text = withoutBrokenName(text);
      return { text, lines: unit.lines, segment: unit.segment, aboutModules: unit.aboutModules };
    },
  };
}

/**
 * A name at the end may be only its start; what stands before the last slash of a path or an address is whole.
 * Plain words and numbers stay: half of one matches nothing, and a whole one may be what the message is known by.
 */
function withoutBrokenName(text: string): string {
  let at = text.length;
  while (at > 0 && !' \t\n"/'.includes(text[at - 1]!)) at--;
  const inName = at > 0 && '"/'.includes(text[at - 1]!);
  return inName || !/^(?:[A-Za-z]{0,60}|\d{1,9})[:)]?$/.test(text.slice(at, at + 80)) ? text.slice(0, at) + lost : text;
}

/** How much of the first line is the rest of a time stamp that all lines after it have in full. */
function restOfStamp(raws: readonly string[], lines: readonly Line[]): number {
  const [first, ...further] = raws;
  if (first === undefined || lines[0]!.time !== null) return 0;
  const shapes = further.flatMap((raw, index) => {
    const line = lines.find(({ number }) => number === index + 2);
    if (!line || line.time === null) return [];
    return [shapeOf(/^[^A-Za-z]{0,20}\d[\dT:.,+Z-]{6,40}[\])]? ?/.exec(raw)?.[0] ?? '')];
  });
  const [shape] = shapes;
  if (!shape || shapes.length < 2 || shapes.some((other) => other !== shape)) return 0;
  const start = shapeOf(first);
  for (let length = shape.length - 1; length >= 2; length--) if (start.startsWith(shape.slice(-length))) return length;
  return 0;
}

function shapeOf(text: string): string {
  return text.replace(/\d/g, '0');
}
