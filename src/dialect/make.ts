import { isGoCommand } from './command-words.ts';
import type { Dialect } from './dialect.ts';
import { markCommand, markExit, markHeading } from './mark.ts';

const failed = /^(?:# )?\S*make(?:\.exe)?(?:\[\d+\])?: \*\*\* \[.*\] (?:\D+ )?(\d+|[A-Z]\w+)(?: \(core dumped\))?$/;
const words = /^\S*make(?:\.exe)?(?:\[\d+\])?: (?:Entering |Leaving |Nothing |\*\*\* Waiting |\[.*\] .*\(ignored\)$|'|`)/;
// The same in other languages: a folder in whatever quotes, and the wait for other jobs, which ends with dots. GNU make, po/.
const translated = /^\S*make(?:\[\d+\])? ?: (?:[^:*["'„“«‘]{0,60}["'„“«‘][ \u00a0]?\/[^:]{0,1000}|\*\*\* [^[].{0,100}(?:\.{3,4}|…))$/;

/** make, and any tool that echoes the go command before it runs it. */
export const make: Dialect = {
  name: 'make',
  create() {
    // "to update it:" is followed by advice, not by an echo.
    let announced = false;
    return {
      read(line) {
        const { text } = line;
        const advised = announced;
        announced = text.endsWith(':');
        const colon = text.indexOf(': ');
        if (colon > 0 && colon < 80 && text.lastIndexOf('make', colon) >= 0) {
          const match = failed.exec(text);
          if (match) {
            const code = Number(match[1]);
            return markExit(line, Number.isNaN(code) ? null : code);
          }
          if (words.test(text) || translated.test(text)) return markHeading(line);
        }
        return !advised && isGoCommand(text) && markCommand(line, text);
      },
    };
  },
};
