import type { Dialect } from './dialect.ts';
import { markHeading } from './mark.ts';

// gotest.tools/gotestsum: testjson/format.go, testjson/summary.go.
const section = /^=== (?:Failed|Skipped|Errors|Output)$/;
const failedTest = /^=== FAIL: (\S+) (Test\S*|Fuzz\S*|Example\S*)( \(re-run \d+\))? \((\d+\.\d\ds)\)$/;
const failedPackage = /^=== FAIL: \S+ {2}\(\d+\.\d\ds\)$/;
const total = /^DONE (?:\d+ runs, )?\d+ tests?(?:, \d+ \w+){0,4} in \d+\.\d{3}s$/;
const row = /^(?:[✓✖∅]| {2}(?:FAIL|PASS|EMPTY) Package) {1,2}\S+(?: \((?:\d[\w.]*|cached)\))?(?: \(coverage: .*\))?$/;

/** gotestsum, which runs `go test -json` and shows a summary. Compile and module errors stand unchanged below `=== Errors`. */
export const gotestsum: Dialect = {
  name: 'gotestsum',
  signs: [
    '=== Failed',
    '=== Skipped',
    '=== Errors',
    '=== Output',
    '=== FAIL: ',
    'DONE ',
    '✓',
    '✖',
    '∅',
    'FAIL Package',
    'PASS Package',
    'EMPTY Package',
  ],
  create: () => ({
    read(line) {
      const { text } = line;
      if (text.startsWith('=== ')) {
        if (section.test(text) || failedPackage.test(text)) return markHeading(line);
        const failed = failedTest.exec(text);
        // As `go test` names it.
        if (failed) line.text = `--- FAIL: ${failed[2]} (${failed[4]})`;
        return failed !== null;
      }
      if (text.startsWith('DONE ')) return total.test(text) && markHeading(line);
      const first = text.charCodeAt(0);
      return (first > 0x2200 || text.startsWith('  ')) && row.test(text) && markHeading(line);
    },
  }),
};
