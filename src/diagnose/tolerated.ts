import type { Line } from '../model/line.ts';
import type { Problem } from './problem.ts';
import { showsFailure } from './visible-failure.ts';

// What scripts say of a failure that they take.
const goingOn =
  /\b(?:continuing|continue anyway|carrying on|going on|proceeding|ignoring|non-fatal|not fatal|is optional|falling back|fall back to)\b/i;
// A warning of go itself, and what somebody has to do first.
const condition = /^go: |\b(?:before|not|cannot|can't|without|instead of) (?:continuing|proceeding|going on|carrying on|ignoring)\b/i;
/** So many lines behind a message are read of a large log, too. */
const near = 3;
// cmd/go stops when it cannot load a package: what the compiler or the linker says afterwards is of a later command, which the script went on to.
const later: ReadonlySet<string> = new Set([
  'not-module.compile-error',
  'not-module.linker',
  'not-module.cgo-toolchain',
  'not-module.lint',
]);
// golangci-lint and other readers of packages tell of both.
const reader = /\((?:typecheck|compile)\)|golangci-lint|level=error|^ERRO|\bcould not import\b|\bpackages?\.Load\b/;
const heading = /^# \S/;
// A program that stopped because of it, although another one went on beside it or after it.
const stopped =
  /^(?:g?make|ninja|task|just|error: Recipe)\b.{0,200}(?:\*\*\*|[Ff]ailed)|^(?:exit status \d|ERROR|Error:|FAIL\b|FAILED)|\bexit code:? [1-9]/;

/** Whether the script says that it goes on behind the problem, and did: where it failed, something behind says so. @param lines what the segment of the problem printed */
export function wasTaken({ kind, units, segment }: Problem, lines: readonly Line[]): boolean {
  if (kind !== 'module-failure') return false;
  const last = lastOf(units);
  const at = lines.findIndex(({ number, text }) => number > last && number <= last + near && goingOn.test(text) && !condition.test(text));
  if (at < 0) return false;
  const after = lines.slice(at + 1);
  return after.some(({ text }) => (segment.exit === 'open' ? text.trim() !== '' : showsFailure(text)));
}

/** Whether a later go command of the same script failed for another reason, so that the script had gone on. */
export function wentOnToAnother(problem: Problem, problems: readonly Problem[], lines: readonly Line[]): boolean {
  if (problem.kind !== 'module-failure') return false;
  const last = lastOf(problem.units);
  return problems.some((other) => {
    if (other.segment !== problem.segment || !later.has(other.candidates[0]!.cause.id)) return false;
    const from = other.units.reduce((least, unit) => Math.min(least, unit.lines[0]!.number), Number.POSITIVE_INFINITY);
    const between = lines.filter(({ number }) => number > last && number <= from);
    // The compiler's words stand below the name of their package.
    if (from <= last || !between.some(({ text }) => heading.test(text))) return false;
    return !between.some(({ text }) => stopped.test(text)) && !lines.some(({ text }) => reader.test(text));
  });
}

function lastOf(units: Problem['units']): number {
  return units.reduce((most, unit) => Math.max(most, unit.lines.at(-1)!.number), 0);
}
