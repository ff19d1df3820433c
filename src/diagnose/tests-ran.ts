import type { Line } from '../model/line.ts';
import type { Problem } from './problem.ts';

// cmd/go/internal/test prints a row for each package: with its time when its tests ran, with `[setup failed]` when it could not be loaded.
const ran = /^FAIL[\t ]+\S{1,300}[\t ]+\(?\d{1,6}\.\d{1,4}s/;
const notLoaded = /^FAIL[\t ]+\S{1,300}[\t ]+\[setup failed\]/;
// testing, with -v: what a test prints stands between these.
const began = /^=== (?:RUN|CONT|NAME) {2,4}\S/;
const passed = /^\s{0,16}--- PASS: \S/;
const failedTest = /^\s{0,16}--- FAIL: \S/;
// What a test says of a command that it ran: the error of os/exec, or its name.
const commandFailed = /^\s+[^\s:]{1,200}\.go:\d{1,7}: .{0,400}(?:\bexit status \d|\bgo (?:build|get|install|list|mod|run|test|vet)\b)/;
/** So many lines behind a message are read of a large log, too. */
const near = 3;

/**
 * Whether a test failed after the problem, so that it is not what made the command fail. Where go cannot load the packages, no test runs, or `[setup failed]` stands
 * there. What stands before the tests was tolerated, or a test printed it; unless the test says that a command failed, which may be the one that speaks of modules.
 * @param lines what the segment of the problem printed
 */
export function testsFailedAfter({ kind, units }: Problem, lines: readonly Line[]): boolean {
  if (kind !== 'module-failure') return false;
  const first = units.reduce((least, unit) => Math.min(least, unit.lines[0]!.number), Number.POSITIVE_INFINITY);
  const last = units.reduce((most, unit) => Math.max(most, unit.lines.at(-1)!.number), 0);
  let failed = false;
  let ended = false;
  for (const { number, text } of lines) {
    if (failedTest.test(text)) {
      if (number <= first) return false;
      failed = true;
    } else if (notLoaded.test(text) || (number > last && commandFailed.test(text))) return false;
    else if (number > last && ran.test(text)) ended = true;
  }
  return failed && ended;
}

/** Whether a test printed it, and nothing in the output of the command says that a package failed. */
export function saidByPassingTest({ kind, units, segment }: Problem, lines: readonly Line[]): boolean {
  if (kind !== 'module-failure' || segment.exit !== 'open' || lines.some(({ text }) => text.startsWith('FAIL'))) return false;
  return units.some((unit) => insideTest(unit.lines, lines));
}

/** Whether `go test -v` shows that a test was running just before, or that one passed just after. */
function insideTest(own: readonly Line[], lines: readonly Line[]): boolean {
  const [from, to] = [own[0]!.number, own.at(-1)!.number];
  const at = lines.findIndex(({ number }) => number === from);
  if (at > 0 && lines[at - 1]!.number === from - 1 && began.test(lines[at - 1]!.text)) return true;
  return lines.some(({ text, number }) => number > to && number <= to + near && passed.test(text));
}
