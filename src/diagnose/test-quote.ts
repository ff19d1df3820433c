import type { Finding } from '../model/finding.ts';

// What a test says through t.Log or t.Error: `    load_test.go:12: got "..."`. go's own errors have a column too. testing, (*common).decorate.
const testLog = /^\s+[^\s:]{1,200}_test\.go:\d{1,7}: /;

// The value of a panic; unless it is the error of a command, which may have been go.
const panicValue = /^\s*(?:testing\.go:\d{1,7}: )?panic: (?!.*(?:exit status \d|stderr|\bgo: ))/;

/** Whether a test, or a program that panics, quotes what was found in a sentence of its own. The lines below it may be what a go command printed that the test ran. */
export function saidByTest({ line }: Finding): boolean {
  return testLog.test(line.text) || panicValue.test(line.text);
}
