import { weighFindings } from '../diagnose/observe.ts';
import type { Said } from '../diagnose/problem.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Finding, Segment, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { buildUnits } from '../parse/unit.ts';

/** Units of a growing input that no signal knows, by their first lines, with how many lines they had: most of a log is asked about once. */
export type SilentUnits = WeakMap<Line, number>;

const nothing: readonly Finding[] = [];

interface Reading {
  readonly matcher: Matcher;
  /** Makes a unit that a cut has split whole again. */
  readonly whole: (unit: Unit) => Unit;
  readonly silentUnits: SilentUnits;
  /** More lines may come: what was silent is remembered. */
  readonly growing: boolean;
}

/** The units of each segment with what was found in them. All are asked about at once, which costs much less than one by one. */
export function saidIn(
  segments: readonly Segment[],
  output: readonly (readonly Line[])[],
  { matcher, whole, silentUnits, growing }: Reading,
): Said[] {
  const units = segments.map(({ index }) => buildUnits(output[index]!, index));
  const isSilent = ({ lines }: Unit) => silentUnits.get(lines[0]!) === lines.length;
  const asked = units.flat().filter((unit) => !isSilent(unit));
  const found = matcher.match(asked.map(whole));
  let next = 0;
  const all = segments.map((segment, index): Said => {
    const said = units[index]!.map((unit) => ({ unit, findings: asked[next] === unit ? found[next++]! : nothing }));
    let known: boolean | null = null;
    // From the end, where what failed mostly stands.
    const aboutModules = () => (known ??= said.findLast(({ unit }) => unit.aboutModules) !== undefined);
    for (const { findings } of said) if (findings.length > 0) weighFindings(findings, aboutModules);
    return { segment, units: said };
  });
  if (growing) for (const [index, { lines }] of asked.entries()) if (found[index]!.length === 0) silentUnits.set(lines[0]!, lines.length);
  return all;
}
