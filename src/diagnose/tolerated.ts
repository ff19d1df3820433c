import { isSaid, type MarkedLines, matches } from './marked-lines.ts';
import { firstLineOf, lastLineOf, type Problem } from './problem.ts';
import { showsFailure } from './visible-failure.ts';

// What scripts say of a failure that they take.
const taken =
  /\b(?:continuing|continue anyway|carrying on|going on|proceeding|ignoring|non-fatal|not fatal|is optional|falling back|fall back to)\b/i;
// A warning of go itself, and what somebody has to do first.
const condition = /^go: |\b(?:before|not|cannot|can't|without|instead of) (?:continuing|proceeding|going on|carrying on|ignoring)\b/i;
const goingOn = (text: string) => taken.test(text) && !condition.test(text);
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
const reader = matches(/\((?:typecheck|compile)\)|golangci-lint|level=error|^ERRO|\bcould not import\b|\bpackages?\.Load\b/);
const heading = matches(/^# \S/);
// A program that stopped because of it, although another one went on beside it or after it.
const stopped = matches(
  /^(?:g?make|ninja|task|just|error: Recipe)\b.{0,200}(?:\*\*\*|[Ff]ailed)|^(?:exit status \d|ERROR|Error:|FAIL\b|FAILED)|\bexit code:? [1-9]/,
);

/** Whether the script says that it goes on behind the problem, and did: where it failed, something behind says so. @param lines what the segment of the problem printed */
export function wasTaken({ kind, units, segment }: Problem, lines: MarkedLines): boolean {
  if (kind !== 'module-failure') return false;
  const last = lastLineOf(units);
  const at = lines.next(goingOn, last);
  return at <= last + near && lines.has(segment.exit === 'open' ? isSaid : showsFailure, at);
}

/** Whether a later go command of the same script failed for another reason, so that the script had gone on. @param siblings the problems of its segment */
export function wentOnToAnother(problem: Problem, siblings: readonly Problem[], lines: MarkedLines): boolean {
  if (problem.kind !== 'module-failure') return false;
  const last = lastLineOf(problem.units);
  // The compiler's words stand below the name of their package.
  const [named, ended] = [lines.next(heading, last), lines.next(stopped, last)];
  if (ended <= named || lines.has(reader)) return false;
  return siblings.some((other) => {
    if (!later.has(other.candidates[0]!.cause.id)) return false;
    const from = firstLineOf(other.units);
    return named <= from && from < ended;
  });
}
