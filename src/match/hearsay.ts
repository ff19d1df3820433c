// Lines that hold a message of go without go having said it there.

// A test that passed, in the words of mocha, jest, vitest and bats, and of the Test Anything Protocol (https://testanything.org/tap-version-14-specification.html).
const passed = /^\s{0,60}(?:[✓✔√] |ok \d{1,6} - )/;
// https://www.conventionalcommits.org. Words that may be the name of a job as well (build, ci, test) are not here.
const commit =
  /^\s{0,16}(?:[*+-] )?(?:[0-9a-f]{7,40} )?(?:\([^)\n]{1,80}\) )?(?:fix|feat|chore|docs|refactor|perf|style|revert)(?:\([^)\n]{1,60}\))?!?: /;

/** Whether a line only names what its text is about: a passed test, or the subject of a commit. */
export function isHearsay(line: string): boolean {
  return passed.test(line) || commit.test(line);
}
