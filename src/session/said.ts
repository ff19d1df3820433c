import { weighFindings } from '../diagnose/observe.ts';
import type { Said } from '../diagnose/problem.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Segment, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { speaksOfModules } from '../parse/module-words.ts';
import { eachUnit } from '../parse/unit.ts';
import { foreignFailure } from './foreign-failures.ts';

/** Units of a growing input that no signal knows, by their first lines, with how many lines they had: most of a log is asked about once. */
export type SilentUnits = WeakMap<Line, number>;

interface Reading {
  readonly matcher: Matcher;
  /** Makes a unit that a cut has split whole again. */
  readonly whole: (unit: Unit) => Unit;
  readonly silentUnits: SilentUnits;
  /** More lines may come: what was silent is remembered. */
  readonly growing: boolean;
}

/** Units that are asked about together, which costs much less than one by one; those that say nothing are let go then. */
const batch = 4000;

/** For each segment the units that a signal knows, with what was found in them. */
export function saidIn(
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  { matcher, whole, silentUnits, growing }: Reading,
): Said[] {
  const fired = segments.map((): Said['units'][number][] => []);
  let asked: Unit[] = [];
  const ask = () => {
    const found = matcher.match(asked.map(whole));
    // Most units of a long log are silent: no pair is made for each.
    for (let index = 0; index < asked.length; index++) {
      const unit = asked[index]!;
      const findings = found[index]!;
      if (findings.length > 0) fired[unit.segment]!.push({ unit, findings });
      else if (growing) silentUnits.set(unit.lines[0]!, unit.lines.length);
    }
    asked = [];
  };
  for (const { index } of segments)
    eachUnit(output[index]!, index, (unit) => {
      if (silentUnits.get(unit.lines[0]!) === unit.lines.length) return;
      asked.push(unit);
      if (asked.length === batch) ask();
    });
  ask();
  return segments.map((segment, index): Said => {
    const units = fired[index]!;
    let known: boolean | null = null;
    // From the end, where what failed mostly stands.
    const aboutModules = () => (known ??= output[index]!.findLast(({ text }) => speaksOfModules(text)) !== undefined);
    for (const { findings } of units) weighFindings(findings, aboutModules);
    const foreign = foreignFailure({ segment, units }, output[index]!);
    if (foreign) units.push({ unit: foreign, findings: matcher.match([foreign])[0]! });
    return { segment, units };
  });
}
