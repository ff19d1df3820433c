import type { Evidence, EvidenceFile } from '../model/evidence.ts';
import type { Segment } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { readLines, shownLine } from './read.ts';

// What shows a file, or a part of one, as it is.
const shows =
  /^(?:sudo )?(?:cat|type|bat|more|less|Get-Content|gc) [^|;&<>\n]{1,300}$|^(?:sudo )?go (?:env(?: -json)?|version(?: -m \S{1,300})?|mod (?:graph|why|verify|download)(?: -json| -[mx]| \S{1,300}){0,20}|list (?:-\w+ ){0,5}-m(?: \S{1,300}){0,20})$/;
// First lines that no log has by itself, and that begin one of these kinds.
const opens =
  /^(?:module \S+$|FROM \S+|machine \S+(?: login |$)|\[(?:url|user|http)\b.*\]$|nameserver \S+$|(?:set )?GO111MODULE=|AR='|\S+ v\S+ h1:\S+$|\S+ v\S+\/go\.mod h1:\S+$|# syntax=docker\/)/;
const showing = ['sudo ', 'cat ', 'type ', 'bat ', 'more ', 'less ', 'Get-Content ', 'gc ', 'go env', 'go version', 'go mod ', 'go list '];
const exact = new Set<EvidenceFile['kind']>(['go.mod', 'go.sum', 'go env', 'netrc', 'git config', 'Dockerfile', 'resolv.conf']);
const mostFiles = 20;
export const mostLines = 5000;
const mostEnds = 8;
// Each costs up to nine readings of its lines: a hostile log has any number of first lines.
export const mostStarts = 40;
const lastLine = 100_000;

/**
 * Files that somebody pasted into a log: what `cat FILE` or `go env` printed in it, and what begins behind an empty line (where a fence was) as only such a file does.
 * Their lines keep the numbers of the log.
 * @param input the log's name
 */
export function pastedEvidence(
  lines: readonly Line[],
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  input: string,
): Evidence[] {
  const found: Evidence[] = [];
  const taken = new Set<Line>();
  const add = (block: readonly Line[], fits: (file: EvidenceFile) => boolean): boolean => {
    const evidence = asEvidence(block, input, fits);
    if (!evidence || found.length >= mostFiles) return false;
    found.push(evidence);
    for (const line of block) taken.add(line);
    return true;
  };
  let shown = 0;
  for (const segment of segments) {
    if (shown >= mostStarts || segment.command === null || !mayShow(segment.command.text)) continue;
    shown++;
    const block = together(output[segment.index]!);
    if (!add(block, () => true)) ends(block).some((end) => add(block.slice(0, end), () => true));
  }
  let starts = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (starts >= mostStarts || found.length >= mostFiles || line.number > lastLine) break;
    if (line.kind !== 'output' || !beginsFile(line, lines[index - 1]) || taken.has(line)) continue;
    starts++;
    const block = together(lines.slice(index, index + mostLines).filter((one) => one.lane === line.lane));
    [block.length, ...ends(block)].some((end) => add(block.slice(0, end), isWhole));
  }
  return found;
}

/** Whether an output line is the first one of a file: it stands behind an empty one, or at the start. @param before the line that was read before it */
export function beginsFile({ text, number }: Line, before: Line | undefined): boolean {
  // Few lines stand behind an empty one: the pattern comes last.
  return (before === undefined || (before.text.trim() === '' && before.number >= number - 1)) && opens.test(text);
}

/** Whether a command shows a file. */
export function mayShow(command: string): boolean {
  return showing.some((start) => command.startsWith(start)) && shows.test(command);
}

/** Beside a log's own lines a few broken ones would be too many. */
function isWhole(file: EvidenceFile): boolean {
  return exact.has(file.kind) && !('broken' in file && file.broken.length > 0);
}

/** Output lines that follow each other: where some are missing a file would seem to lack them. */
function together(lines: readonly Line[]): Line[] {
  const block: Line[] = [];
  for (const line of lines.slice(0, mostLines + 1)) {
    const before = block.at(-1);
    if (line.kind !== 'output' || line.cut || (before && line.number > before.number + 1)) break;
    block.push(line);
  }
  return block.length > mostLines ? [] : block;
}

/** Where a block may end: at its empty lines, the last first. */
function ends(block: readonly Line[]): number[] {
  const blank = block.flatMap(({ text }, index) => (index > 0 && text.trim() === '' ? [index] : []));
  return blank.slice(0, mostEnds).reverse();
}

function asEvidence(block: readonly Line[], name: string, fits: (file: EvidenceFile) => boolean): Evidence | null {
  const first = block.find(({ text }) => text.trim() !== '');
  if (first === undefined || first.number > lastLine) return null;
  // Read by themselves: nearly all blocks stand behind thousands of lines.
  const before = block[0]!.number - 1;
  const texts: string[] = Array.from({ length: block.at(-1)!.number - before }, () => '');
  for (const { number, text } of block) texts[number - before - 1] = text;
  const read = readLines(texts);
  // What go mod verify says in the log is a message there already.
  const file = read?.kind === 'go modules' ? { ...read, damaged: [] } : read;
  if (file === null || !fits(file)) return null;
  const shown = shownLine(file, texts);
  const offsets = new Map(block.map(({ number, offset }) => [number, offset]));
  return {
    ...movedDown(file, before),
    name,
    textOf: (line) => shown(line - before),
    offsetOf: (line) => offsets.get(line) ?? first.offset,
  };
}

/** The same with the numbers that its lines have behind so many others: all of them stand in an `At`. */
function movedDown<T>(value: T, by: number): T;
function movedDown(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => movedDown(item, by));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, movedDown(item, by)]));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'line' && typeof item === 'number' ? item + by : movedDown(item, by)]),
  );
}
