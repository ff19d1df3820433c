import type { Texts } from '../i18n/texts.ts';
import type { Line } from '../model/line.ts';
import type { Said } from './problem.ts';

/** A request that a trace shows without an answer, by the line on which it began. */
export interface Wait {
  readonly line: number;
  /** How long nothing was printed after it; null where the lines carry no time. */
  readonly quietMs: number | null;
}

const signalNumbers = [2, 3, 9, 15];
/** `timeout` of coreutils, and what a shell makes of a signal. */
const stopCodes: ReadonlySet<unknown> = new Set([124, ...signalNumbers.map((number) => 128 + number)]);
const longest = 10_000;
// What shells, go test, CI systems and Go's own runtime print of a program that others end.
const stopped =
  /^(?:\^C|signal: (?:interrupt|killed|terminated|quit)|(?:[\w./-]+: line \d+: +\d+ )?(?:Terminated|Killed)\b|SIGQUIT: quit$|exit status (?:124|130|137|143)$|The (?:operation|job) (?:was|has been) cancell?ed|make(?:\[\d+\])?: \*\*\* .*(?:Terminated|Interrupt|Killed|Error (?:124|130|137|143))$)/;

/**
 * Requests that a command was waiting for when somebody ended it: the go command itself said nothing, since it has no time limit.
 * One that ends by itself leaves requests open, too, and says why.
 * @param output what the segment printed
 */
export function stoppedWaits(
  { segment, units }: Said,
  output: readonly Line[],
  waits: readonly Wait[],
  words: Texts['trace'],
): Said['units'] {
  if (waits.length === 0 || segment.exit === 0) return [];
  const failed = segment.exit !== 'open';
  return units.flatMap(({ unit, findings }) => {
    const { number } = unit.lines[0]!;
    const wait = waits.find(({ line }) => line === number);
    if (!wait) return [];
    const silent = wait.quietMs !== null && wait.quietMs >= longest;
    const ended = stopCodes.has(segment.exit) || output.some((line) => line.number > number && stopped.test(line.text));
    if (!ended && !(failed && silent)) return [];
    const says = wait.quietMs === null ? words.unanswered : words.quiet(words.duration(wait.quietMs));
    return [{ unit, findings: findings.filter(({ signal }) => signal.id === 'trace-request-unanswered').map((one) => ({ ...one, says })) }];
  });
}
