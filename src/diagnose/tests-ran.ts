import { type MarkedLines, matches } from './marked-lines.ts';
import { firstLineOf, lastLineOf, type Problem } from './problem.ts';

// cmd/go/internal/test prints a row for each package: with its time when its tests ran, with `[setup failed]` when it could not be loaded.
const row = matches(/^FAIL/);
const ran = matches(/^FAIL[\t ]+\S{1,300}[\t ]+\(?\d{1,6}\.\d{1,4}s/);
const notLoaded = matches(/^FAIL[\t ]+\S{1,300}[\t ]+\[setup failed\]/);
// testing, with -v: what a test prints stands between these.
const began = matches(/^=== (?:RUN|CONT|NAME) {2,4}\S/);
const passed = matches(/^\s{0,16}--- PASS: \S/);
const failedTest = matches(/^\s{0,16}--- FAIL: \S/);
// What a test says of a command that it ran: the error of os/exec, or its name.
const commandFailed = matches(
  /^\s+[^\s:]{1,200}\.go:\d{1,7}: .{0,400}(?:\bexit status \d|\bgo (?:build|get|install|list|mod|run|test|vet)\b)/,
);
/** So many lines behind a message are read of a large log, too. */
const near = 3;

/**
 * Whether a test failed after the problem, so that it is not what made the command fail. Where go cannot load the packages, no test runs, or `[setup failed]` stands
 * there. What stands before the tests was tolerated, or a test printed it; unless the test says that a command failed, which may be the one that speaks of modules.
 * @param lines what the segment of the problem printed
 */
export function testsFailedAfter({ kind, units }: Problem, lines: MarkedLines): boolean {
  if (kind !== 'module-failure' || !lines.has(failedTest) || lines.has(notLoaded)) return false;
  const last = lastLineOf(units);
  return !lines.has(failedTest, 0, firstLineOf(units)) && lines.has(ran, last) && !lines.has(commandFailed, last);
}

/** Whether a test printed it, and nothing in the output of the command says that a package failed. */
export function saidByPassingTest({ kind, units, segment }: Problem, lines: MarkedLines): boolean {
  if (kind !== 'module-failure' || segment.exit !== 'open' || lines.has(row)) return false;
  return units.some((unit) => insideTest(unit.lines[0]!.number, unit.lines.at(-1)!.number, lines));
}

/** Whether `go test -v` shows that a test was running just before, or that one passed just after. */
function insideTest(first: number, last: number, lines: MarkedLines): boolean {
  return lines.has(began, first - 2, first - 1) || lines.has(passed, last, last + near);
}
