import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

// pre-commit, commands/run.py: the hook's name, dots up to the result, and what is known of a failed one.
const result = /^(.{1,200}?)\.{3,}(?:\([^)]{1,60}\))?(Passed|Failed|Skipped)$/;
const fact = /^- (?:hook id|duration|files were modified by this hook|exit code)\b/;
const exitCode = /^- exit code: (\d+)$/;

/** A run of pre-commit: a hook's output stands below the line that says how it ended. */
export const preCommit: Dialect = {
  name: 'pre-commit',
  signs: [{ near: ['...P', '...F', '...S', '...('], pattern: /\.{3}(?:\([^)\n]{1,60}\))?(?:Passed|Failed|Skipped)/ }],
  create() {
    let place: 'none' | 'facts' | 'output' = 'none';
    return {
      read(line) {
        const { text } = line;
        const match = text.includes('...') ? result.exec(text) : null;
        if (match) {
          place = match[2] === 'Failed' ? 'facts' : 'none';
          line.step = true;
          return place === 'none' ? markExit(line, 0) : markHeading(line);
        }
        if (place === 'none') return false;
        if (fact.test(text) && place === 'facts') {
          const code = exitCode.exec(text);
          return code ? markExit(line, Number(code[1])) : markHeading(line);
        }
        place = 'output';
        line.late = true;
        return true;
      },
    };
  },
};
