import type { Finding, Unit } from '../model/finding.ts';

// What a test says through t.Log or t.Error: `    load_test.go:12: got "..."`. go's own errors have a column too. testing, (*common).decorate.
const testLog = /^\s+[^\s:]{1,200}_test\.go:\d{1,7}: /;

// The value of a panic; unless it is the error of a command, which may have been go.
const panicValue = /^\s*(?:testing\.go:\d{1,7}: )?panic: (?!.*(?:exit status \d|stderr|\bgo: ))/;

/** Whether a test, or a program that panics, quotes what was found in a sentence of its own. The lines below it may be what a go command printed that the test ran. */
export function saidByTest({ line }: Finding): boolean {
  return testLog.test(line.text) || panicValue.test(line.text);
}

// testing, tRunner: what a test printed through t.Log and t.Error stands indented below it, where it goes on in a unit with it.
const failedTest = /^\s{0,16}--- FAIL: \S/;

/** Whether all messages stand in what failed tests printed: they say what a command met that a test ran, while go itself found the packages of the test. */
export function printedByTests(units: readonly Unit[]): boolean {
  return units.every(({ lines }) => failedTest.test(lines[0]!.text));
}
